using System.Xml;
using Soundoff.Shows;
using Soundoff.Shows.Podcasting;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds.Podcasting;

/// <summary><c>podcast:liveItem</c>, an item that has a stream where others have a recording.</summary>
internal static class LiveItemElement
{
    public static void Write(XmlWriter xml, LiveItem item, string status, Show show, SiteUrls urls)
    {
        xml.WriteStartElement("podcast", "liveItem", FeedXml.Podcast);
        xml.WriteAttributeString("status", status);
        xml.WriteAttributeString("start", FeedDate.Rfc3339(item.Start));
        if (item.End is { } end) xml.WriteAttributeString("end", FeedDate.Rfc3339(end));
        xml.WriteElementString("title", SafeText.Line(item.Title));
        if (item.Description is { } description) xml.WriteElementString("description", SafeText.Bytes(description, RssItem.DescriptionLimit));
        xml.WriteElementString("link", urls.Home(show.Name));
        // The GUID of the episode that it will be.
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(EpisodeGuid.For(show.Guid, item.Slug));
        xml.WriteEndElement();
        // A stream has no length; RSS 2.0 wants one all the same.
        xml.EmptyElement("", "enclosure", "", ("url", item.Stream.AbsoluteUri), ("length", "0"), ("type", item.Type));
        // Not itunes:image, nor a date: readers that do not know live items take either for the show's own.
        if (item.Image is { } image) xml.EmptyElement("podcast", "image", FeedXml.Podcast, ("href", image.AbsoluteUri));
        foreach (var person in show.People) PersonElement.Write(xml, person);
        AlternateEnclosureElement.Write(xml, new() { Type = item.Type, IsEnclosure = true, Sources = [new(item.Stream)] });
        foreach (var link in item.Links) xml.PodcastElement("contentLink", link.Title, 255, ("href", link.Address.AbsoluteUri));
        if (item.Links.Count == 0) xml.PodcastElement("contentLink", show.Title, 255, ("href", urls.Home(show.Name)));
        xml.Chat(item.Chat);
        xml.WriteEndElement();
    }
}
