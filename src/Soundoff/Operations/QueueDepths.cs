using Azure;
using Soundoff.Account;

namespace Soundoff.Operations;

/// <summary>How much waits in a queue. Both counts are the service's own approximations, and hold messages that wait for their time.</summary>
/// <param name="Name">The queue.</param>
/// <param name="Waiting">Messages in it; null when there is no such queue.</param>
/// <param name="Poisoned">Messages in its poison queue.</param>
public sealed record QueueDepth(string Name, int? Waiting, int Poisoned);

/// <summary>Counts what waits in the queues.</summary>
public sealed class QueueDepths(StorageAccount account)
{
    /// <summary>All queues, in the order of the journey.</summary>
    /// <exception cref="RequestFailedException">Storage does not answer, or does not allow it.</exception>
    public async Task<IReadOnlyList<QueueDepth>> OfAllAsync(CancellationToken cancellation)
    {
        var depths = new List<QueueDepth>();
        // The host makes a poison queue when it first needs one.
        foreach (var name in Queues.All) depths.Add(new(name, await CountAsync(name, cancellation), await CountAsync(Queues.Poison(name), cancellation) ?? 0));
        return depths;
    }

    private async Task<int?> CountAsync(string queue, CancellationToken cancellation)
    {
        try
        {
            return (await account.Queue(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
