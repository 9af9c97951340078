using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Publishing;

/// <summary>Commits a state of an episode to the catalog: used alike by uploads and by a change of the whole show.</summary>
internal static class EpisodeCommit
{
    /// <summary>The identity of a live episode.</summary>
    public static Identity Live(Identity identity, Episode episode, EpisodeRecord record, Show show) => identity with
    {
        State = EpisodeState.Live,
        Date = episode.Date,
        InFeed = episode.Audio is not null || show.Feed.TextEpisodes,
        Topics = [.. episode.Topics.Select(t => t.Slug)],
        Guests = [.. episode.Guests.Select(g => Slug.From(g.Name)).Distinct().Take(Listing.MostLists)],
        Aliases = [.. episode.Aliases.Where(a => a != identity.Slug)],
        Files = [.. record.Files],
    };

    /// <summary>Reads the month counts and runs the transaction.</summary>
    /// <exception cref="ConflictException">Something changed since <paramref name="old"/> was read.</exception>
    public static async Task RunAsync(
        CatalogTable catalog, SiteUrls urls, TimeProvider clock, Identity? old, Identity now, Episode? episode, Show show, CancellationToken cancellation)
    {
        var months = new Dictionary<Month, MonthRow>();
        foreach (var month in new[] { old?.Month, now.Month }.OfType<Month>().Distinct()) months[month] = await catalog.MonthAsync(now.Show, month, cancellation);
        var commit = new Commit(urls);
        commit.Episode(old, now, episode, show, months);
        if (commit.Targets.Count > 0) commit.Work(now.Show, clock.GetUtcNow());
        await catalog.SubmitAsync(commit.Actions, cancellation);
    }
}
