using Azure.Storage.Queues;

namespace Soundoff.Tests.Storage;

/// <summary>Hands messages to handlers as the host does: deleted when they are handled, back in the queue when their handler crashed.</summary>
internal static class TestQueue
{
    /// <summary>Handles what the queue holds now; whether that was anything.</summary>
    /// <param name="connection">The account. A client of its own: the queue's operations are the host's, and no fault policy breaks them.</param>
    /// <param name="name">The queue.</param>
    /// <param name="handle">What is done with a message.</param>
    /// <param name="isCrash">Which exceptions return the message; all others fail the test.</param>
    public static async Task<bool> StepAsync(string connection, string name, Func<string, Task> handle, Func<Exception, bool> isCrash)
    {
        var queue = new QueueClient(connection, name);
        var messages = (await queue.ReceiveMessagesAsync(16, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).Value;
        foreach (var message in messages)
        {
            try
            {
                await handle(message.MessageText);
            }
            catch (Exception crash) when (isCrash(crash))
            {
                await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.MessageText, TimeSpan.Zero, TestContext.Current.CancellationToken);
                continue;
            }

            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestContext.Current.CancellationToken);
        }

        return messages.Length > 0;
    }
}
