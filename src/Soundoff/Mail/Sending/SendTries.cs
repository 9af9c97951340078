using Microsoft.Extensions.Logging;

namespace Soundoff.Mail.Sending;

/// <summary>What came of one try to send.</summary>
/// <param name="Failure">Why it did not succeed, as a sentence without addresses; empty when it did.</param>
internal sealed record SendTry(string Failure)
{
    /// <summary>The provider's last word; null when another try may end otherwise.</summary>
    public SendResult? Result { get; init; }

    /// <summary>How long the provider asks to wait.</summary>
    public TimeSpan? Asked { get; init; }

    /// <summary>Whether nothing is wrong with the message but with our own settings: another try of the same moment is of no use, and the message is not given up.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Whether the provider may have taken it all the same.</summary>
    public bool MayBeTaken { get; init; }

    public Exception? Cause { get; init; }
}

/// <summary>
/// The promises of sending, whoever sends: what may pass is tried up to five times with growing, jittered pauses, or as late as the provider asks if that is within a
/// minute; then it is thrown, for the queue to try again. Mail that must not arrive twice is not tried again once it may have been taken.
/// </summary>
internal sealed partial class SendTries(TimeProvider clock, ILogger logger)
{
    private const int Most = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Tries until the provider has had its last word.</summary>
    /// <exception cref="MailNotSentException">It did not succeed, for a reason that may pass.</exception>
    public async Task<SendResult> RunAsync(OutgoingMail mail, Func<CancellationToken, Task<SendTry>> tryOnce, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await tryOnce(cancellation);
            if (answer.Result is { } result) return result;
            if (answer.MayBeTaken && mail.AtMostOnce) return new(SendOutcome.Unknown);
            var pause = answer.Asked is { } asked ? asked + Jitter(FirstPause) : Backoff(attempt);
            if (attempt == Most || pause > LongestPause || answer.IsOurs) throw new MailNotSentException(answer.Failure, pause, answer.Cause);
            TriedAgain(attempt, answer.Failure);
            await Task.Delay(pause, clock, cancellation);
        }
    }

    private static TimeSpan Backoff(int attempt) => FirstPause * Math.Pow(2, attempt - 1) + Jitter(FirstPause * Math.Pow(2, attempt - 1));

    // So that instances that failed together do not come back together.
    private static TimeSpan Jitter(TimeSpan most) => most * Random.Shared.NextDouble();

    [LoggerMessage(3, LogLevel.Warning, "Try {Attempt} to send a mail failed and will be repeated: {Failure}")]
    private partial void TriedAgain(int attempt, string failure);
}
