using System.Globalization;
using System.Xml;
using Soundoff.Episodes;
using Soundoff.Feeds.Podcasting;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>An <c>item</c> of the RSS feed, in the order of its output.</summary>
internal static class RssItem
{
    /// <summary>Apple's limit for a description, in bytes of UTF-8.</summary>
    public const int DescriptionLimit = 4000;

    public static ReadOnlyMemory<byte> Render(Episode episode, Show show, SiteUrls urls, FeedBody body) =>
        FeedXml.Fragment(xml => FeedXml.OpenRss(xml, archive: false), xml => Write(xml, episode, show, urls, body));

    private static void Write(XmlWriter xml, Episode episode, Show show, SiteUrls urls, FeedBody body)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", SafeText.Line(episode.Title));
        xml.WriteElementString("link", urls.Episode(show.Name, episode.Slug));
        Guid(xml, episode.Guid);
        xml.WriteElementString("pubDate", FeedDate.Rfc2822(episode.Date));
        Data(xml, "", "description", null, HtmlCut.ToBytes(body.Simple(), DescriptionLimit));
        Data(xml, "content", "encoded", FeedXml.Content, body.Html);
        if (episode.Audio is { } audio) Enclosure(xml, audio, urls);
        Itunes(xml, episode, urls);
        Podcast(xml, episode, show, urls);
        xml.WriteEndElement();
    }

    private static void Guid(XmlWriter xml, string guid)
    {
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(SafeText.Clean(guid).Trim());
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string prefix, string name, string? space, string html)
    {
        xml.WriteStartElement(prefix, name, space);
        xml.WriteCData(html);
        xml.WriteEndElement();
    }

    private static void Enclosure(XmlWriter xml, PublicFile audio, SiteUrls urls)
    {
        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", urls.Of(audio.Path));
        xml.WriteAttributeString("length", audio.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", audio.Type);
        xml.WriteEndElement();
    }

    private static void Itunes(XmlWriter xml, Episode episode, SiteUrls urls)
    {
        xml.ItunesElement("title", episode.Title);
        xml.ItunesElement("duration", Seconds(episode.Duration));
        if (episode.Artwork is { } artwork) xml.EmptyElement("itunes", "image", FeedXml.Itunes, ("href", urls.Of(artwork.Path)));
        if (episode.Explicit is { } isExplicit) xml.ItunesElement("explicit", isExplicit ? "true" : "false");
        xml.ItunesElement("season", Number(episode.Season));
        xml.ItunesElement("episode", Number(episode.Number));
        xml.ItunesElement("episodeType", episode.Kind);
        if (episode.Block) xml.ItunesElement("block", "Yes");
    }

    private static void Podcast(XmlWriter xml, Episode episode, Show show, SiteUrls urls)
    {
        foreach (var transcript in episode.TranscriptFiles) Transcript(xml, transcript, episode, urls);
        if (episode.ChaptersFile is { } chapters)
            xml.EmptyElement("podcast", "chapters", FeedXml.Podcast, ("url", urls.Of(chapters.Path)), ("type", "application/json+chapters"));
        SimpleChaptersElement.Write(xml, episode.Chapters);
        foreach (var person in People(episode, show)) PersonElement.Write(xml, person);
        xml.PodcastElement("season", Number(episode.Season), 128, ("name", episode.SeasonName is { } name ? SafeText.Line(name, 128) : null));
        xml.PodcastElement("episode", Number(episode.Number) ?? episode.Tags?.Number?.ToString(CultureInfo.InvariantCulture), 128, ("display", episode.Tags?.NumberShown));
        foreach (var bite in episode.Soundbites) Soundbite(xml, bite, episode);
        if (episode.Tags is not { Places.Count: > 0 }) xml.PodcastElement("location", episode.Location);
        LicenseElement.Write(xml, episode.License, episode.Tags?.LicenseText ?? (episode.License == show.License ? show.Tags?.LicenseText : null));
        foreach (var other in episode.OtherAudio) OtherAudio(xml, other, urls);
        if (episode.Tags is { } tags) EpisodeTagElements.Write(xml, tags);
    }

    private static void Transcript(XmlWriter xml, PublicFile file, Episode episode, SiteUrls urls) =>
        xml.EmptyElement("podcast", "transcript", FeedXml.Podcast,
            ("url", urls.Of(file.Path)),
            ("type", file.Type),
            ("language", (file.Language ?? episode.Language).ToLowerInvariant()),
            ("rel", file.Type is "text/vtt" or "application/x-subrip" or "application/srt" or "application/json" ? "captions" : null));

    // The file of the enclosure in another format, which a choice calls by it.
    private static void OtherAudio(XmlWriter xml, PublicFile file, SiteUrls urls)
    {
        var format = Path.GetExtension(file.Path).TrimStart('.');
        AlternateEnclosureElement.Write(xml, new()
        {
            Type = file.Type,
            Length = file.Length,
            BitRate = file.BitRate,
            Title = format.ToUpperInvariant(),
            Codecs = format is "opus" or "flac" ? format : null,
            Sources = [new(new Uri(urls.Of(file.Path)))],
        });
    }

    // An item's persons replace the channel's whole list, so the hosts are said again.
    private static IEnumerable<Person> People(Episode episode, Show show) => episode.People.Count == 0 || episode.Hosts.Any()
        ? episode.People
        : show.Hosts.Concat(episode.People).DistinctBy(p => (p.Name, p.Role));

    private static void Soundbite(XmlWriter xml, Soundbite bite, Episode episode)
    {
        xml.WriteStartElement("podcast", "soundbite", FeedXml.Podcast);
        xml.WriteAttributeString("startTime", FeedDate.Seconds(bite.Start));
        xml.WriteAttributeString("duration", FeedDate.Seconds(bite.Duration));
        xml.WriteString(SafeText.Line(bite.Title ?? episode.Title, 128));
        xml.WriteEndElement();
    }

    // A length that could not be told, or is none, is left out: 0 would show as "0:00".
    private static string? Seconds(TimeSpan? duration) => duration is { } d && d > TimeSpan.Zero
        ? Math.Max(1, Math.Round(d.TotalSeconds, MidpointRounding.AwayFromZero)).ToString("0", CultureInfo.InvariantCulture)
        : null;

    private static string? Number(int? number) => number is > 0 ? number.Value.ToString(CultureInfo.InvariantCulture) : null;
}
