using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>OPML 2.0: all shows of the station, as apps import subscriptions. Blocked shows are not in it.</summary>
public static class ShowsOpml
{
    /// <summary>The media type it is served as.</summary>
    public const string Type = "text/x-opml; charset=utf-8";

    /// <summary>The document in UTF-8, shows as they come; the same shows give the same bytes.</summary>
    public static byte[] Write(IEnumerable<Show> shows, SiteUrls urls)
    {
        using var bytes = new MemoryStream();
        using (var xml = FeedXml.Create(bytes))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", urls.Base.Host);
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var show in shows.Where(s => !s.Block))
                xml.EmptyElement("", "outline", "",
                    ("type", "rss"),
                    ("text", SafeText.Line(show.Title)),
                    ("title", SafeText.Line(show.Title)),
                    ("description", show.Description.Length > 0 ? SafeText.Line(show.Description) : null),
                    ("language", show.Language),
                    ("htmlUrl", urls.Home(show.Name)),
                    ("xmlUrl", urls.Feed(show.Name)));
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }
}
