using System.Diagnostics;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Storage;
using Soundoff.Telemetry;

namespace Soundoff.Publishing.Rendering;

/// <summary>
/// The rendering half: claims the show, renders what is listed for it round by round, and looks once more after it let go. A crash anywhere leaves work that is
/// listed and a claim that ends; rendering twice is harmless.
/// </summary>
public sealed class ShowRenderer(CatalogTable catalog, RendererClaims claims, RoundRenderer rounds, WakeUps wakeUps, Instruments instruments, TimeProvider clock)
{
    // Their deletion and the end of the claim fit one transaction.
    private const int MostRows = CatalogTable.TransactionLimit - 1;

    // Well below the time that a function may take.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Renders what is listed for a show, unless another renderer does.</summary>
    /// <param name="message">A wake-up: the show's name, or a <see cref="WakeUp"/> that has more to tell.</param>
    /// <param name="cancellation">Stops it; what is not rendered stays listed.</param>
    /// <exception cref="UnknownShowException">The catalog knows no such show: the message is none of ours.</exception>
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
        var owner = Guid.NewGuid().ToString("N");
        var began = clock.GetTimestamp();
        while (true)
        {
            var listed = await catalog.WorkAsync(show, MostRows, cancellation);
            if (listed.Rows.Count == 0)
            {
                // Wake-ups are sent after work is listed, and whoever rendered it left a claim.
                if (listed.Claim.ETag is null && !await catalog.KnowsAsync(show, cancellation)) throw new UnknownShowException(show);
                return;
            }

            if (listed.Claim.IsHeld(clock.GetUtcNow()))
            {
                // Whoever renders looks once more after letting go; should it die before, somebody must look when its claim has ended.
                await wakeUps.AfterAsync(listed.Claim, cancellation);
                return;
            }

            if (clock.GetElapsedTime(began) > Longest)
            {
                await wakeUps.ShowAsync(show, cancellation);
                return;
            }

            // Taken in the version that was listed with the work: nobody rendered, and dropped rows, in between.
            if (await claims.TakeAsync(listed.Claim, owner, cancellation) is { } claim && !await RoundAsync(claim, listed.Rows, span, cancellation)) return;
        }
    }

    // False when another renderer took over meanwhile.
    private async Task<bool> RoundAsync(RendererClaim claim, IReadOnlyList<WorkRow> work, Activity? span, CancellationToken cancellation)
    {
        span.Add(Tags.WorkRows, work.Count);
        span?.Link(work.Select(w => w.Trace));
        using var tenure = new Tenure(claims, claim, clock);
        try
        {
            await rounds.RunAsync(tenure, work, span, cancellation);
        }
        catch (ClaimLostException)
        {
            // What was written last may be older than what the other one found: then it is rendered again.
            foreach (var row in WorkRow.Rows(claim.Show, clock.GetUtcNow(), work.SelectMany(w => w.Targets).Where(t => t.Kind is not (TargetKind.Retire or TargetKind.Everything)).Select(Again)))
                await catalog.SubmitAsync([new(TableTransactionActionType.Add, row)], cancellation);
            await wakeUps.ShowAsync(claim.Show, cancellation);
            return false;
        }
        catch
        {
            await tenure.EndAsync();
            throw;
        }

        foreach (var live in work.Select(w => w.Uploaded).OfType<DateTimeOffset>()) instruments.Published(clock.GetUtcNow() - live);
        return true;
    }

    // An index that already holds an episode's words is believed to have them beside it: what may have been written over is made from the records.
    private static Target Again(Target target) =>
        target is { Kind: TargetKind.Search, Detail.Length: > 0 } && !target.Detail.EndsWith(SearchIndex.Anew) ? target with { Detail = target.Detail + SearchIndex.Anew } : target;
}
