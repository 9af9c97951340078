using Soundoff.Catalog;
using Soundoff.Lists;
using Soundoff.Pages;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Publishing.Rendering;

/// <summary>The pages of a topic or a guest: the newest hundred, and the older ones by year.</summary>
public sealed class NamedPages(CatalogTable catalog, PageRenderer pages)
{
    private const int OnList = 100;

    /// <param name="round">The round.</param>
    /// <param name="list"><c>t</c> for a topic, <c>g</c> for a guest.</param>
    /// <param name="slug">Which.</param>
    /// <param name="changes">The years in which it changed, as <see cref="NamedChange"/> writes them.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RenderAsync(Round round, char list, string slug, IEnumerable<NamedChange> changes, CancellationToken cancellation)
    {
        var settings = await round.SettingsAsync();
        var found = await catalog.NamedAsync(round.Show, list, slug, OnList + 1, cancellation);
        int? older = found?.Episodes.Count > OnList ? found.Episodes[OnList].Date.Year : null;
        var page = found is null ? null : Page(settings, list, slug, found with { Episodes = [.. found.Episodes.Take(OnList)] }, null, older);
        await round.PageAsync(Path(round.Show, list, slug, null), page);

        // The years that changed, and the year that the newest hundred now overflow into. What only grew, and overflows into none, never had any.
        var years = changes.Where(c => older is not null || c.Left).Select(c => (int?)c.Year).Append(older).OfType<int>().Distinct();
        foreach (var year in years) await round.PageAsync(Path(round.Show, list, slug, year), await YearAsync(round, settings, list, slug, year, older, cancellation));
    }

    private async Task<byte[]?> YearAsync(Round round, Show settings, char list, string slug, int year, int? newest, CancellationToken cancellation)
    {
        if (newest is null || year > newest) return null;
        var found = await catalog.NamedInYearAsync(round.Show, list, slug, year, cancellation);
        if (found is null) return null;
        var below = found.Episodes.Where(e => e.Date.Year < year).Select(e => (int?)e.Date.Year).Max();
        return Page(settings, list, slug, found with { Episodes = [.. found.Episodes.Where(e => e.Date.Year == year)] }, year, below);
    }

    private byte[] Page(Show show, char list, string slug, NamedList found, int? year, int? older) =>
        list == 't' ? pages.Topic(show, slug, found, year, older) : pages.Guest(show, slug, found, year, older);

    private static string Path(string show, char list, string slug, int? year) => list == 't' ? SitePaths.Topic(show, slug, year) : SitePaths.Guest(show, slug, year);
}
