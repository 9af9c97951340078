using Microsoft.Azure.Functions.Worker;
using Soundoff.Operations;

namespace Soundoff.Functions;

/// <summary>Every five minutes: what waits is counted, for the alerts.</summary>
public sealed class Measure(StationGauges gauges)
{
    [Function(nameof(Measure))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => gauges.RecordAsync(cancellation);
}
