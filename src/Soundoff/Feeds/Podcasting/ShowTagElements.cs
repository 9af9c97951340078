using System.Globalization;
using System.Xml;
using Soundoff.Shows;
using Soundoff.Shows.Podcasting;

namespace Soundoff.Feeds.Podcasting;

/// <summary>The tags of the Podcasting 2.0 namespace that only few shows use, in the order of their output.</summary>
internal static class ShowTagElements
{
    public static void Write(XmlWriter xml, ShowTags tags, Show show)
    {
        foreach (var block in tags.Blocks) xml.PodcastElement("block", block.IsBlocked ? "yes" : "no", 128, ("id", block.Platform));
        xml.Places(tags.Places);
        foreach (var trailer in tags.Trailers) Trailer(xml, trailer, show.Zone);
        if (tags.Frequency is { } frequency) Frequency(xml, frequency);
        xml.Images(tags.Images);
        xml.Threads(tags.Threads);
        xml.Chat(tags.Chat);
        foreach (var value in tags.Value) ValueElement.Write(xml, value);
        if (tags.Publisher is { } publisher) RemoteItemElement.Around(xml, "publisher", [publisher]);
        if (tags.Podroll.Count > 0) RemoteItemElement.Around(xml, "podroll", tags.Podroll);
        if (tags.UsesPodping) xml.EmptyElement("podcast", "podping", FeedXml.Podcast, ("usesPodping", "true"));
        xml.Texts(tags.Texts);
        foreach (var item in tags.Items) RemoteItemElement.Write(xml, item);
        xml.Extra(tags.Extra);
    }

    private static void Trailer(XmlWriter xml, Trailer trailer, TimeZoneInfo zone) => xml.PodcastElement("trailer", trailer.Title, 128,
        ("pubdate", FeedDate.Rfc2822(trailer.Date.At(zone))),
        ("url", trailer.Address.AbsoluteUri),
        ("length", trailer.Length?.ToString(CultureInfo.InvariantCulture)),
        ("type", trailer.Type),
        ("season", trailer.Season?.ToString(CultureInfo.InvariantCulture)));

    private static void Frequency(XmlWriter xml, UpdateFrequency frequency) => xml.PodcastElement("updateFrequency", frequency.Text, 128,
        ("complete", frequency.IsComplete ? "true" : null),
        ("dtstart", frequency.Start),
        ("rrule", frequency.Rule));
}
