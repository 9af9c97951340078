using Azure.Data.Tables;
using Azure.Storage.Queues;
using Soundoff.Account;

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
        var messages = (await queue.ReceiveMessagesAsync(16, TimeSpan.FromMinutes(30), TestContext.Current.CancellationToken)).Value;
        foreach (var message in messages)
        {
            try
            {
                await handle(message.MessageText);
            }
            catch (Exception crash) when (isCrash(crash))
            {
                await EndClaimsAsync(connection);
                await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.MessageText, TimeSpan.Zero, TestContext.Current.CancellationToken);
                continue;
            }

            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestContext.Current.CancellationToken);
        }

        return messages.Length > 0;
    }

    /// <summary>Stands for the time that passes until the claims of a process that ended are over: before a message of it comes again, or soon after.</summary>
    public static async Task EndClaimsAsync(string connection)
    {
        var catalog = new TableClient(connection, Tables.Catalog);
        await foreach (var claim in catalog.QueryAsync<TableEntity>("RowKey eq 'w'", cancellationToken: TestContext.Current.CancellationToken))
        {
            if (claim.GetDateTimeOffset("Until") is null) continue;
            claim["Until"] = DateTimeOffset.UnixEpoch;
            await catalog.UpdateEntityAsync(claim, claim.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
        }
    }
}
