using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Looks who is told when something fails.</summary>
internal static class AlertReceivers
{
    /// <summary>Looks at the action groups.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(Deployed deployed, ResourceManager azure, CancellationToken cancellation)
    {
        var groups = await azure.ListAsync($"{deployed.Group}/providers/Microsoft.Insights/actionGroups", "2023-01-01", cancellation);
        var receivers = groups.Where(group => group.IsTrue("properties.enabled")).SelectMany(group => group.List("properties.emailReceivers")).ToList();
        if (receivers.Count == 0) return [new("alerts", Verdict.Wrong, "Nobody gets the alerts.", "azd env set SOUNDOFF_OPERATORS you@example.org, then 'azd provision'.")];
        var off = receivers.Where(receiver => receiver.Text("status") == "Disabled").Select(receiver => receiver.Text("emailAddress")).ToList();
        return off.Count == 0
            ? [new("alerts", Verdict.Good, $"Alerts go to {string.Join(", ", receivers.Select(receiver => receiver.Text("emailAddress")))}.")]
            : [new("alerts", Verdict.Wrong, $"Alerts no longer go to {string.Join(", ", off)}, who took themselves off.", "Follow the link in any alert to be told again, or name another address in SOUNDOFF_OPERATORS.")];
    }
}
