using System.Xml;
using Soundoff.Episodes.Podcasting;
using Soundoff.Texts;

namespace Soundoff.Feeds.Podcasting;

/// <summary><c>podcast:remoteItem</c>, alone or inside of what it is said for.</summary>
internal static class RemoteItemElement
{
    public static void Write(XmlWriter xml, RemoteItem item) => xml.EmptyElement("podcast", "remoteItem", FeedXml.Podcast,
        ("feedGuid", item.FeedGuid),
        ("feedUrl", item.FeedUrl?.AbsoluteUri),
        ("itemGuid", item.ItemGuid),
        ("medium", item.Medium),
        ("title", item.Title is { } title ? SafeText.Line(title) : null));

    public static void Around(XmlWriter xml, string element, IEnumerable<RemoteItem> items)
    {
        xml.WriteStartElement("podcast", element, FeedXml.Podcast);
        foreach (var item in items) Write(xml, item);
        xml.WriteEndElement();
    }
}
