using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Soundoff.Account;
using Soundoff.Telemetry;
using Soundoff.Uploads;

namespace Soundoff.Storage;

/// <summary>
/// Says that something about a blob of the <c>episodes</c> container changed: an Event Grid event, in its own schema or as a
/// CloudEvent, plain or in base64. What changed is not believed: whoever handles it looks.
/// </summary>
/// <param name="Path">The blob's name below the container; null for an event of something else.</param>
public sealed record BlobEvent(string? Path)
{
    private const string Prefix = "/blobServices/default/containers/" + Containers.Episodes + "/blobs/";

    /// <summary>The file, when the name is one that publishers may use.</summary>
    public UploadPath? Upload => Path is null ? null : UploadPath.Parse(Path);

    /// <summary>When it happened; null when it does not tell.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The span of whoever posted it: CloudEvents' distributed tracing extension, which Event Grid does not fill in. The default for none.</summary>
    public ActivityContext Trace { get; init; }

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">It is no event.</exception>
    public static BlobEvent Parse(string message)
    {
        using var json = Read(message);
        var root = json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.GetArrayLength() > 0 ? json.RootElement[0] : json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("subject", out var subject) || subject.ValueKind != JsonValueKind.String) throw NoEvent("It is JSON without a subject.");
        var name = subject.GetString()!;
        return new(name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null)
        {
            // Event Grid's own schema, or CloudEvents'.
            Time = TimeOf(root, "eventTime") ?? TimeOf(root, "time"),
            Trace = root.TryGetProperty("traceparent", out var parent) && parent.ValueKind == JsonValueKind.String ? Tracing.Read(parent.GetString()) : default,
        };
    }

    /// <summary>The event as Event Grid would write it, in the current trace.</summary>
    /// <param name="path">The blob's name below the container.</param>
    /// <param name="type">What happened to it.</param>
    /// <param name="time">When; null is not told.</param>
    public static string Json(string path, string type = "Microsoft.Storage.BlobCreated", DateTimeOffset? time = null)
    {
        var json = new JsonObject { ["eventType"] = type, ["subject"] = Prefix + path };
        if (time is { } moment) json["eventTime"] = moment.UtcDateTime;
        if (Tracing.Parent is { } parent) json["traceparent"] = parent;
        return json.ToJsonString();
    }

    private static JsonDocument Read(string message)
    {
        var text = message.AsSpan().Trim();
        var isBase64 = text.Length > 0 && text[0] is not ('{' or '[') && Base64.IsValid(text);
        try
        {
            return JsonDocument.Parse(isBase64 ? Encoding.UTF8.GetString(Convert.FromBase64String(message)) : message);
        }
        catch (JsonException failure)
        {
            throw NoEvent("It is no JSON.", failure);
        }
    }

    private static JsonException NoEvent(string found, Exception? cause = null) => new(
        $"A message of the queue {Queues.EpisodeEvents} is no event of a blob. {found} Expected is what Event Grid writes, in its own schema or as a CloudEvent, plain or in base64, such as {Json("my-show/first.md")}.", cause);

    private static DateTimeOffset? TimeOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;
}
