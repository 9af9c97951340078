using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Soundoff.Telemetry;

namespace Soundoff.Storage;

/// <summary>
/// A message of our own that names a show or a letter. The name alone is enough, and all there is while nothing is traced; else it is JSON that also tells of the
/// trace it belongs to and when it was sent.
/// </summary>
/// <param name="Name">The show, or the letter's id.</param>
public sealed record WakeUp(string Name)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>When it was sent; null when it does not tell.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The sender's span; the default when it does not tell.</summary>
    public ActivityContext Trace { get; init; }

    /// <summary>The message in the current trace.</summary>
    public static string Text(string name, DateTimeOffset now) =>
        Tracing.Parent is { } parent ? JsonSerializer.Serialize(new Written(name, now, parent), Json) : name;

    /// <summary>Reads a message: JSON, JSON in base64 (as tools that put messages back may write it), or a name. A name that could be base64 is a name.</summary>
    public static WakeUp Parse(string message)
    {
        if (TryRead(message) is { } plain) return plain;
        var bytes = new byte[message.Length];
        if (Convert.TryFromBase64String(message, bytes, out var length) && TryRead(Encoding.UTF8.GetString(bytes, 0, length)) is { } coded) return coded;
        return new(message);
    }

    private static WakeUp? TryRead(string text)
    {
        // No show's name and no id begins so.
        if (!text.StartsWith("{\"", StringComparison.Ordinal)) return null;
        try
        {
            return JsonSerializer.Deserialize<Written>(text, Json) is { Name: { } name } read ? new(name) { Time = read.Time, Trace = Tracing.Read(read.Traceparent) } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Written(string? Name, DateTimeOffset? Time, string? Traceparent);
}
