using System.Reflection;
using System.Text.Json;

namespace Soundoff.Fields;

/// <summary>The published JSON Schemas (draft 2020-12) of the fields that publishers write: the one list of what is known.</summary>
public static class Schemas
{
    /// <summary>The front matter of an episode, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Episode { get; } = Load("episode");

    /// <summary>show.yaml, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Show { get; } = Load("show");

    internal static KnownFields EpisodeFields { get; } = new(Episode);

    internal static KnownFields ShowFields { get; } = new(Show);

    private static byte[] Load(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Soundoff.Schemas.{name}.json")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>The keys that a schema lists, at its top and in its definitions.</summary>
internal sealed class KnownFields
{
    private readonly Dictionary<string, IReadOnlyList<string>> keys = new(StringComparer.Ordinal);

    public KnownFields(ReadOnlyMemory<byte> schema)
    {
        using var document = JsonDocument.Parse(schema);
        keys[""] = Properties(document.RootElement);
        foreach (var definition in document.RootElement.GetProperty("$defs").EnumerateObject())
            if (definition.Value.TryGetProperty("properties", out _)) keys[definition.Name] = Properties(definition.Value);
    }

    /// <summary>The keys of the whole, or of one definition.</summary>
    public IReadOnlyList<string> Of(string definition = "") => keys[definition];

    private static List<string> Properties(JsonElement schema) => [.. schema.GetProperty("properties").EnumerateObject().Select(p => p.Name)];
}
