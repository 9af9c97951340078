using System.Text.Json;
using Azure.Data.Tables;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Lists;
using Soundoff.Search;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Catalog;

/// <summary>The rows that lists and feeds are made of: one per episode with its finished feed items, and a light one per topic and guest.</summary>
internal static class Listing
{
    private const int PropertyLimit = 64 * 1024;
    private const int SummaryLimit = 300;

    // Guests, and topics, that a list names beside an episode.
    private const int MostNames = 4;

    /// <summary>The columns of a row without its feed items.</summary>
    public static readonly string[] Light = ["PartitionKey", "RowKey", "Slug", "Title", "Language", "Date", "Summary", "Seconds", "Audio", "Artwork", "Thumbnail", "Guests", "Topics", "Text", "Season", "Number", "Name", "Description", "Month"];

    /// <summary>All rows of a live episode.</summary>
    public static IEnumerable<TableEntity> Rows(Episode episode, Show show, SiteUrls urls)
    {
        var listed = Row(episode, RowKeys.Listing(episode.Date, episode.Slug));
        listed["Text"] = EpisodeText.Of(episode, show).Tag;
        var items = FeedItems.Render(episode, show, urls);
        Put(listed, "Rss", items.Rss);
        Put(listed, "Atom", items.Atom);
        Put(listed, "Json", items.Json);
        yield return listed;
        yield return new TableEntity(episode.Show, RowKeys.Reverse(episode.Date, episode.Slug)) { ["Slug"] = episode.Slug };
        foreach (var topic in episode.Topics.Take(NamedList.MostOfOneEpisode))
            yield return Named(Row(episode, RowKeys.Topic(topic.Slug, episode.Date, episode.Slug)), topic.Name, null);
        foreach (var guest in episode.Guests.Take(NamedList.MostOfOneEpisode).DistinctBy(g => Slug.From(g.Name)))
            yield return Named(Row(episode, RowKeys.Guest(Slug.From(guest.Name), episode.Date, episode.Slug)), guest.Name, guest.Description);
        if (episode.Season is { } season)
            yield return Named(Row(episode, RowKeys.Season(season, episode.Date, episode.Slug)), episode.SeasonName ?? "", null);
    }

    public static ListedEpisode Read(TableEntity row) => new()
    {
        Slug = row.GetString("Slug"),
        Title = row.GetString("Title"),
        Language = row.GetString("Language"),
        Date = DateTimeOffset.ParseExact(row.GetString("Date"), "O", System.Globalization.CultureInfo.InvariantCulture),
        Summary = row.GetString("Summary"),
        Duration = row.GetDouble("Seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        AudioPath = row.GetString("Audio"),
        ArtworkPath = row.GetString("Artwork"),
        ThumbnailPath = row.GetString("Thumbnail"),
        Guests = Names(row, "Guests"),
        Topics = Names(row, "Topics"),
        TextTag = row.GetString("Text"),
        Season = row.GetInt32("Season"),
        Number = row.GetInt32("Number"),
    };

    /// <summary>A feed item of a row, unpacked; empty when the episode is not in that feed.</summary>
    public static ReadOnlyMemory<byte> Item(TableEntity row, string feed)
    {
        var parts = Enumerable.Range(0, 4).Select(i => row.GetBinary(feed + i)).TakeWhile(part => part is not null).ToList();
        return parts.Count == 0 ? default : FeedFragment.Unpack(parts.SelectMany(p => p!).ToArray());
    }

    /// <summary>The columns that hold a feed's items.</summary>
    public static string[] Columns(string feed) => [.. Enumerable.Range(0, 4).Select(i => feed + i)];

    private static TableEntity Row(Episode episode, string key) => new(episode.Show, key)
    {
        ["Slug"] = episode.Slug,
        ["Title"] = episode.Title,
        ["Language"] = episode.Language,
        ["Date"] = episode.Date.ToString("O"),
        ["Month"] = Month.Of(episode.Date).ToString(),
        ["Summary"] = Summary(episode),
        ["Seconds"] = episode.Duration?.TotalSeconds,
        ["Audio"] = episode.Audio?.Path,
        ["Artwork"] = episode.Artwork?.Path,
        ["Thumbnail"] = episode.Thumbnail?.Path,
        ["Guests"] = Names(episode.Guests.Select(g => new ListedName(Slug.From(g.Name), g.Name))),
        ["Topics"] = Names(episode.Topics.Select(t => new ListedName(t.Slug, t.Name))),
        ["Season"] = episode.Season,
        ["Number"] = episode.Number,
    };

    private static byte[] Names(IEnumerable<ListedName> names) => JsonSerializer.SerializeToUtf8Bytes(names.Take(MostNames), ShortJson.Options);

    private static ListedName[] Names(TableEntity row, string column) => row.GetBinary(column) is { } json ? JsonSerializer.Deserialize<ListedName[]>(json)! : [];

    private static TableEntity Named(TableEntity row, string name, string? description)
    {
        row["Name"] = name;
        row["Description"] = description;
        return row;
    }

    private static string? Summary(Episode episode)
    {
        var text = episode.Standfirst ?? PlainText.From(episode.BodyHtml).Split('\n', 2)[0];
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length <= SummaryLimit) return text;
        var cut = text.LastIndexOf(' ', SummaryLimit - 1);
        var end = cut > SummaryLimit / 2 ? cut : SummaryLimit - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }

    private static void Put(TableEntity row, string name, ReadOnlyMemory<byte> fragment)
    {
        if (fragment.IsEmpty) return;
        var packed = FeedFragment.Pack(fragment);
        for (var i = 0; i * PropertyLimit < packed.Length; i++) row[name + i] = packed.AsSpan(i * PropertyLimit, Math.Min(PropertyLimit, packed.Length - i * PropertyLimit)).ToArray();
    }
}
