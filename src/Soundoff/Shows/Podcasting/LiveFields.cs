using Soundoff.Episodes;
using Soundoff.Fields;
using Soundoff.Fields.Podcasting;

namespace Soundoff.Shows.Podcasting;

/// <summary>Reads <c>live:</c>, what is or will be on air.</summary>
internal static class LiveFields
{
    private const string Tag = "podcast:liveItem";
    private const int Most = 20;

    /// <summary>The items in the order of their beginning.</summary>
    public static IReadOnlyList<LiveItem> Read(FieldReader fields, TimeZoneInfo zone)
    {
        var items = fields.Groups("live", "live", "Write \"title\", \"start\" and \"stream\".", (live, whole) => Item(live, whole, zone));
        if (items.Count > Most) fields.Warn("live", fields.Node("live")!, $"There are more than {Most} live items, so the last are left out ({Tag}).", "Remove those that are over.");
        return [.. items.DistinctBy(i => i.Slug).Take(Most).OrderBy(i => i.Start)];
    }

    private static LiveItem? Item(FieldReader live, YamlMap whole, TimeZoneInfo zone)
    {
        if (live.Needed("title", whole, Tag) is not { } title || live.Needed("stream", whole, Tag, 2000) is null || live.Address("stream") is not { } stream) return null;
        if (Date(live, "start", whole, zone) is not { } start) return null;
        var end = live.Node("end") is null ? null : Date(live, "end", whole, zone);
        if (end <= start)
        {
            live.Warn(live.PathOf("end"), live.Node("end")!, $"It ends before it begins, so the end is left out ({Tag}).", "Correct its end.");
            end = null;
        }

        return new()
        {
            Title = title,
            Slug = Slug.From(live.Text("episode") ?? title),
            Start = start,
            End = end,
            Status = live.OneOf("status", LiveItem.Statuses, Tag),
            Stream = stream,
            Type = live.MediaType("type") ?? "audio/mpeg",
            Description = live.Text("description"),
            Image = live.Address("image"),
            Links = live.Links("contentLinks"),
            Chat = live.Chat(),
        };
    }

    private static DateTimeOffset? Date(FieldReader live, string key, YamlMap whole, TimeZoneInfo zone)
    {
        if (live.Needed(key, whole, Tag) is not { } written) return null;
        var (date, wrong) = WrittenDates.Read(written);
        if (date is not null) return TimeZoneInfo.ConvertTime(date.At(zone), zone);
        live.Warn(live.PathOf(key), live.Node(key)!, $"The date \"{FieldReader.Cut(written, 60)}\" {wrong} ({Tag}).", "Write it as 2026-03-01 18:00.");
        return null;
    }
}
