using Microsoft.Azure.Functions.Worker;

namespace Soundoff.Functions;

/// <summary>Every night at four, UTC: what is older than it may be is deleted.</summary>
public sealed class MailExpiry(Mail.MailExpiry expiry)
{
    [Function(nameof(MailExpiry))]
    public Task Run([TimerTrigger("0 0 4 * * *")] TimerInfo timer, CancellationToken cancellation) => expiry.RunAsync(cancellation);
}
