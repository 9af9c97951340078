using Microsoft.Azure.Functions.Worker;
using Soundoff.Publishing;

namespace Soundoff.Functions;

/// <summary>Every night at half past three, UTC: container, catalog and site are compared.</summary>
public sealed class Reconcile(Reconciler reconciler)
{
    [Function(nameof(Reconcile))]
    public Task Run([TimerTrigger("0 30 3 * * *")] TimerInfo timer, CancellationToken cancellation) => reconciler.RunAsync(cancellation);
}
