using System.Collections.Concurrent;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Lists;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Telemetry;

namespace Soundoff.Publishing;

/// <summary>Commits a state of an episode to the catalog: used alike by uploads and by a change of the whole show.</summary>
public sealed class EpisodeCommit(CatalogTable catalog, SiteUrls urls, TimeProvider clock)
{
    private const int Tries = 20;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>The identity of a live episode.</summary>
    public static Identity Live(Identity identity, Episode episode, EpisodeRecord record, Show show) => identity with
    {
        State = EpisodeState.Live,
        Due = null,
        Date = episode.Date,
        InFeed = FeedItems.IsInRss(episode, show),
        IsHeard = episode.Audio is not null,
        Topics = [.. episode.Topics.Select(t => t.Slug)],
        Guests = [.. episode.Guests.Select(g => Slug.From(g.Name)).Distinct().Take(NamedList.MostOfOneEpisode)],
        Season = episode.Season,
        Aliases = [.. episode.Aliases.Where(a => a != identity.Slug)],
        Files = [.. record.Files],
    };

    /// <summary>The identity of an episode that is not public: nothing lists it and nothing names its files.</summary>
    public static Identity Unlisted(Identity identity, EpisodeState state, DateTimeOffset? due = null) =>
        identity with { State = state, Due = due, Date = null, InFeed = false, IsHeard = false, Topics = [], Guests = [], Season = null, Aliases = [], Files = [] };

    /// <summary>Reads the month counts and runs the transaction.</summary>
    /// <param name="old">The identity as read; null for a new episode.</param>
    /// <param name="now">The identity as it shall be.</param>
    /// <param name="live">The episode and its show; null when it is not to be live.</param>
    /// <param name="decision">What was decided for an episode that goes public; null when nothing is new.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConflictException">The episode changed since <paramref name="old"/> was read.</exception>
    public async Task RunAsync(Identity? old, Identity now, (Episode Episode, Show Show)? live, Decision? decision, CancellationToken cancellation)
    {
        // Months are shared: handlers of this process take turns, so that only those of other processes are overtaken.
        var turn = turns.GetOrAdd(now.Show, _ => new(1, 1));
        await turn.WaitAsync(cancellation);
        try
        {
            await Tracing.StepAsync(Spans.Commit, _ => TryAsync(old, now, live, decision, cancellation));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Runs the transaction of an episode that is made again after a change of its show: its month's count stays as it is, and nothing is decided.</summary>
    /// <exception cref="ConflictException">The episode changed since <paramref name="old"/> was read.</exception>
    public Task RemakeAsync(Identity old, Identity now, Episode episode, Show show, CancellationToken cancellation) => TryAsync(old, now, (episode, show), null, cancellation);

    private async Task TryAsync(Identity? old, Identity now, (Episode Episode, Show Show)? live, Decision? decision, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var commit = await PrepareAsync(old, now, live, decision, cancellation);
            if (commit.Actions.Count > CatalogTable.TransactionLimit && old?.Date is not null)
            {
                // Two long lists of topics and guests do not fit one transaction: first the old rows go, then the new ones come.
                await TryAsync(old, Unlisted(old, EpisodeState.Draft) with { Fingerprint = "" }, null, null, cancellation);
                old = await catalog.FindAsync(now.Show, now.Slug, cancellation) ?? throw new ConflictException("The episode changed while it was committed.");
                continue;
            }

            try
            {
                await catalog.SubmitAsync(commit.Actions, cancellation);
                return;
            }
            catch (ConflictException) when (attempt < Tries)
            {
                // Months are shared: another episode of the same month may have been faster. The own row tells whether that is all.
                if ((await catalog.FindAsync(now.Show, now.Slug, cancellation))?.ETag != old?.ETag) throw;
                await Task.Delay(Random.Shared.Next(10 * attempt), cancellation);
            }
        }
    }

    private async Task<Commit> PrepareAsync(Identity? old, Identity now, (Episode Episode, Show Show)? live, Decision? decision, CancellationToken cancellation)
    {
        var months = new Dictionary<Month, MonthRow>();
        foreach (var month in Commit.CountedMonths(old, now)) months[month] = await catalog.MonthAsync(now.Show, month, cancellation);
        var commit = new Commit(urls);
        commit.Episode(old, now, live, months);
        if (decision is { IsKept: false })
        {
            commit.Own(now, decision.Owner);
            if (decision.Predecessor is { } predecessor) commit.TakeOver(predecessor, now);
        }

        commit.Work(now.Show, clock.GetUtcNow(), live is null ? null : decision?.Uploaded);
        return commit;
    }
}
