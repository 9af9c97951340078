using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Soundoff.Account;

namespace Soundoff.Cli.Local;

/// <summary>Gives the messages of a queue to a function, by the Functions host's rules.</summary>
/// <param name="trigger">The queue and its function.</param>
/// <param name="services">What the function is run with.</param>
/// <param name="rules">How tries are counted and spaced.</param>
/// <param name="queues">Is rung when a message may have come, and by this pump after each that was handled.</param>
/// <param name="tell">Is told of tries that failed.</param>
public sealed class QueuePump(QueueTrigger trigger, IServiceProvider services, QueueRules rules, Doorbell queues, Action<FailedTry> tell)
{
    private const int LooksInARow = 4;

    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    private readonly QueueClient _queue = services.GetRequiredService<StorageAccount>().Queue(trigger.Queue);
    private readonly QueueClient _poison = services.GetRequiredService<StorageAccount>().Queue(Queues.Poison(trigger.Queue));

    /// <summary>Runs until it is stopped; what is in hand then is finished, or put back when that takes too long.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var abandon = new CancellationTokenSource();
        var running = new List<Task>();
        var (rest, looks) = (ShortestPoll, 0);
        while (!stop.IsCancellationRequested)
        {
            var ring = queues.Next;
            running.RemoveAll(task => task.IsCompleted);
            var isFull = running.Count > rules.NewBatchThreshold;
            var batch = isFull ? [] : await ReceiveAsync(stop);
            running.AddRange(batch.Select(message => DeliverAsync(message, abandon.Token)));
            rest = batch.Length > 0 ? ShortestPoll : rest * 2 < rules.MaxPollingInterval ? rest * 2 : rules.MaxPollingInterval;
            looks = batch.Length > 0 ? 0 : isFull ? looks : looks + 1;
            // A message of any queue rings when it is done. While many are, a queue that stays empty is not asked each time.
            if (looks > LooksInARow && !isFull) await Task.Delay(ShortestPoll, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // Every message that is done rings, so this also ends when a slot becomes free.
            if (batch.Length == 0) await Doorbell.WaitAsync(ring, rest, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        abandon.CancelAfter(LongestEnd);
        await Task.WhenAll(running);
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stop)
    {
        try
        {
            return (await _queue.ReceiveMessagesAsync(rules.BatchSize, rules.FunctionTimeout, stop)).Value;
        }
        catch (OperationCanceledException)
        {
            return [];
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            tell(new(trigger, "", 0, failure, false));
            return [];
        }
    }

    private async Task DeliverAsync(QueueMessage message, CancellationToken abandon)
    {
        try
        {
            // Its last try never came back to say how it went.
            if (message.DequeueCount > rules.MaxDequeueCount) await PoisonAsync(message, new TimeoutException("The last try ended without an answer."));
            else await TryAsync(message, abandon);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // The message could be neither deleted nor put back: it returns by itself.
            tell(new(trigger, message.MessageText, message.DequeueCount, failure, false));
        }

        queues.Ring();
    }

    private async Task TryAsync(QueueMessage message, CancellationToken abandon)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(abandon);
        limit.CancelAfter(rules.FunctionTimeout);
        try
        {
            await trigger.Handle(services, message.MessageText, limit.Token);
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            await ReturnAsync(message, TimeSpan.Zero);
            return;
        }
        catch (Exception failure)
        {
            if (message.DequeueCount >= rules.MaxDequeueCount) await PoisonAsync(message, failure);
            else
            {
                tell(new(trigger, message.MessageText, message.DequeueCount, failure, false));
                await ReturnAsync(message, rules.VisibilityTimeout);
            }

            return;
        }

        await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
    }

    private async Task ReturnAsync(QueueMessage message, TimeSpan rest) =>
        await _queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: rest, cancellationToken: CancellationToken.None);

    private async Task PoisonAsync(QueueMessage message, Exception failure)
    {
        await _poison.CreateIfNotExistsAsync();
        await _poison.SendMessageAsync(message.MessageText, null, ForEver);
        await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
        tell(new(trigger, message.MessageText, message.DequeueCount, failure, true));
    }
}

/// <summary>A try of a message that failed.</summary>
/// <param name="Trigger">The queue and its function.</param>
/// <param name="Message">The message's text; empty when none could be fetched.</param>
/// <param name="Number">Which try it was, from 1.</param>
/// <param name="Failure">Why.</param>
/// <param name="Poisoned">True after the last try: the message is in the poison queue.</param>
public sealed record FailedTry(QueueTrigger Trigger, string Message, long Number, Exception Failure, bool Poisoned);
