namespace Soundoff.Cli.Local;

/// <summary>
/// Wakes those who would otherwise poll after a while. Whoever waits takes <see cref="Next"/> before looking for work, so that a ring
/// while it looks is not lost.
/// </summary>
public sealed class Doorbell
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends with the next ring.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes everybody who waits now.</summary>
    public void Ring() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Waits for a ring, or as long as one would wait between two looks.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static async Task WaitAsync(Task ring, TimeSpan longest, CancellationToken cancellation)
    {
        await Task.WhenAny(ring, Task.Delay(longest, cancellation));
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
