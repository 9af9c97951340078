using Azure;
using Azure.Identity;
using Soundoff.Catalog;
using Soundoff.Storage;

namespace Soundoff.Operations;

/// <summary>Whether Soundoff works, at a glance.</summary>
/// <param name="Healthy">Storage answers, every queue is there, no message is poisoned, and no work is older than <see cref="HealthCheck.Overdue"/>.</param>
/// <param name="Storage">Whether storage answers.</param>
/// <param name="Queues">What waits; empty when storage does not answer.</param>
/// <param name="OldestWork">Since when the oldest work of all shows waits; null for none.</param>
public sealed record Health(bool Healthy, bool Storage, IReadOnlyList<QueueDepth> Queues, DateTimeOffset? OldestWork);

/// <summary>Looks at the account. Costs some requests, and one more for each show.</summary>
public sealed class HealthCheck(QueueDepths queues, Records records, CatalogTable catalog, TimeProvider clock)
{
    /// <summary>Work that waits longer is late: rendering takes seconds, and the host tries a fault of some minutes again.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromMinutes(15);

    /// <summary>Looks; storage that fails is an answer too.</summary>
    public async Task<Health> RunAsync(CancellationToken cancellation) => (await LookAsync(cancellation)).Health;

    /// <summary>The same, and since when each show's oldest work waits; null for none.</summary>
    internal async Task<(Health Health, IReadOnlyDictionary<string, DateTimeOffset?> Work)> LookAsync(CancellationToken cancellation)
    {
        var work = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        try
        {
            var depths = await queues.OfAllAsync(cancellation);
            foreach (var show in await records.ShowsAsync(cancellation)) work[show] = await catalog.OldestWorkAsync(show, cancellation);
            var oldest = work.Values.Min();
            return (new(depths.All(queue => queue is { Waiting: not null, Poisoned: 0 }) && !(clock.GetUtcNow() - oldest > Overdue), true, depths, oldest), work);
        }
        catch (Exception unreachable) when (unreachable is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            return (new(false, false, [], null), work);
        }
    }
}
