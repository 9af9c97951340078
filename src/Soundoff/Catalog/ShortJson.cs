using System.Text.Encodings.Web;
using System.Text.Json;

namespace Soundoff.Catalog;

/// <summary>JSON in table properties, which are short: letters of any script stay one character, where the default would write six.</summary>
internal static class ShortJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
