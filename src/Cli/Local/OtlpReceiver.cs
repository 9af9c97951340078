using Soundoff.Export;

namespace Soundoff.Cli.Local;

/// <summary>Where telemetry is sent by OTLP.</summary>
internal static class OtlpReceiver
{
    // By convention 4317 speaks gRPC and 4318 HTTP.
    private const int GrpcPort = 4317;

    /// <summary>Where receivers on this machine listen by convention.</summary>
    public static Uri Usual { get; } = new("http://localhost:4318/");

    /// <summary>The settings that send there.</summary>
    public static Dictionary<string, string?> Settings(Uri address) => new()
    {
        [TelemetryExport.OtlpEndpoint] = address.AbsoluteUri,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = address.Port == GrpcPort ? "grpc" : "http/protobuf",
    };
}
