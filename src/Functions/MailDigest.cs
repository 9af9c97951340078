using Microsoft.Azure.Functions.Worker;

namespace Soundoff.Functions;

/// <summary>Every morning at five, UTC: hosts learn what came by mail.</summary>
public sealed class MailDigest(Mail.Answering.MailDigest digest)
{
    [Function(nameof(MailDigest))]
    public Task Run([TimerTrigger("0 0 5 * * *")] TimerInfo timer, CancellationToken cancellation) => digest.RunAsync(cancellation);
}
