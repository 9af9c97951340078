using System.Globalization;
using System.Text.Json.Nodes;

namespace Soundoff.Tests.Infra;

/// <summary>One thing that must hold in every deployment, and a way to break it.</summary>
/// <param name="Name">The rule, as a sentence.</param>
/// <param name="Breaches">What breaks it in a deployment; nothing when it holds.</param>
/// <param name="Break">Breaks it in a copy.</param>
public sealed record SecurityRule(string Name, Func<Deployment, IEnumerable<string>> Breaches, Action<Deployment> Break)
{
    /// <summary>Every resource of a type has a value at a path, and there is at least one.</summary>
    public static SecurityRule Value(string name, string type, string path, JsonNode? expected, JsonNode? broken) => new(
        name,
        deployment => deployment.Of(type) is { Count: > 0 } found
            ? found.Where(r => !JsonNode.DeepEquals(At(r, path), expected)).Select(r => $"{r["name"]}: {path} is {At(r, path)?.ToJsonString() ?? "missing"}, not {expected?.ToJsonString()}")
            : [$"there is no {type}"],
        deployment => Set(deployment.Of(type)[^1], path, broken));

    /// <summary>The value at a path of names, dots between them; numbers are places in arrays.</summary>
    public static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
            node = node is JsonArray array ? (Place(step) < array.Count ? array[Place(step)] : null) : (node as JsonObject)?[step];
        return node;
    }

    /// <summary>Puts another value there.</summary>
    public static void Set(JsonNode resource, string path, JsonNode? value)
    {
        var dot = path.LastIndexOf('.');
        var parent = dot < 0 ? resource : At(resource, path[..dot])!;
        var last = path[(dot + 1)..];
        if (parent is JsonArray array) array[Place(last)] = value?.DeepClone();
        else parent[last] = value?.DeepClone();
    }

    private static int Place(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
