using System.Diagnostics;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Telemetry;
using Soundoff.Texts;

namespace Soundoff.Publishing.Rendering;

/// <summary>Renders a round: each target of some rows of work once, several side by side. Then it drops the rows and lets the claim go, in one transaction.</summary>
public sealed class RoundRenderer(
    Rounds rounds, TargetRenderer targets, Reflow reflow, PublicAssets assets, RoundEnd end, Instruments instruments, IOptions<PublishingOptions> options)
{
    // Beyond these a trace tells of targets by their counts alone.
    private const int MostSpans = 20;

    // Pages first: what lists them shall not be read before them. Last what tells how many there are of something, which is counted on the way.
    private static readonly TargetKind[] Pages = [TargetKind.Page], Counted = [TargetKind.Home, TargetKind.Names, TargetKind.Ways];

    /// <param name="tenure">The claim on the show.</param>
    /// <param name="work">Rows of work, listed before anything is read for the round.</param>
    /// <param name="span">Is told what was rendered.</param>
    /// <param name="cancellation">Stops it; the rows then stay listed.</param>
    /// <exception cref="ClaimLostException">Another took over the show.</exception>
    public async Task RunAsync(Tenure tenure, IReadOnlyList<WorkRow> work, Activity? span, CancellationToken cancellation)
    {
        await assets.PutAsync(cancellation);
        var listed = work.SelectMany(w => w.Targets).Distinct().ToList();
        await using var round = rounds.Begin(tenure, listed, cancellation);
        var all = await RoundTarget.OfAsync(round, listed.Where(t => t.Kind is not (TargetKind.Everything or TargetKind.Retire)));

        var isTold = all.Count <= MostSpans;
        foreach (var part in all.ToLookup(t => Pages.Contains(t.Kind) ? 0 : Counted.Contains(t.Kind) ? 2 : 1).OrderBy(p => p.Key)) await RenderAsync(round, part, isTold, cancellation);
        foreach (var (kind, count) in all.CountBy(t => t.Kind)) span.Add($"{Tags.Targets}.{EnumName.Of(kind)}", count);

        // Files are retired only now, when nothing that named them is left to be rewritten; episodes that are made again list work of their own.
        var left = await reflow.AdvanceAsync(round, [.. listed.Where(t => t.Kind == TargetKind.Everything)], cancellation);
        await end.DropAsync(tenure, work, left, [.. listed.Where(t => t.Kind == TargetKind.Retire)], await round.ChangedNamesAsync(), cancellation);
    }

    private Task RenderAsync(Round round, IEnumerable<RoundTarget> all, bool isTold, CancellationToken cancellation)
    {
        var limit = new ParallelOptions { MaxDegreeOfParallelism = options.Value.SideBySide, CancellationToken = cancellation };
        return Parallel.ForEachAsync(all, limit, async (target, stop) =>
        {
            if (!isTold) await targets.RenderAsync(round, target, stop);
            else await Tracing.StepAsync(Spans.RenderTarget, step =>
            {
                step?.SetTag(Tags.Kind, EnumName.Of(target.Kind)).SetTag(Tags.Episode, target.Kind == TargetKind.Page ? target.Name : null);
                return targets.RenderAsync(round, target, stop);
            });
            instruments.Rendered(target.Kind);
        });
    }
}
