using Soundoff.Catalog;
using Soundoff.Feeds;
using Soundoff.Lists;
using Soundoff.Pages;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>
/// What belongs to all shows: root page, OPML, sitemap index, robots, 404. Renderers of several shows write it side by side, so its version is read before what it is
/// made from, and nothing of it is shared with the rest of a round.
/// </summary>
public sealed class IndexPages(CatalogTable catalog, Records records, SiteContainer site, PageRenderer pages, SiteUrls urls)
{
    // So many shows, and so many episodes of each, the 404 page names.
    private const int MostShows = 3;
    private const int MostEpisodes = 4;

    public async Task RenderAsync(CancellationToken cancellation)
    {
        await PutAsync(SitePaths.Robots, PublicTypes.PlainText, () => Task.FromResult(pages.Robots()), cancellation);
        await NotFoundAsync(cancellation);
        await PutAsync(SitePaths.Root, PublicTypes.Html, async () => pages.Root(await ShowsAsync(cancellation)), cancellation);
        await PutAsync(SitePaths.Opml, ShowsOpml.Type, async () => ShowsOpml.Write(await ShowsAsync(cancellation), urls), cancellation);
        await PutAsync(SitePaths.SitemapIndex, PublicTypes.Xml, async () =>
        {
            var maps = new List<string>();
            foreach (var name in await records.ShowsAsync(cancellation))
                maps.AddRange((await catalog.MonthsAsync(name, cancellation)).Select(m => m.Month.Year).Distinct().Select(year => SitePaths.Sitemap(name, year)));
            return pages.SitemapIndex(maps);
        }, cancellation);
    }

    /// <summary>The 404 page: a search in each show and its newest episodes, where the shows are few.</summary>
    public Task NotFoundAsync(CancellationToken cancellation) => PutAsync(SitePaths.NotFound, PublicTypes.Html, async () =>
    {
        var shows = await ShowsAsync(cancellation);
        var newest = new Dictionary<string, IReadOnlyList<ListedEpisode>>(StringComparer.Ordinal);
        foreach (var show in shows.Count > MostShows ? [] : shows) newest[show.Name] = await catalog.NewestAsync(show.Name, MostEpisodes, cancellation);
        return pages.NotFound(shows, newest);
    }, cancellation);

    private async Task<IReadOnlyList<Show>> ShowsAsync(CancellationToken cancellation)
    {
        var shows = new List<Show>();
        foreach (var name in await records.ShowsAsync(cancellation)) shows.Add((await records.ShowAsync(name, cancellation))?.Show ?? ShowDefaults.For(name));
        return shows;
    }

    private Task PutAsync(string path, string type, Func<Task<byte[]>> render, CancellationToken cancellation) =>
        site.UpdateAsync(path, async () => new SiteContent(await render(), type, Caching.Minute), cancellation);
}
