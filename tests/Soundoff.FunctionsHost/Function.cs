using System.Text.Json;

namespace Soundoff.FunctionsHost;

/// <summary>A function as an app's <c>functions.metadata</c> declares it.</summary>
public sealed class Function
{
    internal Function(JsonElement declared)
    {
        Name = Text(declared, "name");
        Trigger = declared.GetProperty("bindings").EnumerateArray().Single(binding => Text(binding, "type").EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
    }

    public string Name { get; }

    /// <summary>queue, blob, timer or http.</summary>
    public string Kind => Text(Trigger, "type")[..^"Trigger".Length].ToLowerInvariant();

    /// <summary>The parameter that the trigger fills.</summary>
    public string Parameter => Text(Trigger, "name");

    /// <summary>Whether the worker wants to know where the content is, and not the content.</summary>
    public bool IsDeferred => Trigger.TryGetProperty("properties", out var properties) && Text(properties, "supportsDeferredBinding").Equals("true", StringComparison.OrdinalIgnoreCase);

    internal string Id { get; } = Guid.NewGuid().ToString();

    private JsonElement Trigger { get; }

    /// <summary>A property of the trigger; empty where there is none.</summary>
    public string Property(string name) => Text(Trigger, name);

    /// <summary>The values of a property of the trigger that is a list.</summary>
    public IReadOnlyList<string> Properties(string name) => Trigger.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";
}
