using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Soundoff.Export;
using Soundoff.Hosting;

namespace Soundoff.Functions;

/// <summary>What the app is made of.</summary>
public static class Composition
{
    /// <summary>Registers the engine, and what tells of its work where the settings name a receiver.</summary>
    public static IServiceCollection AddFunctionApp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSoundoff(configuration).AddSoundoffTelemetry(configuration).AddHostedService<WarmStart>();
        // Mail is larger than the 28.6 MB that the server takes when nothing is said. Whoever reads a body has a limit of its own.
        services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = null);
        // The host reads host.json, the worker does not. The server's lines hold whole addresses: the key of the webhooks, and the signed links.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning));
        // The host leaves the telling of what the worker does to the worker, and hands its trace over.
        if (TelemetryExport.IsAskedFor(configuration)) services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
        return services;
    }
}
