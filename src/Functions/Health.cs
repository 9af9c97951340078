using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Soundoff.Hosting;

namespace Soundoff.Functions;

/// <summary>Says whether storage answers: 200 when all is well, 503 when not. Nothing else is told to strangers.</summary>
public sealed class Health(HealthCheck check)
{
    [Function(nameof(Health))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellation)
    {
        var health = await check.RunAsync(cancellation);
        return new ObjectResult(new { healthy = health.Healthy }) { StatusCode = health.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable };
    }
}
