using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Intake;
using Soundoff.Pages;
using Soundoff.Search;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>What stands at an address of the show: the episode that has it, a redirect from a former slug, or nothing.</summary>
public sealed class EpisodePages(CatalogTable catalog, PageRenderer pages, SiteUrls urls)
{
    /// <param name="round">The round.</param>
    /// <param name="target">The address, and what is known of it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RenderAsync(Round round, RoundTarget target, CancellationToken cancellation)
    {
        var slug = target.Name;
        var isNew = target.Details.Contains(Target.New);
        var (settings, live) = (await round.SettingsAsync(), await LiveAsync(round, slug, cancellation));
        await round.PageAsync(SitePaths.Episode(round.Show, slug), live is null ? await RedirectAsync(round, slug, cancellation) : await PageAsync(round, live), isNew);
        // The index loses its words with the month's; its text goes here, as it is another month's when only the date changed.
        if (live is null) await round.WriteAsync(SitePaths.SearchText(round.Show, EpisodeText.IdOf(slug)), null);
        if (!target.Details.Contains(Target.Embed)) return;
        await round.PageAsync(SitePaths.Embed(round.Show, slug), live is null ? null : pages.Embed(settings, live.Episode), isNew);
        var oembed = live is null ? null : pages.Oembed(settings, live.Episode);
        await round.WriteAsync(SitePaths.Oembed(round.Show, slug), oembed is null ? null : new SiteContent(oembed, PublicTypes.Json, Caching.Minute), isNew);
    }

    private async Task<byte[]> PageAsync(Round round, LiveEpisode live)
    {
        var (episode, aliases) = live;
        var (older, newer) = await round.NeighboursAsync(episode.Date, episode.Slug);
        return pages.Episode(await round.SettingsAsync(), episode, older, newer, await round.LettersAsync([episode.Slug, .. aliases]), await AkinEpisodes.OfAsync(round, episode));
    }

    private async Task<LiveEpisode?> LiveAsync(Round round, string slug, CancellationToken cancellation)
    {
        if (await round.EpisodeAsync(slug) is not { } record) return null;
        var episode = EpisodeFactory.Make(record, await round.SettingsAsync());
        return await AliasesAsync(round, episode, cancellation) is { } aliases ? new(episode, aliases) : null;
    }

    private async Task<byte[]?> RedirectAsync(Round round, string slug, CancellationToken cancellation) =>
        await catalog.AliasAsync(round.Show, slug, cancellation) is { } moved && await round.EpisodeAsync(moved) is { } there
            ? pages.Redirect(await round.SettingsAsync(), urls.Episode(round.Show, moved), there.Facts.Title ?? moved)
            : null;

    // The former slugs of a live episode; null for one that is not. An episode is listed exactly while it is live, and its record then names what its identity does.
    private async Task<IReadOnlyList<string>?> AliasesAsync(Round round, Episode episode, CancellationToken cancellation)
    {
        if (await round.IsListedAsync(episode.Date, episode.Slug) is true) return [.. episode.Aliases.Where(a => a != episode.Slug)];
        return await catalog.FindAsync(round.Show, episode.Slug, cancellation) is { State: EpisodeState.Live } identity ? identity.Aliases : null;
    }

    private sealed record LiveEpisode(Episode Episode, IReadOnlyList<string> Aliases);
}
