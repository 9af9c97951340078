using System.Text.Json;
using System.Text.Json.Serialization;

namespace Soundoff.Mail.Reading;

/// <summary>
/// An encoding of the WHATWG Encoding standard, as <c>whatwg.json</c> has it: that file is made of the standard's <c>encodings.json</c> and of its indexes of single
/// bytes, and holds nothing else.
/// </summary>
/// <param name="Name">The standard's.</param>
/// <param name="Labels">What messages call it, lower case, separated by spaces.</param>
/// <param name="High">What the bytes 0x80 to 0xFF stand for, where each stands for one character: U+FFFD where it stands for none. Null for other encodings.</param>
internal sealed record Charset(string Name, string Labels, string? High)
{
    /// <summary>All of them, in the standard's order.</summary>
    public static IReadOnlyList<Charset> All { get; } = Read();

    private static IReadOnlyList<Charset> Read()
    {
        using var table = typeof(Charset).Assembly.GetManifestResourceStream("Soundoff.Charsets.json") ?? throw new FileNotFoundException("The table of charsets is missing.");
        return JsonSerializer.Deserialize(table, CharsetJson.Default.IReadOnlyListCharset)!;
    }
}

/// <summary>Reads the table of charsets.</summary>
[JsonSerializable(typeof(IReadOnlyList<Charset>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class CharsetJson : JsonSerializerContext;
