using Microsoft.Azure.Functions.Worker;
using Soundoff.Account;
using Soundoff.Publishing.Rendering;

namespace Soundoff.Functions;

/// <summary>The rendering half: a show has work.</summary>
public sealed class ShowChanged(ShowRenderer renderer)
{
    [Function(nameof(ShowChanged))]
    public Task Run([QueueTrigger(Queues.ShowUpdates)] string message, CancellationToken cancellation) =>
        renderer.HandleAsync(message, cancellation);
}
