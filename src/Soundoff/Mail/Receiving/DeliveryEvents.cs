using System.Globalization;
using System.Text.Json;

namespace Soundoff.Mail.Receiving;

/// <summary>Reads the body of SendGrid's event webhook: a JSON array of objects.</summary>
public static class DeliveryEvents
{
    /// <summary>The custom argument that carries our message id, should the provider write a <c>Message-ID</c> of its own.</summary>
    internal const string MessageIdArgument = "soundoff_message_id";

    /// <summary>The events, each once, in order. What is no event, or of a kind that says nothing of delivery (opens, clicks), is passed over; so is a body that is no JSON.</summary>
    public static async Task<IReadOnlyList<DeliveryEvent>> ParseAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, default, cancellation);
            if (json.RootElement.ValueKind != JsonValueKind.Array) return [];
            return [.. json.RootElement.EnumerateArray().Select(Read).OfType<DeliveryEvent>().DistinctBy(e => e.Id)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static DeliveryEvent? Read(JsonElement element)
    {
        var fields = Fields.Strings(element);
        if (Kind(fields) is not { } kind || fields.GetValueOrDefault("email") is not { Length: > 0 } address) return null;
        if (fields.GetValueOrDefault("sg_event_id") is not { Length: > 0 } id || Time(element) is not { } time) return null;
        var message = fields.GetValueOrDefault(MessageIdArgument) ?? fields.GetValueOrDefault("smtp-id");
        return new()
        {
            Id = id,
            Kind = kind,
            Address = address.Trim().ToLowerInvariant(),
            Time = time,
            MessageId = string.IsNullOrWhiteSpace(message) ? null : DeliveryFacts.Bare(message),
            Reason = fields.GetValueOrDefault("reason") ?? fields.GetValueOrDefault("response"),
            Status = fields.GetValueOrDefault("status"),
        };
    }

    private static DeliveryEventKind? Kind(IReadOnlyDictionary<string, string> fields) => fields.GetValueOrDefault("event")?.ToLowerInvariant() switch
    {
        "processed" => DeliveryEventKind.Processed,
        "delivered" => DeliveryEventKind.Delivered,
        "deferred" => DeliveryEventKind.Deferred,
        // SendGrid tells both with one event: a block is for now, a bounce for good.
        "bounce" => fields.GetValueOrDefault("type") is "blocked" ? DeliveryEventKind.Blocked : DeliveryEventKind.Bounce,
        "dropped" => DeliveryEventKind.Dropped,
        "spamreport" => DeliveryEventKind.SpamReport,
        "unsubscribe" or "group_unsubscribe" => DeliveryEventKind.Unsubscribe,
        _ => null,
    };

    // Seconds since 1970, as a number, or as a string where a proxy has turned it into one.
    private static DateTimeOffset? Time(JsonElement element)
    {
        if (!element.TryGetProperty("timestamp", out var value)) return null;
        var text = Fields.Text(value) ?? value.GetRawText();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }
}
