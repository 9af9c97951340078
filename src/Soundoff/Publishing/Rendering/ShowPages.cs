using Soundoff.Catalog;
using Soundoff.Lists;
using Soundoff.Pages;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>The pages that list a show's episodes: its home, its months, its years with their sitemaps.</summary>
public sealed class ShowPages(CatalogTable catalog, PageRenderer pages)
{
    /// <summary>Episodes on the home page.</summary>
    public const int OnHome = 24;

    /// <summary>The home page. A show without files has none.</summary>
    public async Task HomeAsync(Round round, CancellationToken cancellation)
    {
        var home = await round.RecordAsync() is { } record
            ? pages.Home(record.Show, await (await round.NewestAsync()).EpisodesAsync(OnHome, cancellation), await round.MonthsAsync(), await NamesAsync(round)) : null;
        await round.PageAsync(SitePaths.Home(round.Show), home);
    }

    /// <summary>The page with all topics, or all guests.</summary>
    public async Task NamesAsync(Round round, char list)
    {
        var show = await round.RecordAsync();
        var names = show is null ? [] : (await round.NamesAsync()).Of(list);
        if (list == NamedList.OfTopic) await round.PageAsync(SitePaths.Topics(round.Show), show is null ? null : pages.Topics(show.Show, names));
        else await round.PageAsync(SitePaths.Guests(round.Show), show is null ? null : pages.Guests(show.Show, names));
    }

    /// <summary>The pages that lead further. They lead to the lists of topics and guests, which are therefore there from the first day.</summary>
    public async Task WaysAsync(Round round)
    {
        var show = (await round.RecordAsync())?.Show;
        await round.PageAsync(SitePaths.Subscribe(round.Show), show is null ? null : pages.Subscribe(show));
        await round.WriteAsync(SitePaths.FeedCode(round.Show), show is null ? null : new(pages.Code(show), MediaTypes.Of(".svg"), Caching.Minute));
        await round.PageAsync(SitePaths.Search(round.Show), show is null ? null : pages.Search(show, SearchIndex.BlocksOf(await round.MonthsAsync()), await round.MonthsAsync()));
        foreach (var list in new[] { NamedList.OfTopic, NamedList.OfGuest }) await NamesAsync(round, list);
    }

    private static async Task<IReadOnlyList<NamedCount>> NamesAsync(Round round)
    {
        var names = await round.NamesAsync();
        return [.. names.Of(NamedList.OfTopic), .. names.Of(NamedList.OfGuest), .. names.Of(NamedList.OfSeason)];
    }

    /// <summary>A month's page.</summary>
    public async Task MonthAsync(Round round, Month month)
    {
        var episodes = (await round.MonthAsync(month)).Episodes;
        var months = (await round.MonthsAsync()).Select(m => (Month?)m.Month).ToList();
        var page = episodes.Count == 0 ? null : pages.Month(await round.SettingsAsync(), month, episodes, months.LastOrDefault(m => m < month), months.FirstOrDefault(m => m > month));
        await round.PageAsync(SitePaths.Month(round.Show, month), page);
    }

    /// <summary>A year's page and its sitemap.</summary>
    public async Task YearAsync(Round round, int year, CancellationToken cancellation)
    {
        var months = await round.MonthsAsync();
        var episodes = await catalog.InYearAsync(round.Show, year, cancellation);
        var page = months.All(m => m.Month.Year != year) ? null : pages.Year(await round.SettingsAsync(), year, months, episodes);
        await round.PageAsync(SitePaths.Year(round.Show, year), page);

        var listed = new List<(string, DateTimeOffset?)>();
        foreach (var month in episodes.GroupBy(e => e.Month).OrderBy(m => m.Key))
        {
            listed.Add((SitePaths.Month(round.Show, month.Key), null));
            listed.AddRange(month.Select(e => (SitePaths.Episode(round.Show, e.Slug), (DateTimeOffset?)e.Date)));
        }

        var map = listed.Count == 0 ? null : pages.Sitemap(listed.Prepend((SitePaths.Year(round.Show, year), null)).Prepend((SitePaths.Home(round.Show), null)));
        await round.WriteAsync(SitePaths.Sitemap(round.Show, year), map is null ? null : new SiteContent(map, PublicTypes.Xml, Caching.Minute));
    }
}
