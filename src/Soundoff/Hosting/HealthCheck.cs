namespace Soundoff.Hosting;

/// <summary>Whether storage answers and how much waits.</summary>
/// <param name="Healthy">Storage answers and no message is poisoned.</param>
/// <param name="Queues">Messages waiting, by queue, the poisoned ones included.</param>
public sealed record Health(bool Healthy, IReadOnlyDictionary<string, int> Queues);

/// <summary>Looks at the account.</summary>
public sealed class HealthCheck(StorageAccount account)
{
    /// <summary>Counts are the service's own approximations.</summary>
    public async Task<Health> RunAsync(CancellationToken cancellation)
    {
        var depths = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in new[] { Queues.EpisodeEvents, Queues.ShowUpdates })
            foreach (var queue in new[] { name, name + "-poison" })
            {
                try
                {
                    depths[queue] = (await account.Queue(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
                }
                catch (Azure.RequestFailedException missing) when (missing.Status == 404 && queue.EndsWith("-poison", StringComparison.Ordinal))
                {
                    // The host makes a poison queue when it first needs one.
                    depths[queue] = 0;
                }
                catch (Exception unreachable) when (unreachable is Azure.RequestFailedException or Azure.Identity.AuthenticationFailedException or AggregateException)
                {
                    return new(false, depths);
                }
            }

        return new(depths.All(d => d.Value == 0 || !d.Key.EndsWith("-poison", StringComparison.Ordinal)), depths);
    }
}
