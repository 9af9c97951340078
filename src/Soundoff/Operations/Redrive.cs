using Azure;
using Azure.Storage.Queues.Models;
using Soundoff.Account;

namespace Soundoff.Operations;

/// <summary>
/// Puts poisoned messages back on their queue, in the order in which they are there. Each is put before it is deleted: when that is interrupted, a message is on both
/// queues and is put back once more, which is harmless, since every handler may be run twice.
/// </summary>
public sealed class Redrive(StorageAccount account)
{
    private const int Batch = 32;

    // Longer than a batch takes; what an interrupted run had in hand is there again after it.
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    /// <summary>Puts back what is poisoned now; what is poisoned meanwhile stays, so that a message that always fails is not driven round and round.</summary>
    /// <param name="queue">One of <see cref="Queues.All"/>.</param>
    /// <param name="cancellation">Stops it between two messages.</param>
    /// <returns>How many were put back.</returns>
    /// <exception cref="RequestFailedException">Storage failed: run it again.</exception>
    public async Task<int> RunAsync(string queue, CancellationToken cancellation)
    {
        var (poison, home) = (account.Queue(Queues.Poison(queue)), account.Queue(queue));
        DateTimeOffset? begun = null;
        var count = 0;
        while (true)
        {
            Response<QueueMessage[]> answer;
            try
            {
                answer = await poison.ReceiveMessagesAsync(Batch, InHand, cancellation);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                // The host makes it when it first needs it.
                return count;
            }

            // The service's own clock: that is what messages are stamped with, to the second.
            begun ??= answer.GetRawResponse().Headers.Date ?? DateTimeOffset.UtcNow;
            var newer = answer.Value.Where(message => message.InsertedOn > begun).ToList();
            foreach (var message in answer.Value.Except(newer))
            {
                await home.SendMessageAsync(message.MessageText, null, ForEver, cancellation);
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                count++;
            }

            foreach (var message in newer) await poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellation);
            if (answer.Value.Length == 0 || newer.Count > 0) return count;
        }
    }
}
