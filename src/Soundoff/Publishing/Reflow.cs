using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Intake;
using Soundoff.Shows;
using Soundoff.Storage;

namespace Soundoff.Publishing;

/// <summary>
/// Makes all episodes again after a change of the show or of the templates: a part at a time, from the newest to the oldest, each with
/// a transaction of its own, so that a catalog of any size is never one task.
/// </summary>
public sealed class Reflow(CatalogTable catalog, Records records, EpisodeCommit commit)
{
    private const int Part = 20;

    /// <summary>Takes the next part of each; what is left to do.</summary>
    public async Task<IReadOnlyList<Target>> AdvanceAsync(string show, IReadOnlyList<Target> targets, CancellationToken cancellation)
    {
        if (targets.Count == 0) return [];

        // Two changes of a show: the later one has to begin anew, and covers the earlier.
        var from = targets.Select(t => t.Detail).Min(StringComparer.Ordinal) is { Length: > 0 } cursor ? cursor + "!" : "p:";
        var rows = await catalog.RangeAsync(show, from, RowKeys.After("p:"), Part, ["RowKey", "Slug"], cancellation);
        foreach (var row in rows) await RemakeAsync(show, row.GetString("Slug"), cancellation);
        return rows.Count < Part ? [] : [new Target(TargetKind.Everything, "", rows[^1].RowKey)];
    }

    private async Task RemakeAsync(string show, string slug, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var old = await catalog.FindAsync(show, slug, cancellation);
            if (old is not { State: EpisodeState.Live } || await records.EpisodeAsync(show, slug, cancellation) is not { } record) return;
            var settings = (await records.ShowAsync(show, cancellation))?.Show ?? ShowDefaults.For(show);
            var episode = EpisodeFactory.Make(record, settings);
            var now = EpisodeCommit.Live(old, episode, record, settings);
            try
            {
                await commit.RunAsync(old, now, (episode, settings), null, cancellation);
                return;
            }
            catch (ConflictException) when (attempt < 10)
            {
                // It was published meanwhile: then it is made from the new record.
            }
        }
    }
}
