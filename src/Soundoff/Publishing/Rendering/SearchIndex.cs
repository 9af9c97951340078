using System.Globalization;
using Soundoff.Intake;
using Soundoff.Lists;
using Soundoff.Search;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>
/// What search reads: the words of each episode, an index of each month, and one of each year that has ended, which is put together from its months. An episode
/// changes its own text and its month, be the show as large as it will; and a search asks one index for each year and for each month of the newest year.
/// </summary>
public static class SearchIndex
{
    /// <summary>A detail of work that has a month made from the episodes' records, whatever its index says: the month, and this.</summary>
    public const char Anew = '!';

    /// <summary>The names of the indexes that a search asks, newest first.</summary>
    public static IReadOnlyList<string> BlocksOf(IReadOnlyList<MonthRow> months) =>
    [
        .. months.Where(m => m.Month.Year == months[^1].Month.Year).Select(m => m.Month.ToString()).Reverse(),
        .. months.Select(m => m.Month.Year).Distinct().Where(y => y < months[^1].Month.Year).Reverse().Select(y => y.ToString("0000", CultureInfo.InvariantCulture)),
    ];

    /// <param name="round">The round.</param>
    /// <param name="year">The year.</param>
    /// <param name="details">The months that changed; an empty one when a year beside it opened or closed.</param>
    public static async Task RenderAsync(Round round, int year, IReadOnlyCollection<string> details)
    {
        var written = new Dictionary<Month, IReadOnlyList<IndexedEpisode>>();
        foreach (var month in details.Where(d => d.Length > 0).GroupBy(d => Month.Parse(d.TrimEnd(Anew))))
            written[month.Key] = await MonthAsync(round, month.Key, isAnew: month.Any(d => d.EndsWith(Anew)));

        var months = (await round.MonthsAsync()).Select(m => m.Month).ToList();
        var path = SitePaths.SearchBlock(round.Show, year);
        if (months.Any(m => m.Year > year))
        {
            var all = new List<IndexedEpisode>();
            foreach (var month in months.Where(m => m.Year == year).Reverse()) all.AddRange(written.GetValueOrDefault(month) ?? await ReadAsync(round, SitePaths.SearchBlock(round.Show, month)));
            await WriteAsync(round, path, all);
        }
        else if (details.Contains(""))
        {
            await WriteAsync(round, path, []);
        }
    }

    // Those whose text is the one that is indexed stay as they are; of others the record is read.
    private static async Task<IReadOnlyList<IndexedEpisode>> MonthAsync(Round round, Month month, bool isAnew)
    {
        var path = SitePaths.SearchBlock(round.Show, month);
        var last = (await ReadAsync(round, path)).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var episodes = new List<IndexedEpisode>();
        foreach (var listed in (await round.MonthAsync(month)).Episodes)
        {
            var known = last.GetValueOrDefault(EpisodeText.IdOf(listed.Slug));
            if (known is not null && known.Tag == listed.TextTag && !isAnew) episodes.Add(known);
            else if (await TextAsync(round, listed.Slug, known is null) is { } changed) episodes.Add(changed);
        }

        await WriteAsync(round, path, episodes);
        return episodes;
    }

    private static async Task<IndexedEpisode?> TextAsync(Round round, string slug, bool isNew)
    {
        if (await round.EpisodeAsync(slug) is not { } record) return null;
        var show = await round.SettingsAsync();
        var text = EpisodeText.Of(EpisodeFactory.Make(record, show), show);
        await round.WriteAsync(SitePaths.SearchText(round.Show, text.Id), new(text.Pack(), "application/gzip", Caching.Minute), isNew);
        return text.Index();
    }

    private static async Task<IReadOnlyList<IndexedEpisode>> ReadAsync(Round round, string path) => await round.ReadAsync(path) is { } bytes ? IndexBlock.Read(bytes) ?? [] : [];

    private static Task WriteAsync(Round round, string path, List<IndexedEpisode> episodes) =>
        round.WriteAsync(path, episodes.Count == 0 ? null : new(IndexBlock.Write(episodes), MediaTypes.Bytes, Caching.Minute));
}
