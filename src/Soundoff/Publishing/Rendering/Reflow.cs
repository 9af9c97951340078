using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Intake;
using Soundoff.Shows;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>
/// Makes all episodes again after a change of the show or of the templates: a part at a time, from the newest to the oldest, each with
/// a transaction of its own, so that a catalog of any size is never one task.
/// </summary>
public sealed class Reflow(CatalogTable catalog, Records records, EpisodeCommit commit, Reports reports, IOptions<PublishingOptions> options)
{
    private const int Part = 50;

    /// <summary>Takes the next part; what is left to do.</summary>
    public async Task<IReadOnlyList<Target>> AdvanceAsync(Round round, IReadOnlyList<Target> targets, CancellationToken cancellation)
    {
        if (targets.Count == 0) return [];

        // Two changes of a show: the later one has to begin anew, and covers the earlier.
        var from = targets.Select(t => t.Detail).Min(StringComparer.Ordinal) is { Length: > 0 } cursor ? cursor + "!" : "p:";
        var rows = await catalog.RangeAsync(round.Show, from, RowKeys.After("p:"), Part, ["RowKey", "Slug"], cancellation);
        var show = await round.SettingsAsync();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = options.Value.SideBySide, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rows, limit, async (row, stop) => await RemakeAsync(show, row.GetString("Slug"), stop));
        return rows.Count < Part ? [] : [new Target(TargetKind.Everything, "", rows[^1].RowKey)];
    }

    private async Task RemakeAsync(Show show, string slug, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var old = await catalog.FindAsync(show.Name, slug, cancellation);
            if (old is not { State: EpisodeState.Live } || await records.EpisodeAsync(show.Name, slug, cancellation) is not { } record) return;
            var episode = EpisodeFactory.Make(record, show);
            var now = EpisodeCommit.Live(old, episode, record, show);
            try
            {
                await commit.RemakeAsync(old, now, episode, show, cancellation);
                if (old.InFeed != now.InFeed) await RenewAsync(episode, show, cancellation);
                return;
            }
            catch (ConflictException) when (attempt < 10)
            {
                // It was published meanwhile: then it is made from the new record.
            }
        }
    }

    // An episode that came into the feed, or left it, by a setting of the show: its report tells what is so now.
    private async Task RenewAsync(Episode episode, Show show, CancellationToken cancellation)
    {
        if (await reports.FindAsync(show.Name, episode.Slug, cancellation) is not { Outcome: Outcome.Published, Files: [var file, ..] } report) return;
        var before = FeedChecks.Of(episode, show with { Feed = show.Feed with { TextEpisodes = !show.Feed.TextEpisodes } }, file).Select(p => p.Message).ToHashSet();
        var now = FeedChecks.Of(episode, show, file);
        var problems = report.Problems.Where(p => !before.Contains(p.Message)).Concat(now.Where(n => !before.Contains(n.Message) && report.Problems.All(p => p.Message != n.Message)))
            .Concat(report.Problems.Where(p => before.Contains(p.Message) && now.Any(n => n.Message == p.Message)));
        await reports.WriteAsync(report with { Problems = [.. problems] }, null, cancellation);
    }
}
