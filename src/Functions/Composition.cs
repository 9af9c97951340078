using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
        // The host leaves the telling of what the worker does to the worker, and hands its trace over.
        if (TelemetryExport.IsAskedFor(configuration)) services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
        return services;
    }
}
