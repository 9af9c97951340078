using System.Text.Json;

namespace Soundoff.Mail.Sending;

/// <summary>Reads why SendGrid refused a message: <c>{"errors":[{"message":"…","field":"…"}]}</c>.</summary>
internal static class SendGridErrors
{
    /// <summary>The errors as one line, addresses taken out of them.</summary>
    public static async Task<string> ReadAsync(HttpContent body, int status, CancellationToken cancellation)
    {
        var text = await body.ReadAsStringAsync(cancellation);
        return RefusalReason.Of(status, string.Join(' ', Messages(text)));
    }

    private static List<string> Messages(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
                ? [.. errors.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(Message)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Message(JsonElement error) =>
        error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()! : "";
}
