using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Soundoff.Cli;

/// <summary>How every command writes what <c>--json</c> asks for.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // For programs, not for HTML: letters of all scripts stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>An object on one line, without its end.</summary>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Options);
}
