using System.Text.RegularExpressions;

namespace Soundoff.Limits;

/// <summary>
/// The time that reading something of others may take as a whole. .NET cannot end code that runs: what looks at its token stops, what does not is left behind and ends
/// when it ends, which linear patterns and bounded sizes make soon. Whoever waits goes on at once, with something to say.
/// </summary>
internal static class ReadingTime
{
    /// <summary>For an episode with all its files, or a show's own.</summary>
    public static readonly TimeSpan OfUploads = TimeSpan.FromMinutes(2);

    /// <summary>For a letter with all its parts.</summary>
    public static readonly TimeSpan OfLetters = TimeSpan.FromMinutes(1);

    /// <summary>What <paramref name="read"/> gives; when it takes longer, or a pattern reaches its own limit, what <paramref name="otherwise"/> gives.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<T> LimitAsync<T>(TimeSpan longest, Func<CancellationToken, Task<T>> read, Func<T> otherwise, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (longest > TimeSpan.Zero) time.CancelAfter(longest);
        else await time.CancelAsync();
        try
        {
            return await Task.Run(() => read(time.Token), time.Token).WaitAsync(time.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or RegexMatchTimeoutException && !cancellation.IsCancellationRequested)
        {
            return otherwise();
        }
    }
}
