using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Intake;
using Soundoff.Pages;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>What stands at an address of the show: the episode that has it, a redirect from a former slug, or nothing.</summary>
public sealed class EpisodePages(CatalogTable catalog, Records records, PageRenderer pages, SiteUrls urls)
{
    /// <param name="round">The round.</param>
    /// <param name="slug">The address.</param>
    /// <param name="isNew">Whether the episode was just made public, so that nothing stands there yet.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RenderAsync(Round round, string slug, bool isNew, CancellationToken cancellation) =>
        await round.PageAsync(SitePaths.Episode(round.Show, slug), await PageAsync(round, slug, cancellation), isNew);

    private async Task<byte[]?> PageAsync(Round round, string slug, CancellationToken cancellation)
    {
        var settings = await round.SettingsAsync();
        if (await records.EpisodeAsync(round.Show, slug, cancellation) is { } record)
        {
            var episode = EpisodeFactory.Make(record, settings);
            if (await AliasesAsync(round, episode, cancellation) is { } aliases)
            {
                var (older, newer) = await round.NeighboursAsync(episode.Date, slug);
                return pages.Episode(settings, episode, older, newer, await round.LettersAsync([slug, .. aliases]));
            }
        }

        return await catalog.AliasAsync(round.Show, slug, cancellation) is { } moved && await records.EpisodeAsync(round.Show, moved, cancellation) is { } there
            ? pages.Redirect(settings, urls.Episode(round.Show, moved), there.Facts.Title ?? moved)
            : null;
    }

    // The former slugs of a live episode; null for one that is not. An episode is listed exactly while it is live, and its record then names what its identity does.
    private async Task<IReadOnlyList<string>?> AliasesAsync(Round round, Episode episode, CancellationToken cancellation)
    {
        if (await round.IsListedAsync(episode.Date, episode.Slug) is true) return [.. episode.Aliases.Where(a => a != episode.Slug)];
        return await catalog.FindAsync(round.Show, episode.Slug, cancellation) is { State: EpisodeState.Live } identity ? identity.Aliases : null;
    }
}
