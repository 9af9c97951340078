using Azure;
using Azure.Identity;
using Azure.Storage.Blobs.Models;
using Soundoff.Account;
using Soundoff.Site;

namespace Soundoff.Operations;

/// <summary>Looks whether a storage account is as Soundoff needs it. Changes nothing.</summary>
public sealed class StorageDoctor(StorageAccount account, QueueDepths queues, TimeProvider clock)
{
    // The mail webhook refuses signatures that are ten minutes off; Azure refuses requests at fifteen.
    private static readonly TimeSpan MuchSkew = TimeSpan.FromMinutes(5);

    /// <summary>Looks at blobs, queues and tables, each also when another fails.</summary>
    /// <param name="emulated">Whether it is an emulator.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(bool emulated, CancellationToken cancellation) =>
    [
        .. await TryAsync("blobs", emulated, () => BlobsAsync(emulated, cancellation)),
        .. await TryAsync("website", emulated, () => WebsiteAsync(cancellation)),
        .. await TryAsync("queues", emulated, () => QueuesAsync(emulated, cancellation)),
        .. await TryAsync("tables", emulated, () => TablesAsync(emulated, cancellation)),
    ];

    private async Task<IReadOnlyList<Finding>> BlobsAsync(bool emulated, CancellationToken cancellation)
    {
        var missing = new List<string>();
        var findings = new List<Finding>();
        foreach (var name in Containers.All)
        {
            var answer = await account.Container(name).ExistsAsync(cancellation);
            if (!answer.Value) missing.Add(name);
            if (findings.Count == 0 && answer.GetRawResponse().Headers.Date is { } service) findings.Add(Clock(service));
        }

        findings.Add(There("blobs", "containers", missing, emulated));
        return findings;
    }

    private Finding Clock(DateTimeOffset service)
    {
        var skew = clock.GetUtcNow() - service;
        return skew.Duration() < MuchSkew
            ? new("clock", Verdict.Good, "This machine's clock agrees with the storage's.")
            : new("clock", Verdict.Wrong, FormattableString.Invariant($"This machine's clock is {skew.TotalMinutes:0} minutes off the storage's."), "Set it by a time server: requests and signatures are refused when clocks differ.");
    }

    private async Task<IReadOnlyList<Finding>> WebsiteAsync(CancellationToken cancellation)
    {
        BlobStaticWebsite website;
        try
        {
            website = (await account.Blobs.GetPropertiesAsync(cancellation)).Value.StaticWebsite;
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            // Data roles do not include the properties of the service.
            return [new("website", Verdict.Unknown, "Whether the static website is turned on may not be seen with your roles.", "Look whether the site answers (below), or ask with the role Storage Account Contributor.")];
        }

        const string Mend = "Turn it on: az storage blob service-properties update --static-website --index-document " + SitePaths.Root + " --404-document " + SitePaths.NotFound + " --auth-mode login --account-name NAME.";
        if (!website.Enabled) return [new("website", Verdict.Wrong, "The static website is turned off: nobody can read what is published.", Mend)];
        return website.IndexDocument == SitePaths.Root && website.ErrorDocument404Path == SitePaths.NotFound
            ? [new("website", Verdict.Good, "The static website is turned on.")]
            : [new("website", Verdict.Wrong, $"The static website has other documents than {SitePaths.Root} and {SitePaths.NotFound}.", Mend)];
    }

    private async Task<IReadOnlyList<Finding>> QueuesAsync(bool emulated, CancellationToken cancellation)
    {
        var depths = await queues.OfAllAsync(cancellation);
        List<Finding> findings = [There("queues", "queues", [.. depths.Where(queue => queue.Waiting is null).Select(queue => queue.Name)], emulated)];
        foreach (var queue in depths.Where(queue => queue.Poisoned > 0))
            findings.Add(new("queues", Verdict.Wrong, FormattableString.Invariant($"{queue.Poisoned} poisoned in {Queues.Poison(queue.Name)}: they failed five times."), $"Mend what made them fail (docs/operations.md), then 'soundoff redrive {queue.Name}'."));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> TablesAsync(bool emulated, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var name in Tables.All)
        {
            try
            {
                await account.Table(name).QueryAsync<Azure.Data.Tables.TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellation).AsPages().FirstOrDefaultAsync(cancellation);
            }
            catch (RequestFailedException none) when (none.Status == 404)
            {
                missing.Add(name);
            }
        }

        return [There("tables", "tables", missing, emulated)];
    }

    private static Finding There(string area, string what, List<string> missing, bool emulated) => missing.Count == 0
        ? new(area, Verdict.Good, $"They answer, and all {what} are there.")
        : new(area, Verdict.Wrong, $"Of the {what} there is no {string.Join(", no ", missing)}.", emulated ? "Start 'soundoff serve' with this storage: it makes what is missing." : "Deploy the infrastructure again: it makes what is missing.");

    private static async Task<IReadOnlyList<Finding>> TryAsync(string area, bool emulated, Func<Task<IReadOnlyList<Finding>>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or AuthenticationFailedException)
        {
            var (what, mend) = StorageFailures.Explain(failure, emulated);
            return [new(area, Verdict.Wrong, $"Storage: {what}", mend)];
        }
    }
}
