using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Soundoff.Telemetry;

namespace Soundoff.Export;

/// <summary>Sends traces, metrics and logs where the settings say. The engine itself knows nothing of it.</summary>
public static class TelemetryExport
{
    /// <summary>The setting that names Application Insights.</summary>
    public const string InsightsConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>The setting that names whose identity is used there: <c>Authorization=AAD</c>, and <c>;ClientId=…</c> for a user-assigned one.</summary>
    public const string InsightsAuthentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>The setting that names an OTLP receiver. Its kin (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>…_HEADERS</c> and the others) are read as well.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Of the storage clients: a span for each call, without the address.
    private static readonly string[] Clients = ["Azure.Storage.Blobs.*", "Azure.Storage.Queues.*", "Azure.Data.Tables.*"];

    /// <summary>Whether the settings name a receiver.</summary>
    public static bool IsAskedFor(IConfiguration configuration) => Setting(configuration, InsightsConnection) is not null || Setting(configuration, OtlpEndpoint) is not null;

    /// <summary>
    /// Collects what the engine, the storage clients and calls of the mail provider tell, and sends it to each receiver that the settings name. Without one nothing is
    /// collected.
    /// </summary>
    /// <exception cref="FormatException"><see cref="InsightsAuthentication"/> cannot be read.</exception>
    public static IServiceCollection AddSoundoffTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsAskedFor(configuration)) return services;
        // The clients' spans are an experiment of theirs: their names may still change.
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);
        var telemetry = services.AddOpenTelemetry()
            // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES go before it.
            .ConfigureResource(resource => resource.Clear().AddService("soundoff", serviceVersion: Version).AddTelemetrySdk().AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource([Tracing.SourceName, .. Clients]).AddProcessor(new FailedSpans()).AddHttpClientInstrumentation(http =>
            {
                // A client's own request is told of by the client.
                http.FilterHttpRequestMessage = request => !request.Headers.Contains("x-ms-client-request-id");
                http.RecordException = false;
            }))
            .WithMetrics(metrics => metrics.AddMeter(Instruments.MeterName))
            .WithLogging(null, logs => logs.IncludeFormattedMessage = true);
        if (Setting(configuration, InsightsConnection) is { } connection)
        {
            var credential = InsightsIdentity.Of(Setting(configuration, InsightsAuthentication));
            telemetry.UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = connection;
                monitor.Credential = credential;
            });
        }

        if (Setting(configuration, OtlpEndpoint) is not null) telemetry.UseOtlpExporter();
        return services;
    }

    private static string? Version => typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    private static string? Setting(IConfiguration configuration, string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
