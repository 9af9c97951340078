using System.Xml;
using Soundoff.Episodes;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>An <c>entry</c> of the Atom feed, in the order of its output.</summary>
internal static class AtomEntry
{
    public static ReadOnlyMemory<byte> Render(Episode episode, Show show, SiteUrls urls, FeedBody body) =>
        FeedXml.Fragment(xml => FeedXml.OpenAtom(xml, show.Language), xml => Write(xml, episode, show, urls, body));

    /// <summary>A GUID as the IRI that RFC 4287 section 4.2.6 asks for.</summary>
    public static string Id(string guid)
    {
        if (Guid.TryParse(guid, out var uuid)) return $"urn:uuid:{uuid}";
        return Uri.TryCreate(guid, UriKind.Absolute, out var address) ? address.AbsoluteUri : $"urn:uuid:{Uuid5.Of(Guid.Empty, guid)}";
    }

    private static void Write(XmlWriter xml, Episode episode, Show show, SiteUrls urls, FeedBody body)
    {
        xml.WriteStartElement("entry", FeedXml.Atom);
        if (episode.Language != show.Language) xml.WriteAttributeString("xml", "lang", null, episode.Language);
        xml.WriteElementString("id", FeedXml.Atom, Id(episode.Guid));
        xml.WriteElementString("title", FeedXml.Atom, SafeText.Line(episode.Title));
        xml.WriteElementString("published", FeedXml.Atom, FeedDate.Rfc3339(episode.Date));
        xml.WriteElementString("updated", FeedXml.Atom, FeedDate.Rfc3339(episode.Date));
        foreach (var host in episode.Hosts) Person(xml, "author", host);
        foreach (var guest in episode.People.Where(p => p.Role != "host")) Person(xml, "contributor", guest);
        xml.AtomLink("", "alternate", urls.Episode(show.Name, episode.Slug), "text/html");
        if (episode.Audio is { } audio) xml.AtomLink("", "enclosure", urls.Of(audio.Path), audio.Type, audio.Length);
        foreach (var topic in episode.Topics) xml.EmptyElement("", "category", FeedXml.Atom, ("term", topic.Slug), ("label", topic.Name));
        if (episode.Standfirst is { } standfirst) xml.WriteElementString("summary", FeedXml.Atom, SafeText.Bytes(standfirst, RssItem.DescriptionLimit));
        Content(xml, body.Html);
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string element, Person person)
    {
        xml.WriteStartElement(element, FeedXml.Atom);
        xml.WriteElementString("name", FeedXml.Atom, SafeText.Line(person.Name, 128));
        if (person.Link is { } link) xml.WriteElementString("uri", FeedXml.Atom, link.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Content(XmlWriter xml, string html)
    {
        xml.WriteStartElement("content", FeedXml.Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteCData(html);
        xml.WriteEndElement();
    }
}
