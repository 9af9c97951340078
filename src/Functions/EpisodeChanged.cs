using Microsoft.Azure.Functions.Worker;
using Soundoff.Account;
using Soundoff.Publishing;
using Soundoff.Storage;

namespace Soundoff.Functions;

/// <summary>The reading half: something about an episode's uploads changed.</summary>
public sealed class EpisodeChanged(EpisodePublisher publisher)
{
    [Function(nameof(EpisodeChanged))]
    public Task Run([QueueTrigger(Queues.EpisodeEvents)] string message, CancellationToken cancellation) =>
        publisher.HandleAsync(BlobEvent.Parse(message), cancellation);
}
