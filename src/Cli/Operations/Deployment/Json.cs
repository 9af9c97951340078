using System.Text.Json;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Reads what other services tell, of which any part may be missing.</summary>
internal static class Json
{
    /// <summary>The value at a path of names, dots between them; null when there is none.</summary>
    public static JsonElement? At(this JsonElement element, string path)
    {
        JsonElement? here = element;
        foreach (var name in path.Split('.'))
            here = here is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null;
        return here;
    }

    /// <summary>The text there; null when there is none.</summary>
    public static string? Text(this JsonElement element, string path) => element.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Whether it says true there.</summary>
    public static bool IsTrue(this JsonElement element, string path) => element.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The elements of the list there; none when there is no list.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement element, string path) => element.At(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
