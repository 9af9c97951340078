using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Soundoff.FunctionsHost.Protocol;

namespace Soundoff.FunctionsHost.Triggers;

/// <summary>Hands the messages of a queue to its function as <c>host.json</c> says: in batches, again after a failure, and aside after the last try.</summary>
internal sealed class QueueListener(FunctionsApp app, Function function, RunningApp host)
{
    // The host renews its hold of a message while it is handled; here it is long enough.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(10);

    private readonly QueueClient _queue = new(app.Storage, function.Property("queueName"));
    private readonly QueueClient _poison = new(app.Storage, function.Property("queueName") + "-poison");

    /// <summary>Fetches until it is told to stop, and ends when all that was fetched is done or given back.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var running = new List<Task>();
        try
        {
            for (var rest = ShortestRest; ;)
            {
                await host.WorkerAsync();
                stopping.ThrowIfCancellationRequested();
                // Never broken off: the queue would hide for long what it gave out and nobody got.
                var messages = (await _queue.ReceiveMessagesAsync(app.Rules.BatchSize, Hold, CancellationToken.None)).Value;
                running.AddRange(messages.Select(HandleAsync));
                rest = messages.Length > 0 ? ShortestRest : TimeSpan.FromTicks(Math.Min(rest.Ticks * 2, app.Rules.MaxPollingInterval.Ticks));
                if (messages.Length == 0) await Task.Delay(rest, stopping);
                while (running.Count > app.Rules.NewBatchThreshold || running.Exists(task => task.IsCompleted))
                {
                    var done = await Task.WhenAny(running);
                    running.Remove(done);
                    await done;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task HandleAsync(QueueMessage message)
    {
        if (await host.InvokeAsync(function, Request(message)))
        {
            await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
        else if (message.DequeueCount >= app.Rules.MaxDequeueCount)
        {
            await _poison.CreateIfNotExistsAsync();
            await _poison.SendMessageAsync(message.MessageText, timeToLive: TimeSpan.FromSeconds(-1));
            await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
        else
        {
            await _queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: app.Rules.VisibilityTimeout);
        }
    }

    private InvocationRequest Request(QueueMessage message)
    {
        var text = app.Rules.IsBase64 ? Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText)) : message.MessageText;
        var request = new InvocationRequest { InvocationId = Guid.NewGuid().ToString() };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = new() { String = text } });
        request.TriggerMetadata["QueueTrigger"] = new() { String = text };
        request.TriggerMetadata["Id"] = new() { String = message.MessageId };
        request.TriggerMetadata["PopReceipt"] = new() { String = message.PopReceipt };
        request.TriggerMetadata["DequeueCount"] = new() { String = message.DequeueCount.ToString(CultureInfo.InvariantCulture) };
        request.TriggerMetadata["InsertionTime"] = new() { Json = JsonSerializer.Serialize(message.InsertedOn) };
        request.TriggerMetadata["ExpirationTime"] = new() { Json = JsonSerializer.Serialize(message.ExpiresOn) };
        return request;
    }
}
