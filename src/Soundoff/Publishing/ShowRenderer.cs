using Azure;
using Azure.Data.Tables;
using Soundoff.Catalog;

namespace Soundoff.Publishing;

/// <summary>
/// The rendering half: takes all work rows of a show at once, writes each named target once, then drops the rows. A crash anywhere
/// leaves work that is listed; rendering it twice is harmless.
/// </summary>
public sealed class ShowRenderer(CatalogTable catalog, TargetRenderer targets, Reflow reflow, WakeUps wakeUps, TimeProvider clock)
{
    /// <summary>Targets of one round; more are left listed and the show is woken again.</summary>
    public const int MostTargets = 50;

    /// <summary>Renders what is listed for a show.</summary>
    public async Task HandleAsync(string show, CancellationToken cancellation)
    {
        var work = await catalog.WorkAsync(show, cancellation);
        if (work.Count == 0) return;

        await targets.PutAssetsAsync(cancellation);
        var listed = work.SelectMany(w => w.Targets).Distinct().ToList();
        var whole = listed.Where(t => t.Kind == TargetKind.Everything).ToList();
        var singles = listed.Except(whole).Where(t => t.Kind != TargetKind.Retire).ToList();
        var now = singles.Take(MostTargets).ToList();
        foreach (var target in await targets.ExpandAsync(show, now, cancellation)) await targets.RenderAsync(show, target, cancellation);

        // Files are retired only when nothing that named them is left to be rewritten.
        var retired = listed.Where(t => t.Kind == TargetKind.Retire).ToList();
        if (singles.Count > MostTargets) await DropAsync(show, work, [.. singles.Skip(MostTargets), .. retired, .. whole], [], cancellation);
        else await DropAsync(show, work, await reflow.AdvanceAsync(show, whole, cancellation), retired, cancellation);
        // Episodes that were made again have listed work of their own.
        if (singles.Count > MostTargets || whole.Count > 0) await wakeUps.ShowAsync(show, cancellation);
    }

    private async Task DropAsync(string show, IReadOnlyList<WorkRow> work, IReadOnlyList<Target> left, IReadOnlyList<Target> retired, CancellationToken cancellation)
    {
        var inserts = new List<TableTransactionAction>();
        foreach (var row in WorkRow.Rows(show, clock.GetUtcNow(), left)) inserts.Add(new(TableTransactionActionType.Add, row));
        foreach (var file in retired.Select(t => t.Name)) inserts.Add(new(TableTransactionActionType.UpsertReplace, Retirement.Row(show, clock.GetUtcNow(), file)));
        var deletes = work.Select(w => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(show, w.Key), ETag.All));

        // What is still to be done is written before, or together with, what is dropped.
        foreach (var part in inserts.Concat(deletes).Chunk(CatalogTable.TransactionLimit))
        {
            try
            {
                await catalog.SubmitAsync(part, cancellation);
            }
            catch (ConflictException)
            {
                // Another renderer dropped some of these rows: then drop the others one by one.
                foreach (var action in part) await catalog.ApplyAsync(action, cancellation);
            }
        }
    }
}
