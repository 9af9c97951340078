using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Operations;

namespace Soundoff.Functions;

/// <summary>The same for whoever has a function key, with what waits in the queues, what is poisoned, and since when the oldest work waits.</summary>
public sealed class HealthDetail(HealthCheck check)
{
    [Function(nameof(HealthDetail))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "health/detail")] HttpRequest request, CancellationToken cancellation)
    {
        var health = await check.RunAsync(cancellation);
        return new ObjectResult(health) { StatusCode = health.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable };
    }
}
