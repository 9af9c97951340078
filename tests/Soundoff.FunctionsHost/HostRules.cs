using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Soundoff.FunctionsHost;

/// <summary>What <c>host.json</c> says, with the host's own values for what it leaves out.</summary>
internal sealed record HostRules
{
    private const string Overrides = "AzureFunctionsJobHost__";

    /// <summary>What stands before the routes of HTTP functions.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary>Whether messages of queues are base64.</summary>
    public required bool IsBase64 { get; init; }

    /// <summary>Messages fetched at once.</summary>
    public required int BatchSize { get; init; }

    /// <summary>A new batch is fetched when no more than this many messages of a queue are being handled.</summary>
    public required int NewBatchThreshold { get; init; }

    /// <summary>Tries of a message; after the last it goes to <c>{queue}-poison</c>.</summary>
    public required int MaxDequeueCount { get; init; }

    /// <summary>How long a message rests between a failed try and the next.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }

    /// <summary>The longest rest of an empty queue between two looks.</summary>
    public required TimeSpan MaxPollingInterval { get; init; }

    /// <param name="file">The app's <c>host.json</c>.</param>
    /// <param name="settings">The app's settings, some of which may stand in for what the file says.</param>
    public static HostRules Read(string file, IReadOnlyDictionary<string, string> settings)
    {
        var said = new ConfigurationBuilder().AddJsonFile(file).AddInMemoryCollection(settings
            .Where(setting => setting.Key.StartsWith(Overrides, StringComparison.Ordinal))
            .Select(setting => KeyValuePair.Create(setting.Key[Overrides.Length..].Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value))).Build().GetSection("extensions");
        var queues = said.GetSection("queues");
        return new()
        {
            RoutePrefix = said["http:routePrefix"] ?? "api",
            IsBase64 = queues["messageEncoding"] is not "none",
            BatchSize = Number(queues["batchSize"], 16),
            NewBatchThreshold = Number(queues["newBatchThreshold"], Number(queues["batchSize"], 16) / 2),
            MaxDequeueCount = Number(queues["maxDequeueCount"], 5),
            VisibilityTimeout = Time(queues["visibilityTimeout"], TimeSpan.Zero),
            MaxPollingInterval = Time(queues["maxPollingInterval"], TimeSpan.FromMinutes(1)),
        };
    }

    private static int Number(string? said, int otherwise) => said is null ? otherwise : int.Parse(said, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string? said, TimeSpan otherwise) => said is null ? otherwise : TimeSpan.Parse(said, CultureInfo.InvariantCulture);
}
