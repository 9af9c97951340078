using System.Text.Json;

namespace Soundoff.Mail.Receiving;

/// <summary>JSON in form fields, which strangers write.</summary>
internal static class Fields
{
    /// <summary>The document; null when it is none.</summary>
    public static JsonDocument? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The strings of an object, by their names in any case; empty when it is none.</summary>
    public static IReadOnlyDictionary<string, string> Strings(string? text)
    {
        using var json = Parse(text);
        return Strings(json?.RootElement ?? default);
    }

    /// <inheritdoc cref="Strings(string?)"/>
    public static IReadOnlyDictionary<string, string> Strings(JsonElement element)
    {
        var strings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (element.ValueKind != JsonValueKind.Object) return strings;
        foreach (var property in element.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.String) strings[property.Name] = property.Value.GetString()!;
        return strings;
    }
}
