using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Storage;
using Soundoff.Telemetry;
using Soundoff.Texts;

namespace Soundoff.Publishing;

/// <summary>
/// The rendering half: takes all work rows of a show at once, writes each named target once, then drops the rows. A crash anywhere
/// leaves work that is listed; rendering it twice is harmless.
/// </summary>
public sealed class ShowRenderer(CatalogTable catalog, TargetRenderer targets, Reflow reflow, WakeUps wakeUps, Instruments instruments, TimeProvider clock)
{
    /// <summary>Targets of one round; more are left listed and the show is woken again.</summary>
    public const int MostTargets = 50;

    // Beyond these a trace tells of targets by their counts alone.
    private const int MostSpans = 20;

    /// <summary>Renders what is listed for a show.</summary>
    /// <param name="message">A wake-up: the show's name, or a <see cref="WakeUp"/> that has more to tell.</param>
    /// <param name="cancellation">Stops it; what is not rendered stays listed.</param>
    public Task HandleAsync(string message, CancellationToken cancellation)
    {
        var wakeUp = WakeUp.Parse(message);
        if (wakeUp.Time is { } time) instruments.Handled(Queues.ShowUpdates, clock.GetUtcNow() - time);
        return Tracing.HandleAsync(Spans.Render, wakeUp.Trace, span =>
        {
            span?.SetTag(Tags.Show, wakeUp.Name);
            return RenderAsync(wakeUp.Name, span, cancellation);
        });
    }

    private async Task RenderAsync(string show, Activity? span, CancellationToken cancellation)
    {
        var work = await catalog.WorkAsync(show, cancellation);
        span?.SetTag(Tags.WorkRows, work.Count).Link(work.Select(w => w.Trace));
        if (work.Count == 0) return;

        await targets.PutAssetsAsync(cancellation);
        var listed = work.SelectMany(w => w.Targets).Distinct().ToList();
        var whole = listed.Where(t => t.Kind == TargetKind.Everything).ToList();
        var singles = listed.Except(whole).Where(t => t.Kind != TargetKind.Retire).ToList();
        var now = singles.Take(MostTargets).ToList();
        await RenderAsync(show, await targets.ExpandAsync(show, now, cancellation), span, cancellation);

        // Files are retired only when nothing that named them is left to be rewritten.
        var retired = listed.Where(t => t.Kind == TargetKind.Retire).ToList();
        if (singles.Count > MostTargets) await DropAsync(show, work, [.. singles.Skip(MostTargets), .. retired, .. whole], [], Oldest(work), cancellation);
        else await DropAsync(show, work, await reflow.AdvanceAsync(show, whole, cancellation), retired, null, cancellation);
        // Episodes that were made again have listed work of their own.
        if (singles.Count > MostTargets || whole.Count > 0) await wakeUps.ShowAsync(show, cancellation);
        if (singles.Count > MostTargets) return;
        foreach (var live in work.Select(w => w.Uploaded).OfType<DateTimeOffset>()) instruments.Published(clock.GetUtcNow() - live);
    }

    private async Task RenderAsync(string show, IReadOnlyCollection<Target> all, Activity? span, CancellationToken cancellation)
    {
        foreach (var target in all)
        {
            if (all.Count > MostSpans) await targets.RenderAsync(show, target, cancellation);
            else await Tracing.StepAsync(Spans.RenderTarget, step =>
            {
                step?.SetTag(Tags.Kind, EnumName.Of(target.Kind)).SetTag(Tags.Episode, target.Kind == TargetKind.Page ? target.Name : null);
                return targets.RenderAsync(show, target, cancellation);
            });
            instruments.Rendered(target.Kind);
        }

        foreach (var (kind, count) in all.CountBy(t => t.Kind)) span?.SetTag($"{Tags.Targets}.{EnumName.Of(kind)}", count);
    }

    // What is left of several uploads is measured as one: by whoever waits longest.
    private static DateTimeOffset? Oldest(IReadOnlyList<WorkRow> work) => work.Min(w => w.Uploaded);

    private async Task DropAsync(string show, IReadOnlyList<WorkRow> work, IReadOnlyList<Target> left, IReadOnlyList<Target> retired, DateTimeOffset? uploaded, CancellationToken cancellation)
    {
        var inserts = new List<TableTransactionAction>();
        foreach (var row in WorkRow.Rows(show, clock.GetUtcNow(), left, uploaded)) inserts.Add(new(TableTransactionActionType.Add, row));
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
