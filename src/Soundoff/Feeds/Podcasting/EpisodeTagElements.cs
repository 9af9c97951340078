using System.Xml;
using Soundoff.Episodes.Podcasting;

namespace Soundoff.Feeds.Podcasting;

/// <summary>The tags of the Podcasting 2.0 namespace that only few episodes use, in the order of their output.</summary>
internal static class EpisodeTagElements
{
    public static void Write(XmlWriter xml, EpisodeTags tags)
    {
        xml.Places(tags.Places);
        foreach (var way in tags.Funding) xml.PodcastElement("funding", way.Title, 128, ("url", way.Address.AbsoluteUri));
        foreach (var enclosure in tags.Enclosures) AlternateEnclosureElement.Write(xml, enclosure);
        foreach (var link in tags.ContentLinks) xml.PodcastElement("contentLink", link.Title, 255, ("href", link.Address.AbsoluteUri));
        xml.Images(tags.Images);
        xml.Threads(tags.Threads);
        xml.Chat(tags.Chat);
        foreach (var value in tags.Value) ValueElement.Write(xml, value);
        xml.Texts(tags.Texts);
        xml.Extra(tags.Extra);
    }
}
