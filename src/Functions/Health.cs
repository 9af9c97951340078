using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Operations;

namespace Soundoff.Functions;

/// <summary>For uptime monitors: 200 when storage answers, nothing is poisoned and no work is late, else 503. Nothing else is told to strangers.</summary>
public sealed class Health(HealthCheck check)
{
    [Function(nameof(Health))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request, CancellationToken cancellation)
    {
        var healthy = (await check.RunAsync(cancellation)).Healthy;
        return new ObjectResult(new { healthy }) { StatusCode = healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable };
    }
}
