namespace Soundoff.Mail.Sending;

/// <summary>What became of a message.</summary>
public enum SendOutcome
{
    /// <summary>The provider has taken it.</summary>
    Sent,

    /// <summary>The provider will never take it: trying again is of no use.</summary>
    Refused,

    /// <summary>It may have been taken: the connection was lost before the answer came. Only for mail that is sent <see cref="OutgoingMail.AtMostOnce"/>.</summary>
    Unknown,
}

/// <summary>What became of a message, and why.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was refused, in the provider's words, without addresses; null when it was not.</param>
public sealed record SendResult(SendOutcome Outcome, string? Reason = null)
{
    public static SendResult Sent { get; } = new(SendOutcome.Sent);
}

/// <summary>Sends messages.</summary>
public interface IMailSender
{
    /// <summary>Sends one message.</summary>
    /// <exception cref="MailNotSentException">It was not sent, for a reason that may pass: try again later.</exception>
    Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation);
}

/// <summary>A message was not sent, for a reason that may pass. Names no address.</summary>
/// <param name="message">Why, as a sentence.</param>
/// <param name="wait">How long to wait at least before the next try.</param>
/// <param name="cause">What was thrown, if anything.</param>
public sealed class MailNotSentException(string message, TimeSpan wait, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>How long to wait at least before the next try.</summary>
    public TimeSpan Wait { get; } = wait;
}
