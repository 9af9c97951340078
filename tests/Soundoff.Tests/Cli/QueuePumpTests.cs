using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Cli.Local;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

public sealed class QueuePumpTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly QueueRules Hasty = QueueRules.Host with { VisibilityTimeout = TimeSpan.Zero };

    [Fact]
    public void The_rules_are_those_of_the_host_json_at_the_root()
    {
        var rules = QueueRules.Host;
        Assert.Equal((8, 4, 5), (rules.BatchSize, rules.NewBatchThreshold, rules.MaxDequeueCount));
        Assert.Equal((30, 2, 1800), (rules.VisibilityTimeout.TotalSeconds, rules.MaxPollingInterval.TotalSeconds, rules.FunctionTimeout.TotalSeconds));
    }

    [Fact]
    public async Task A_message_that_fails_five_times_is_in_the_poison_queue_and_others_are_handled_all_the_same()
    {
        var tries = new ConcurrentQueue<string>();
        await using var pump = await RunningPump.StartAsync(azurite.NewAccount(), Hasty, (message, _) =>
        {
            tries.Enqueue(message);
            return message == "bad" ? throw new InvalidOperationException("It is bad.") : Task.CompletedTask;
        });
        await pump.Queue.SendMessageAsync("bad", Cancellation);
        await pump.Queue.SendMessageAsync("good", Cancellation);

        await Eventually.BecomesTrueAsync("the message is poisoned", async () => (await pump.Poison.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount == 1);
        await Eventually.BecomesTrueAsync("the queue is empty", async () => (await pump.Queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount == 0);
        Assert.Equal("bad", (await pump.Poison.PeekMessageAsync(Cancellation)).Value.MessageText);
        Assert.Equal((5, 1), (tries.Count(message => message == "bad"), tries.Count(message => message == "good")));
        Assert.Equal([false, false, false, false, true], pump.Failures.Select(failed => failed.Poisoned));
    }

    [Fact]
    public async Task What_is_in_hand_is_finished_before_the_pump_ends()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var pump = await RunningPump.StartAsync(azurite.NewAccount(), Hasty, async (_, _) =>
        {
            begun.SetResult();
            await release.Task;
        });
        await pump.Queue.SendMessageAsync("slow", Cancellation);
        await begun.Task.WaitAsync(Cancellation);
        var ending = pump.DisposeAsync().AsTask();
        Assert.False(ending.IsCompleted, "The pump ended while a message was in hand.");
        release.SetResult();
        await ending;
        Assert.Equal(0, (await pump.Queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount);
    }

    private sealed class RunningPump : IAsyncDisposable
    {
        private const string Name = "pumped";

        private readonly CancellationTokenSource _stop = new();
        private readonly ServiceProvider _services;
        private readonly Task _run;

        private RunningPump(ServiceProvider services, QueueRules rules, Func<string, CancellationToken, Task> handle)
        {
            _services = services;
            var account = services.GetRequiredService<StorageAccount>();
            (Queue, Poison) = (account.Queue(Name), account.Queue(Name + "-poison"));
            var trigger = new QueueTrigger("Function", Name, (_, message, cancellation) => handle(message, cancellation));
            _run = Task.Run(() => new QueuePump(trigger, services, rules, new Doorbell(), Failures.Enqueue).RunAsync(_stop.Token));
        }

        public QueueClient Queue { get; }
        public QueueClient Poison { get; }
        public ConcurrentQueue<FailedTry> Failures { get; } = new();

        public static async Task<RunningPump> StartAsync(string connection, QueueRules rules, Func<string, CancellationToken, Task> handle)
        {
            var services = new ServiceCollection();
            services.AddSingleton(new StorageAccount(Options.Create(new StorageOptions { ConnectionString = connection })));
            var provider = services.BuildServiceProvider();
            foreach (var queue in new[] { Name, Name + "-poison" })
                await provider.GetRequiredService<StorageAccount>().Queue(queue).CreateIfNotExistsAsync(cancellationToken: Cancellation);
            return new(provider, rules, handle);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _run;
            _stop.Dispose();
            await _services.DisposeAsync();
        }
    }
}
