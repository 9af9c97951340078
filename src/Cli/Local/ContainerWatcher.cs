using System.Diagnostics;
using Soundoff.Account;
using Soundoff.Storage;
using Soundoff.Telemetry;

namespace Soundoff.Cli.Local;

/// <summary>Event Grid's place: watches the <c>episodes</c> container and posts its events, deletes included.</summary>
/// <param name="account">The storage account.</param>
/// <param name="uploads">Is rung by whoever knows that something was uploaded; without it the container is looked at each second.</param>
/// <param name="queues">Is rung when an event was posted.</param>
/// <param name="intake">Counts what is posted.</param>
internal sealed class ContainerWatcher(StorageAccount account, Doorbell uploads, Doorbell queues, IntakeProgress intake)
{
    private const int SideBySide = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ContainerChanges _changes = new(account.Container(Containers.Episodes));

    /// <summary>Takes what is there as known. What changed before is found by comparing with the catalog, which is the Reconciler's work.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var change in await _changes.FindAsync(cancellation)) _changes.Saw(change);
    }

    /// <summary>Posts an event for each change until it is stopped.</summary>
    public async Task RunAsync(Action<string> tell, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var ring = uploads.Next;
            try
            {
                await PostAsync(stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested && failure is Azure.RequestFailedException or AggregateException)
            {
                tell($"The storage does not answer; trying again. {failure.Message.Split('\n')[0]}");
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Doorbell.WaitAsync(ring, Interval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PostAsync(CancellationToken cancellation)
    {
        var found = await _changes.FindAsync(cancellation);
        if (found.Count > 0) intake.ToRead(found.Count);
        foreach (var changes in found.Chunk(SideBySide))
        {
            await Task.WhenAll(changes.Select(change => PostAsync(change, cancellation)));
            // Only now: an event that could not be sent is found again.
            foreach (var change in changes) _changes.Saw(change);
            queues.Ring();
        }
    }

    private async Task PostAsync(BlobChange change, CancellationToken cancellation)
    {
        var type = change.ETag is null ? "Microsoft.Storage.BlobDeleted" : "Microsoft.Storage.BlobCreated";
        using var span = Tracing.Start(Spans.PostEvent, ActivityKind.Producer);
        await account.Queue(Queues.EpisodeEvents).SendMessageAsync(BlobEvent.Json(change.Name, type, TimeProvider.System.GetUtcNow()), cancellation);
    }
}
