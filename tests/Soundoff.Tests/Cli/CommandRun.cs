using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Soundoff.Cli;

namespace Soundoff.Tests.Cli;

/// <summary>A command line that was run to its end in this process, as a shell would run it.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> Of(params string[] args) => AskedAsync(null, args);

    /// <summary>The same with somebody at the keyboard; null for nobody.</summary>
    public static async Task<CommandRun> AskedAsync(string? answer, params string[] args)
    {
        using var keyboard = answer is null ? null : new StringReader(answer + "\n");
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CommandLine.RunAsync(args, output, error, TestContext.Current.CancellationToken, keyboard);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>The lines of <c>--json</c>, each read as JSON.</summary>
    public IReadOnlyList<JsonElement> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
