using System.Globalization;
using System.Text.Json;

namespace Soundoff.Cli.Local;

/// <summary>How the Functions host treats a queue. Production and <c>soundoff serve</c> follow one <c>host.json</c>.</summary>
public sealed record QueueRules
{
    /// <summary>Messages fetched at once.</summary>
    public required int BatchSize { get; init; }

    /// <summary>A new batch is fetched when no more than this many are being handled.</summary>
    public required int NewBatchThreshold { get; init; }

    /// <summary>Tries of a message; after the last it goes to <c>{queue}-poison</c>.</summary>
    public required int MaxDequeueCount { get; init; }

    /// <summary>How long a message rests between a failed try and the next.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }

    /// <summary>The longest rest of an empty queue between two looks.</summary>
    public required TimeSpan MaxPollingInterval { get; init; }

    /// <summary>The longest a function may take. A message is out of sight for as long while it is handled.</summary>
    public required TimeSpan FunctionTimeout { get; init; }

    /// <summary>The rules of the root's <c>host.json</c>, which this assembly carries.</summary>
    public static QueueRules Host { get; } = Read();

    private static QueueRules Read()
    {
        using var file = typeof(QueueRules).Assembly.GetManifestResourceStream("host.json")!;
        using var json = JsonDocument.Parse(file);
        var queues = json.RootElement.GetProperty("extensions").GetProperty("queues");
        if (queues.GetProperty("messageEncoding").GetString() is not "none") throw new InvalidDataException("host.json must set messageEncoding to none: Event Grid writes plain JSON.");
        return new()
        {
            BatchSize = queues.GetProperty("batchSize").GetInt32(),
            NewBatchThreshold = queues.GetProperty("newBatchThreshold").GetInt32(),
            MaxDequeueCount = queues.GetProperty("maxDequeueCount").GetInt32(),
            VisibilityTimeout = Time(queues.GetProperty("visibilityTimeout")),
            MaxPollingInterval = Time(queues.GetProperty("maxPollingInterval")),
            FunctionTimeout = Time(json.RootElement.GetProperty("functionTimeout")),
        };
    }

    private static TimeSpan Time(JsonElement value) => TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
