using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Soundoff.Tests.Publishing;

/// <summary>Counts storage operations below the SDK's retries, and breaks one of them: before it reaches storage, or after it took effect. Or it only waits there.</summary>
public sealed class FaultPolicy : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> _log = new();
    private int _count;
    private volatile bool _isDead;

    /// <summary>What was asked for, in order: the method, and the path with its query. How a cost is explained.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Operations so far.</summary>
    public int Count => _count;

    /// <summary>Wake-ups of shows that were sent.</summary>
    public int Wakes => _log.Count(line => line.StartsWith("POST", StringComparison.Ordinal) && line.Contains($"/{Soundoff.Account.Queues.ShowUpdates}/", StringComparison.Ordinal));

    /// <summary>Bytes sent so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>The operation that fails, from 1; null for none.</summary>
    public int? FailAt { get; set; }

    /// <summary>Whether it takes effect before it fails. Only operations that have an effect are then counted: a read that fails late is one that failed early.</summary>
    public bool AfterEffect { get; set; }

    /// <summary>Whether the process ends with the operation that fails: all that follow fail too, until it is started again.</summary>
    public bool Kills { get; init; }

    /// <summary>What happens elsewhere while the operation <see cref="FailAt"/> waits; then it passes instead of failing.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Operations until <see cref="Stop"/>.</summary>
    public int Handled { get; private set; }

    /// <summary>Lets everything pass from now on.</summary>
    public void Stop() => (FailAt, Handled) = (null, _count);

    /// <summary>A new process takes the place of the one that ended.</summary>
    public void Restart() => _isDead = false;

    public void Reset()
    {
        (_count, Bytes) = (0, 0);
        _log.Clear();
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Content is { } content && content.TryComputeLength(out var length)) Bytes += length;
        _log.Enqueue($"{message.Request.Method} {Uri.UnescapeDataString(message.Request.Uri.ToUri().PathAndQuery)}");
        var changes = message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head;
        await PassAsync(() => ProcessNextAsync(message, pipeline), changes);
    }

    /// <summary>Counts an operation of any kind, and breaks it if it is the one.</summary>
    /// <param name="operation">What it does.</param>
    /// <param name="changes">Whether it has an effect.</param>
    public async ValueTask PassAsync(Func<ValueTask> operation, bool changes = true)
    {
        if (_isDead) throw new CrashException();
        var fails = (changes || !AfterEffect) && Interlocked.Increment(ref _count) == FailAt;
        if (fails && Meanwhile is { } elsewhere)
        {
            fails = false;
            await elsewhere();
        }

        _isDead = fails && Kills;
        if (fails && !AfterEffect) throw new CrashException();
        await operation();
        if (fails) throw new CrashException();
    }
}

/// <summary>Stands for the process ending: nothing in the engine catches it.</summary>
public sealed class CrashException : Exception;
