using Soundoff.Mail;
using Soundoff.Mail.Answering;
using Soundoff.Operations;
using Soundoff.Publishing;
using Soundoff.Publishing.Rendering;
using Soundoff.Storage;

namespace Soundoff.Cli.Local;

/// <summary>What starts a function.</summary>
/// <param name="Function">The name of its class in <c>src/Functions</c>.</param>
/// <param name="Source">The queue's name, or the timer's schedule.</param>
public abstract record Trigger(string Function, string Source);

/// <summary>A message of a queue.</summary>
/// <param name="Function">The name of its class in <c>src/Functions</c>.</param>
/// <param name="Queue">The queue's name.</param>
/// <param name="Handle">What the function does with the message's text.</param>
public sealed record QueueTrigger(string Function, string Queue, Func<IServiceProvider, string, CancellationToken, Task> Handle) : Trigger(Function, Queue);

/// <summary>A time.</summary>
/// <param name="Function">The name of its class in <c>src/Functions</c>.</param>
/// <param name="Schedule">Six fields, seconds first, in UTC.</param>
/// <param name="Run">What the function does.</param>
public sealed record TimerTrigger(string Function, string Schedule, Func<IServiceProvider, CancellationToken, Task> Run) : Trigger(Function, Schedule);

/// <summary>The functions that <c>soundoff serve</c> runs in the host's place; a test holds them against its <c>functions.metadata</c>.</summary>
public static class Triggers
{
    /// <summary>By queue.</summary>
    public static IReadOnlyList<QueueTrigger> Queues { get; } =
    [
        new("EpisodeChanged", Account.Queues.EpisodeEvents, (services, message, cancellation) =>
            services.GetRequiredService<EpisodePublisher>().HandleAsync(BlobEvent.Parse(message), cancellation)),
        new("ShowChanged", Account.Queues.ShowUpdates, (services, message, cancellation) =>
            services.GetRequiredService<ShowRenderer>().HandleAsync(message, cancellation)),
        new("LetterReceived", Account.Queues.Letters, (services, message, cancellation) =>
            services.GetRequiredService<LetterReceiver>().HandleAsync(message, cancellation)),
    ];

    /// <summary>By time.</summary>
    public static IReadOnlyList<TimerTrigger> Timers { get; } =
    [
        new("Reconcile", "0 30 3 * * *", (services, cancellation) => services.GetRequiredService<Reconciler>().RunAsync(cancellation)),
        new("MailExpiry", "0 0 4 * * *", (services, cancellation) => services.GetRequiredService<MailExpiry>().RunAsync(cancellation)),
        new("MailDigest", "0 0 5 * * *", (services, cancellation) => services.GetRequiredService<MailDigest>().RunAsync(cancellation)),
        new("Measure", "0 */5 * * * *", (services, cancellation) => services.GetRequiredService<StationGauges>().RecordAsync(cancellation)),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Trigger> All { get; } = [.. Queues, .. Timers];
}
