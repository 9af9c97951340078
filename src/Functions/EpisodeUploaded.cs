#if DEBUG
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Account;
using Soundoff.Publishing;
using Soundoff.Storage;

namespace Soundoff.Functions;

/// <summary>
/// Feeds the same handler where there is no Event Grid: <c>func start</c> on Azurite. Debug only, since Flex Consumption runs no polling
/// blob triggers. It sees no deletes; <c>soundoff serve</c> does.
/// </summary>
public sealed class EpisodeUploaded(EpisodePublisher publisher)
{
    // A client, not the content: recordings are large, and whoever handles the event looks for itself.
    [Function(nameof(EpisodeUploaded))]
    public Task Run([BlobTrigger(Containers.Episodes + "/{name}")] BlobClient blob, CancellationToken cancellation) =>
        publisher.HandleAsync(new BlobEvent(blob.Name), cancellation);
}
#endif
