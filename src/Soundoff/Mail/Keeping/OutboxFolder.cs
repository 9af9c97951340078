using Azure.Storage.Blobs;
using MimeKit;

namespace Soundoff.Mail.Keeping;

/// <summary>The <c>outbox</c> container as the eraser sees it: messages that would have been sent are kept there where no provider is set.</summary>
public sealed class OutboxFolder(BlobContainerClient outbox)
{
    /// <summary>Removes all messages to an address.</summary>
    /// <returns>What was removed, in words.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(string address, CancellationToken cancellation)
    {
        var removed = new List<string>();
        await foreach (var blob in outbox.GetBlobsAsync(cancellationToken: cancellation))
        {
            await using var bytes = await outbox.GetBlobClient(blob.Name).OpenReadAsync(cancellationToken: cancellation);
            using var message = await MimeMessage.LoadAsync(bytes, cancellation);
            if (!IsAbout(message, address)) continue;
            await outbox.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
            removed.Add("sent message " + blob.Name);
        }

        return removed;
    }

    // To it, or forwarded to the hosts with it.
    private static bool IsAbout(MimeMessage message, string address) =>
        message.To.Mailboxes.Any(m => m.Address.Equals(address, StringComparison.OrdinalIgnoreCase)) || (message.TextBody?.Contains(address, StringComparison.OrdinalIgnoreCase) ?? false);
}
