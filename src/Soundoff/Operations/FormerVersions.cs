using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Soundoff.Account;

namespace Soundoff.Operations;

/// <summary>
/// Where an account keeps versions of its blobs for the publishers' sake, it keeps those of pages and of letters as well: what was withdrawn or erased would
/// stay in them. Rules of the account do not reach the static website, and what they delete can still be restored.
/// </summary>
public sealed partial class FormerVersions(StorageAccount account, ILogger<FormerVersions> log)
{
    private const int AtOnce = 8;

    // Where letters are, as they came or printed on a page. Nothing there needs a former version: pages can be rendered again.
    private static readonly string[] WithLetters = [Containers.Site, Containers.Mail, Containers.Outbox];

    /// <summary>
    /// Deletes all versions that are not current, those included that can only be restored. Two requests for each, one for each 5,000 that are listed. Where the account keeps
    /// no versions there are none; where it allows no permanent deletion they can be restored as long as it says.
    /// </summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        foreach (var name in WithLetters)
        {
            var forgotten = 0;
            var former = account.Container(name).GetBlobsAsync(BlobTraits.None, BlobStates.Version | BlobStates.Deleted, null, cancellation)
                .Where(blob => blob is { VersionId: not null, IsLatestVersion: not true });
            await Parallel.ForEachAsync(former, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (blob, stop) =>
            {
                await ForgetAsync(account.Container(name).GetBlobClient(blob.Name).WithVersion(blob.VersionId), blob.Deleted, stop);
                Interlocked.Increment(ref forgotten);
            });
            if (forgotten > 0) Forgot(log, forgotten, name);
        }
    }

    private static async Task ForgetAsync(BlobClient version, bool isDeleted, CancellationToken cancellation)
    {
        // Only what is deleted can be deleted for good.
        if (!isDeleted) await version.DeleteIfExistsAsync(cancellationToken: cancellation);
        try
        {
            using (PermanentDelete.Begin()) await version.DeleteIfExistsAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status == 409)
        {
            // The account does not allow it: gone when its time to restore is over.
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Forgot {Count} former versions in {Container}.")]
    private static partial void Forgot(ILogger log, int count, string container);
}
