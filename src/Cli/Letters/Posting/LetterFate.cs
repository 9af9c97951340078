using Azure.Storage.Queues;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;

namespace Soundoff.Cli.Letters.Posting;

/// <summary>Waits for what becomes of a posted message.</summary>
internal static class LetterFate
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>The letter once it is kept; null when its message was dealt with and none is, or when that takes too long.</summary>
    /// <param name="letters">Where letters are.</param>
    /// <param name="queue">The queue that was told of it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="limit">The longest wait.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Letter?> OfAsync(LetterStore letters, QueueClient queue, string id, TimeSpan limit, CancellationToken cancellation)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            // Asked first: a message leaves the queue after its letter is kept. Those in hand are counted.
            var handled = (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount == 0;
            if (await letters.BeginningWithAsync(id, 1, cancellation) is [var (show, _), ..] && await letters.FindAsync(show, id, cancellation) is { } letter) return letter;
            if (handled || TimeProvider.System.GetElapsedTime(begun) > limit) return null;
            await Task.Delay(BetweenLooks, cancellation);
        }
    }
}
