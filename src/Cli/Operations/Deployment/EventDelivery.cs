using System.Globalization;
using System.Text.Json;
using Soundoff.Account;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Looks whether Event Grid tells of uploads.</summary>
internal static class EventDelivery
{
    private const string Area = "events";
    private const string Version = "2025-02-15";

    /// <summary>The topic of the account; null when there is none.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    public static async Task<JsonElement?> TopicAsync(Deployed deployed, ResourceManager azure, CancellationToken cancellation)
    {
        var topics = await azure.ListAsync($"{deployed.Group}/providers/Microsoft.EventGrid/systemTopics", Version, cancellation);
        return topics.Cast<JsonElement?>().FirstOrDefault(topic => string.Equals(topic!.Value.Text("properties.source"), deployed.Storage, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Looks at the subscription, and at what was delivered in a day.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(Deployed deployed, ResourceManager azure, TimeProvider clock, CancellationToken cancellation)
    {
        if (await TopicAsync(deployed, azure, cancellation) is not { } topic || topic.Text("id") is not { } id)
            return [new(Area, Verdict.Wrong, "No topic of Event Grid tells of the account: uploads are seen only at night.", "Run 'azd provision': it makes what is missing.")];
        var subscriptions = await azure.ListAsync($"{id}/eventSubscriptions", Version, cancellation);
        if (subscriptions.Cast<JsonElement?>().FirstOrDefault(one => one!.Value.Text("name") == Queues.EpisodeEvents) is not { } subscription)
            return [new(Area, Verdict.Wrong, $"Event Grid has no subscription {Queues.EpisodeEvents}: uploads are seen only at night.", "Run 'azd provision': it makes what is missing.")];
        var state = subscription.Text("properties.provisioningState");
        return state == "Succeeded"
            ? [await DeliveredAsync(azure, id, clock, cancellation)]
            : [new(Area, Verdict.Wrong, $"Event Grid's subscription {Queues.EpisodeEvents} is not in order: {state ?? "its state is not told"}.", "A role was not known yet when it was made: run 'azd provision' once more.")];
    }

    private static async Task<Finding> DeliveredAsync(ResourceManager azure, string topic, TimeProvider clock, CancellationToken cancellation)
    {
        var end = clock.GetUtcNow();
        var span = string.Create(CultureInfo.InvariantCulture, $"{end.AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}/{end:yyyy-MM-ddTHH:mm:ssZ}");
        var metrics = await azure.ListAsync($"{topic}/providers/Microsoft.Insights/metrics?metricnames=DeliverySuccessCount,DeliveryAttemptFailCount,DeadLetteredCount&aggregation=Total&interval=P1D&timespan={span}", "2018-01-01", cancellation);
        var (delivered, failed, dead) = (Total("DeliverySuccessCount"), Total("DeliveryAttemptFailCount"), Total("DeadLetteredCount"));
        return (delivered, failed, dead) switch
        {
            (_, _, > 0) => new(Area, Verdict.Wrong, FormattableString.Invariant($"Event Grid gave up {dead:0} events since yesterday."), "Check its roles (above), run 'soundoff reconcile', then delete what lies in dead-letters."),
            (0, > 0, _) => new(Area, Verdict.Wrong, FormattableString.Invariant($"Event Grid delivers nothing: {failed:0} tries failed since yesterday."), "Check its roles (above); it tries for a day."),
            (0, _, _) => new(Area, Verdict.Hint, "Event Grid is ready; nothing was uploaded since yesterday, so whether it delivers was not seen.", "Upload a text: it is live within a minute, and is counted here some minutes later."),
            _ => new(Area, Verdict.Good, FormattableString.Invariant($"Event Grid delivered {delivered:0} events since yesterday.")),
        };

        double Total(string name) => metrics.Where(metric => metric.Text("name.value") == name).SelectMany(metric => metric.List("timeseries")).SelectMany(series => series.List("data"))
            .Sum(point => point.At("total") is { ValueKind: JsonValueKind.Number } total ? total.GetDouble() : 0);
    }
}
