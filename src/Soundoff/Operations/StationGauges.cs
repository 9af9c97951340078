using Azure;
using Azure.Storage.Blobs.Models;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Storage;
using Soundoff.Telemetry;

namespace Soundoff.Operations;

/// <summary>Measures what waits. Costs a request for each queue and each show, and two more.</summary>
public sealed class StationGauges(QueueDepths queues, Records records, CatalogTable catalog, StorageAccount account, Instruments instruments, TimeProvider clock)
{
    /// <summary>Reads storage and records each gauge, zeros included, so that an alert ends when its cause does.</summary>
    /// <exception cref="RequestFailedException">Storage does not answer, or does not allow it.</exception>
    public Task RecordAsync(CancellationToken cancellation) => Tracing.StepAsync(Spans.Measure, async _ =>
    {
        foreach (var queue in await queues.OfAllAsync(cancellation))
        {
            if (queue.Waiting is { } waiting) instruments.QueueDepth(queue.Name, waiting);
            instruments.QueueDepth(Queues.Poison(queue.Name), queue.Poisoned);
        }

        foreach (var show in await records.ShowsAsync(cancellation))
            instruments.OldestWork(show, await catalog.OldestWorkAsync(show, cancellation) is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero);
        if (await DeadLettersAsync(cancellation) is { } events) instruments.DeadLetters(events);
    });

    // Null where there is no Event Grid that could put any there. One page of a listing tells enough.
    private async Task<int?> DeadLettersAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var page in account.Container(Containers.DeadLetters).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation).AsPages(null, 1000))
                return page.Values.Count;
            return 0;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
