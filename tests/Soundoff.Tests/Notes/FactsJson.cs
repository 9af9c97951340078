using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Soundoff.Problems;

namespace Soundoff.Tests.Notes;

/// <summary>What a reading gave, as the JSON of the expected twins: absent and empty things are left out.</summary>
internal static class FactsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of<T>(Reading<T> reading) where T : class
    {
        var whole = new JsonObject
        {
            ["facts"] = Pruned(JsonSerializer.SerializeToNode(reading.Value, Options)),
            ["problems"] = new JsonArray([.. reading.Problems.Select(p => (JsonNode)$"{p.Line}|{p.Field}|{p.Severity}|{p.Message}|{p.Mend}")]),
        };
        return whole.ToJsonString(Options) + "\n";
    }

    private static JsonNode? Pruned(JsonNode? node)
    {
        if (node is not JsonObject group) return node;
        foreach (var (key, value) in group.ToList())
        {
            if (key is "hosts" or "guests" or "zone" || value is JsonArray { Count: 0 }) group.Remove(key);
        }

        return group;
    }
}
