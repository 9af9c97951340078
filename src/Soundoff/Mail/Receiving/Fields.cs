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
            if (Name(property) is { } name && Text(property.Value) is { } text) strings[name] = text;
        return strings;
    }

    /// <summary>A string; null for anything else, and for one whose bytes or escapes are no Unicode.</summary>
    public static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? Unicode(element, e => e.GetString()) : null;

    /// <summary>A member's name; null when it is no Unicode.</summary>
    public static string? Name(JsonProperty property) => Unicode(property, p => p.Name);

    private static string? Unicode<T>(T json, Func<T, string?> read)
    {
        try
        {
            return read(json);
        }
        catch (InvalidOperationException)
        {
            // The parser looks at bytes alone; half a surrogate pair, or a byte that UTF-8 does not have, shows here.
            return null;
        }
    }
}
