using System.Globalization;
using Soundoff.Catalog;
using Soundoff.Lists;
using Soundoff.Pages;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Publishing.Rendering;

/// <summary>The pages of a topic, a guest or a season: the newest hundred, and the older ones by year; and how many there are.</summary>
public sealed class NamedPages(CatalogTable catalog, PageRenderer pages)
{
    /// <summary>Episodes of the first page.</summary>
    public const int OnList = 100;

    /// <param name="round">The round.</param>
    /// <param name="list">Its kind: <see cref="NamedList.OfTopic"/>, say.</param>
    /// <param name="slug">Which.</param>
    /// <param name="changes">The years in which it changed, as <see cref="NamedChange"/> writes them.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RenderAsync(Round round, char list, string slug, IEnumerable<NamedChange> changes, CancellationToken cancellation)
    {
        var settings = await round.SettingsAsync();
        var found = await round.NamedAsync(list, slug);
        int? older = found?.Episodes.Count > OnList ? found.Episodes[OnList].Date.Year : null;
        var page = found is null ? null : Page(settings, list, slug, found with { Episodes = [.. found.Episodes.Take(OnList)] }, null, older);
        await round.PageAsync(Path(round.Show, list, slug, null), page);

        var counts = Counts((await round.NamesAsync()).Find(list, slug), found, older);

        // The years that changed, and the year that the newest hundred now overflow into. What only grew, and overflows into none, never had any.
        var years = changes.Where(c => older is not null || c.Left).Select(c => (int?)c.Year).Append(older).OfType<int>().Distinct();
        foreach (var year in years)
        {
            var (shown, count) = await YearAsync(round, settings, list, slug, year, older, cancellation);
            await round.PageAsync(Path(round.Show, list, slug, year), shown);
            if (older is null || year > older) continue;
            if (count > 0) counts[year] = count;
            else counts.Remove(year);
        }

        if (found is null) (await round.NamesAsync()).Remove(list, slug);
        else (await round.NamesAsync()).Set(new(list, slug, found.Name, counts));
    }

    // Of years that the newest hundred hold whole, what they say; of older ones, what was counted when they changed.
    private static Dictionary<int, int> Counts(NamedCount? last, NamedList? found, int? older)
    {
        var counts = (last?.Years ?? new Dictionary<int, int>()).Where(y => y.Key <= older).ToDictionary();
        foreach (var year in (found?.Episodes ?? []).GroupBy(e => e.Date.Year))
            if (older is null || year.Key > older) counts[year.Key] = year.Count();
        return counts;
    }

    private async Task<(byte[]? Page, int Episodes)> YearAsync(Round round, Show settings, char list, string slug, int year, int? newest, CancellationToken cancellation)
    {
        if (newest is null || year > newest) return (null, 0);
        var found = await catalog.NamedInYearAsync(round.Show, list, slug, year, cancellation);
        var episodes = (found?.Episodes ?? []).Where(e => e.Date.Year == year).ToList();
        if (found is null || episodes.Count == 0) return (null, 0);
        var below = found.Episodes.Where(e => e.Date.Year < year).Select(e => (int?)e.Date.Year).Max();
        return (Page(settings, list, slug, found with { Episodes = episodes }, year, below), episodes.Count);
    }

    private byte[] Page(Show show, char list, string slug, NamedList found, int? year, int? older) => list switch
    {
        NamedList.OfTopic => pages.Topic(show, slug, found, year, older),
        NamedList.OfGuest => pages.Guest(show, slug, found, year, older),
        _ => pages.Season(show, SeasonOf(slug), found, year, older),
    };

    private static string Path(string show, char list, string slug, int? year) => list switch
    {
        NamedList.OfTopic => SitePaths.Topic(show, slug, year),
        NamedList.OfGuest => SitePaths.Guest(show, slug, year),
        _ => SitePaths.Season(show, SeasonOf(slug), year),
    };

    private static int SeasonOf(string slug) => int.Parse(slug, CultureInfo.InvariantCulture);
}
