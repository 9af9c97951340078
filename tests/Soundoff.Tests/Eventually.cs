using System.Diagnostics;

namespace Soundoff.Tests;

/// <summary>Waits for what another thread or process will do, and fails with a sentence when it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    /// <summary>Asks until the answer is yes.</summary>
    /// <param name="what">What is awaited, as the end of "Within 30 s, …".</param>
    /// <param name="condition">Is asked every 25 ms.</param>
    public static async Task BecomesTrueAsync(string what, Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Deadline) Assert.Fail($"Within {Deadline.TotalSeconds:0} s, {what}: it did not happen.");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc cref="BecomesTrueAsync(string, Func{Task{bool}})"/>
    public static Task BecomesTrueAsync(string what, Func<bool> condition) => BecomesTrueAsync(what, () => Task.FromResult(condition()));
}
