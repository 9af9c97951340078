using Azure;
using Azure.Storage.Blobs;
using MimeKit;

namespace Soundoff.Cli.Local.Outbox;

/// <summary>The messages of the <c>outbox</c> container.</summary>
internal static class OutboxMessages
{
    /// <summary>The names of the newest, newest first: names sort by time.</summary>
    public static async Task<IReadOnlyList<string>> NewestAsync(BlobContainerClient outbox, int most, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var blob in outbox.GetBlobsAsync(cancellationToken: cancellation)) names.Add(blob.Name);
        return [.. names.OrderDescending(StringComparer.Ordinal).Take(most)];
    }

    /// <summary>A message, to be disposed of; null when it was erased meanwhile, or for a name that no blob can have.</summary>
    public static async Task<MimeMessage?> FindAsync(BlobContainerClient outbox, string name, CancellationToken cancellation)
    {
        try
        {
            var bytes = (await outbox.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
            return await MimeMessage.LoadAsync(bytes.ToStream(), cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        {
            return null;
        }
    }
}
