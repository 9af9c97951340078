using System.Xml.Linq;

namespace Soundoff.Cli.Import.Reading;

/// <summary>A field as the notes or <c>show.yaml</c> have it.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Values">What it is made of; without names for a field that is one text.</param>
internal sealed record FoundField(string Field, IReadOnlyList<(string Name, string? Value)> Values);

/// <summary>
/// Elements of Podcasting 2.0 that are a group of fields here: they keep the names of their attributes. A value that begins with a bracket is a list, written as it is.
/// </summary>
internal static class PodcastTags
{
    /// <summary>Whether only one may stand in the file.</summary>
    public static bool IsSingle(string field) => field is "chat" or "updateFrequency";

    /// <summary>The field an element becomes; null for any other element, and for one that lacks what it needs.</summary>
    public static FoundField? Of(XElement element, Uri? home, bool isShow)
    {
        var line = element.Line();
        switch (Tags.Of(element))
        {
            case "podcast:location" when line is not null: return new("location", [("name", Texts.SafeText.Line(line, 128)), .. Said(element, "rel", "geo", "osm", "country")]);
            case "podcast:socialInteract" when element.Said("protocol") is not null: return new("socialInteract", Said(element, "protocol", "uri", "accountId", "accountUrl", "priority"));
            case "podcast:txt" when line is not null: return new("txt", [("text", line), .. Said(element, "purpose")]);
            case "podcast:chat" when element.Said("server") is not null: return new("chat", Said(element, "server", "protocol", "accountId", "space"));
            case "podcast:value" when element.Said("type") is not null: return Value(element);
            case "podcast:alternateEnclosure" when !isShow && element.Said("type") is not null && Sources(element, home) is { Count: > 0 } sources:
                return new("alternateEnclosures", [.. Said(element, "type", "length", "bitrate", "height", "lang", "title", "rel", "codecs", "default"), ("sources", $"[{string.Join(", ", sources.Select(source => Writing.YamlText.Scalar(source, inList: true)))}]")]);
            case "podcast:funding" when !isShow && Written.Address(home, element.Said("url")) is { } way: return new("funding", [("title", line ?? way.Host), ("url", way.AbsoluteUri)]);
            case "podcast:trailer" when isShow && Written.Address(home, element.Said("url")) is { } trailer && FeedDates.Read(element.Said("pubdate") ?? "") is { } date:
                return new("trailers", [("title", line ?? "Trailer"), ("url", trailer.AbsoluteUri), ("date", date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), .. Said(element, "type", "length", "season")]);
            case "podcast:updateFrequency" when isShow && line is not null: return new("updateFrequency", [("text", line), ("rule", element.Said("rrule")), ("start", element.Said("dtstart")), ("complete", element.Said("complete"))]);
            default: return null;
        }
    }

    private static FoundField? Value(XElement element)
    {
        var recipients = element.Elements().Where(e => e.Name.LocalName == "valueRecipient").Select(recipient =>
            $"{{ {string.Join(", ", Said(recipient, "name", "type", "address", "split", "fee", "customKey", "customValue").Select(value => $"{value.Name}: {(value.Name is "split" or "fee" ? value.Value : Writing.YamlText.Scalar(value.Value!, inList: true))}"))} }}").ToList();
        // Payments for a stretch of the recording stay behind rather than go to somebody else.
        return recipients.Count == 0 || element.Elements().Any(e => e.Name.LocalName == "valueTimeSplit") ? null : new("value", [.. Said(element, "type", "method", "suggested"), ("recipients", $"[{string.Join(", ", recipients)}]")]);
    }

    private static List<string> Sources(XElement element, Uri? home) =>
        [.. element.Elements().Where(e => e.Name.LocalName == "source").Select(source => Written.Address(home, source.Said("uri"))?.AbsoluteUri).OfType<string>()];

    private static IReadOnlyList<(string Name, string? Value)> Said(XElement element, params string[] names) => [.. names.Select(name => (name, element.Said(name))).Where(value => value.Item2 is not null)];
}
