using System.CommandLine.Parsing;
using Soundoff.Export;

namespace Soundoff.Cli.Local;

/// <summary>Where telemetry is sent by OTLP.</summary>
internal static class OtlpReceiver
{
    // By convention 4317 speaks gRPC and 4318 HTTP.
    private const int GrpcPort = 4317;

    /// <summary>Where receivers on this machine listen by convention.</summary>
    public static Uri Usual { get; } = new("http://localhost:4318/");

    /// <summary>Reads the option <c>--otlp</c>.</summary>
    public static Uri? Parse(ArgumentResult option)
    {
        if (option.Tokens.Count == 0) return Usual;
        if (Uri.TryCreate(option.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        option.AddError($"--otlp takes an http address, for example {Usual}.");
        return null;
    }

    /// <summary>The settings that send there.</summary>
    public static Dictionary<string, string?> Settings(Uri address) => new()
    {
        [TelemetryExport.OtlpEndpoint] = address.AbsoluteUri,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = address.Port == GrpcPort ? "grpc" : "http/protobuf",
    };
}
