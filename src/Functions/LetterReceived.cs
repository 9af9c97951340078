using Microsoft.Azure.Functions.Worker;
using Soundoff.Account;
using Soundoff.Mail;

namespace Soundoff.Functions;

/// <summary>A message that is kept becomes a letter.</summary>
public sealed class LetterReceived(LetterReceiver receiver)
{
    [Function(nameof(LetterReceived))]
    public Task Run([QueueTrigger(Queues.Letters)] string message, CancellationToken cancellation) => receiver.HandleAsync(message, cancellation);
}
