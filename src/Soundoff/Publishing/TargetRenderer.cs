using System.Globalization;
using Soundoff.Catalog;
using Soundoff.Feeds;
using Soundoff.Intake;
using Soundoff.Lists;
using Soundoff.Mail.Keeping;
using Soundoff.Pages;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing;

/// <summary>Renders one target from what records and rows say now. What has no source any more is removed.</summary>
public sealed class TargetRenderer(CatalogTable catalog, Records records, SiteContainer site, PageRenderer pages, PublishedLetters letters, SiteUrls urls)
{
    private volatile bool assetsAreThere;

    private const int OnHome = 24;
    private const int OnList = 100;
    private const string Html = "text/html; charset=utf-8";
    private const string Xml = "application/xml; charset=utf-8";
    private const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Puts style and script where pages of this engine look for them; once in the life of a process, as their names tell their content.</summary>
    public async Task PutAssetsAsync(CancellationToken cancellation)
    {
        if (assetsAreThere) return;
        foreach (var asset in SiteAssets.All) await site.PutAsync(asset.Path, asset.Bytes, asset.Type, cancellation);
        assetsAreThere = true;
    }

    /// <summary>The targets with neighbours looked up, each once.</summary>
    public async Task<IReadOnlyCollection<Target>> ExpandAsync(string show, IReadOnlyCollection<Target> targets, CancellationToken cancellation)
    {
        var all = new HashSet<Target>(targets.Count);
        foreach (var target in targets)
        {
            if (target.Kind == TargetKind.Neighbours) all.UnionWith(await NeighboursAsync(show, target, cancellation));
            else if (target.Kind == TargetKind.MonthsAround) all.UnionWith(await MonthsAroundAsync(show, Month.Parse(target.Name), cancellation));
            else all.Add(target);
        }

        return all;
    }

    /// <summary>Writes, or removes, all blobs of a target.</summary>
    public Task RenderAsync(string show, Target target, CancellationToken cancellation) => target.Kind switch
    {
        TargetKind.Page => PageAsync(show, target.Name, cancellation),
        TargetKind.Home => HomeAsync(show, cancellation),
        TargetKind.Feed => FeedsAsync(show, cancellation),
        TargetKind.Month => MonthAsync(show, Month.Parse(target.Name), cancellation),
        TargetKind.Year => YearAsync(show, int.Parse(target.Name, CultureInfo.InvariantCulture), cancellation),
        TargetKind.Topic => NamedAsync(show, 't', target.Name, int.Parse(target.Detail, CultureInfo.InvariantCulture), cancellation),
        TargetKind.Guest => NamedAsync(show, 'g', target.Name, int.Parse(target.Detail, CultureInfo.InvariantCulture), cancellation),
        TargetKind.Index => IndexAsync(cancellation),
        _ => Task.CompletedTask,
    };

    private async Task<IEnumerable<Target>> NeighboursAsync(string show, Target target, CancellationToken cancellation)
    {
        var date = DateTimeOffset.ParseExact(target.Detail, "O", CultureInfo.InvariantCulture);
        var (older, newer) = await catalog.NeighboursAsync(show, date, target.Name, cancellation);
        return new[] { older, newer }.OfType<ListedEpisode>().Select(e => new Target(TargetKind.Page, e.Slug));
    }

    private async Task<IEnumerable<Target>> MonthsAroundAsync(string show, Month month, CancellationToken cancellation)
    {
        var months = (await catalog.MonthsAsync(show, cancellation)).Select(m => m.Month).ToList();
        var around = new[] { months.Where(m => m < month).Select(m => (Month?)m).LastOrDefault(), months.Where(m => m > month).Select(m => (Month?)m).FirstOrDefault() };
        var targets = around.OfType<Month>().Select(m => new Target(TargetKind.Month, m.ToString()));
        // Years link to each other as months do, and a month that came or went may be all of its year.
        if (months.Any(m => m != month && m.Year == month.Year)) return targets;
        return targets.Concat(around.OfType<Month>().Select(m => new Target(TargetKind.Year, m.Year.ToString("0000", CultureInfo.InvariantCulture))));
    }

    private Task PageAsync(string show, string slug, CancellationToken cancellation) => PageOrNothing(SitePaths.Episode(show, slug), async () =>
    {
        if (await catalog.FindAsync(show, slug, cancellation) is { State: EpisodeState.Live } identity && await records.EpisodeAsync(show, slug, cancellation) is { } record)
        {
            var settings = await ShowAsync(show, cancellation);
            var episode = EpisodeFactory.Make(record, settings);
            var (older, newer) = await catalog.NeighboursAsync(show, episode.Date, slug, cancellation);
            return pages.Episode(settings, episode, older, newer, await letters.OfAsync(show, [slug, .. identity.Aliases], cancellation));
        }

        return await catalog.AliasAsync(show, slug, cancellation) is { } moved && await records.EpisodeAsync(show, moved, cancellation) is { } there
            ? pages.Redirect(await ShowAsync(show, cancellation), urls.Episode(show, moved), there.Facts.Title ?? moved)
            : null;
    }, cancellation);

    private Task HomeAsync(string show, CancellationToken cancellation) => PageOrNothing(SitePaths.Home(show), async () =>
    {
        if (await records.ShowAsync(show, cancellation) is not { } record) return null;
        return pages.Home(record.Show, await catalog.NewestAsync(show, OnHome, cancellation), await catalog.MonthsAsync(show, cancellation));
    }, cancellation);

    private async Task FeedsAsync(string name, CancellationToken cancellation)
    {
        await Feed(SitePaths.Feed(name), RssFeed.Type, name, async (output, show) =>
        {
            var months = (await catalog.MonthsAsync(name, cancellation)).Reverse().Select(m => new MonthCount(m.Month, m.InFeed)).Where(m => m.Count > 0);
            var page = FeedPage.Newest(ArchiveChain.PreviousOfNewest(months, show.Feed.Items));
            await RssFeed.WriteAsync(output, show, urls, page, catalog.NewestItemsAsync(name, "Rss", show.Feed.Items, cancellation), cancellation);
        }, cancellation);
        await Feed(SitePaths.Atom(name), AtomFeed.Type, name, async (output, show) =>
        {
            var newest = await catalog.NewestAsync(name, 1, cancellation);
            await AtomFeed.WriteAsync(output, show, urls, newest.Count > 0 ? newest[0].Date : null, catalog.NewestItemsAsync(name, "Atom", show.Feed.Items, cancellation), cancellation);
        }, cancellation);
        await Feed(SitePaths.JsonFeed(name), JsonFeed.Type, name, (output, show) =>
            JsonFeed.WriteAsync(output, show, urls, catalog.NewestItemsAsync(name, "Json", show.Feed.Items, cancellation), cancellation), cancellation);
    }

    private async Task MonthAsync(string name, Month month, CancellationToken cancellation)
    {
        await PageOrNothing(SitePaths.Month(name, month), async () =>
        {
            var episodes = await catalog.InMonthAsync(name, month, cancellation);
            if (episodes.Count == 0) return null;
            var months = (await catalog.MonthsAsync(name, cancellation)).Select(m => (Month?)m.Month).ToList();
            return pages.Month(await ShowAsync(name, cancellation), month, episodes, months.LastOrDefault(m => m < month), months.FirstOrDefault(m => m > month));
        }, cancellation);
        await Document(SitePaths.FeedArchive(name, month), RssFeed.Type, async output =>
        {
            var months = (await catalog.MonthsAsync(name, cancellation)).Select(m => new MonthCount(m.Month, m.InFeed)).ToList();
            if (months.All(m => m.Month != month || m.Count == 0)) return false;
            var page = ArchiveChain.ArchiveOf(month, months);
            await RssFeed.WriteAsync(output, await ShowAsync(name, cancellation), urls, page, catalog.MonthItemsAsync(name, "Rss", month, cancellation), cancellation);
            return true;
        }, cancellation);
    }

    private async Task YearAsync(string name, int year, CancellationToken cancellation)
    {
        await PageOrNothing(SitePaths.Year(name, year), async () =>
        {
            var months = await catalog.MonthsAsync(name, cancellation);
            return months.All(m => m.Month.Year != year) ? null : pages.Year(await ShowAsync(name, cancellation), year, months);
        }, cancellation);
        await Put(SitePaths.Sitemap(name, year), Xml, async () =>
        {
            var listed = new List<(string, DateTimeOffset?)>();
            foreach (var month in (await catalog.InYearAsync(name, year, cancellation)).GroupBy(e => e.Month).OrderBy(m => m.Key))
            {
                listed.Add((SitePaths.Month(name, month.Key), null));
                listed.AddRange(month.Select(e => (SitePaths.Episode(name, e.Slug), (DateTimeOffset?)e.Date)));
            }

            return listed.Count == 0 ? null : pages.Sitemap(listed.Prepend((SitePaths.Year(name, year), null)).Prepend((SitePaths.Home(name), null)));
        }, cancellation);
    }

    private async Task NamedAsync(string name, char list, string slug, int changed, CancellationToken cancellation)
    {
        int? older = null;
        await PageOrNothing(NamedPath(name, list, slug, null), async () =>
        {
            var found = await catalog.NamedAsync(name, list, slug, OnList + 1, cancellation);
            if (found is null) return null;
            older = found.Episodes.Count > OnList ? found.Episodes[OnList].Date.Year : null;
            return Named(await ShowAsync(name, cancellation), list, slug, found with { Episodes = [.. found.Episodes.Take(OnList)] }, null, older);
        }, cancellation);

        // The year that changed, and the year that the newest hundred now overflow into.
        foreach (var year in new[] { changed, older }.OfType<int>().Distinct())
        {
            await PageOrNothing(NamedPath(name, list, slug, year), async () =>
            {
                if (older is null || year > older) return null;
                var found = await catalog.NamedInYearAsync(name, list, slug, year, cancellation);
                if (found is null) return null;
                var below = found.Episodes.Where(e => e.Date.Year < year).Select(e => (int?)e.Date.Year).Max();
                return Named(await ShowAsync(name, cancellation), list, slug, found with { Episodes = [.. found.Episodes.Where(e => e.Date.Year == year)] }, year, below);
            }, cancellation);
        }
    }

    private byte[] Named(Show show, char list, string slug, NamedList found, int? year, int? older) =>
        list == 't' ? pages.Topic(show, slug, found, year, older) : pages.Guest(show, slug, found, year, older);

    private static string NamedPath(string show, char list, string slug, int? year) => list == 't' ? SitePaths.Topic(show, slug, year) : SitePaths.Guest(show, slug, year);

    private async Task IndexAsync(CancellationToken cancellation)
    {
        await Put(SitePaths.Robots, PlainText, () => Task.FromResult<byte[]?>(pages.Robots()), cancellation);
        await Put(SitePaths.NotFound, Html, async () => pages.NotFound(await ShowsAsync(cancellation)), cancellation);
        await Put(SitePaths.Root, Html, async () => pages.Root(await ShowsAsync(cancellation)), cancellation);
        await Put(SitePaths.SitemapIndex, Xml, async () =>
        {
            var maps = new List<string>();
            foreach (var name in await records.ShowsAsync(cancellation))
                maps.AddRange((await catalog.MonthsAsync(name, cancellation)).Select(m => m.Month.Year).Distinct().Select(year => SitePaths.Sitemap(name, year)));
            return pages.SitemapIndex(maps);
        }, cancellation);
    }

    private async Task<IReadOnlyList<Show>> ShowsAsync(CancellationToken cancellation)
    {
        var shows = new List<Show>();
        foreach (var name in await records.ShowsAsync(cancellation)) shows.Add(await ShowAsync(name, cancellation));
        return shows;
    }

    private async Task<Show> ShowAsync(string name, CancellationToken cancellation) => (await records.ShowAsync(name, cancellation))?.Show ?? ShowDefaults.For(name);

    private Task PageOrNothing(string path, Func<Task<byte[]?>> render, CancellationToken cancellation) => Put(path, Html, render, cancellation);

    private Task Put(string path, string type, Func<Task<byte[]?>> render, CancellationToken cancellation) =>
        site.UpdateAsync(path, async () => await render() is { } bytes ? new SiteContent(bytes, type, Caching.Minute) : null, cancellation);

    // A show without a record has no files any more, and no feeds.
    private Task Feed(string path, string type, string name, Func<Stream, Show, Task> write, CancellationToken cancellation) => Document(path, type, async output =>
    {
        if (await records.ShowAsync(name, cancellation) is not { } record) return false;
        await write(output, record.Show);
        return true;
    }, cancellation);

    private Task Document(string path, string type, Func<Stream, Task<bool>> write, CancellationToken cancellation) => site.UpdateAsync(path, async () =>
    {
        using var output = new MemoryStream();
        return await write(output) ? new SiteContent(output.GetBuffer().AsMemory(0, (int)output.Length), type, Caching.Minute) : null;
    }, cancellation);
}
