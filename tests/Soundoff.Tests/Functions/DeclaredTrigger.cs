using System.Reflection;
using System.Text.Json;
using Soundoff.Functions;

namespace Soundoff.Tests.Functions;

/// <summary>A trigger as the host and its scaling read it: from <c>functions.metadata</c>, which the build of <c>src/Functions</c> writes.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Kind">queue, blob, timer or http.</param>
/// <param name="Source">The queue, the blob pattern, the schedule, or the methods and the route: what calls the function.</param>
public sealed record DeclaredTrigger(string Function, string Kind, string Source)
{
    private static readonly Dictionary<string, JsonElement> Functions = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "functions.metadata")))
        .RootElement.EnumerateArray().ToDictionary(function => function.GetProperty("name").GetString()!);

    /// <summary>Every function's, by name.</summary>
    public static IReadOnlyList<DeclaredTrigger> All { get; } = [.. Functions.Keys.Order(StringComparer.Ordinal).Select(Of)];

    /// <summary>The methods that are functions.</summary>
    public static IEnumerable<MethodInfo> Methods => Functions.Keys.Select(MethodOf);

    /// <summary>The method of a function.</summary>
    public static MethodInfo MethodOf(string function)
    {
        var entryPoint = Functions[function].GetProperty("entryPoint").GetString()!;
        var dot = entryPoint.LastIndexOf('.');
        return typeof(EpisodeChanged).Assembly.GetType(entryPoint[..dot], throwOnError: true)!.GetMethod(entryPoint[(dot + 1)..])!;
    }

    /// <summary>A property of a function's trigger, as text.</summary>
    public static string Property(string function, string name) => Trigger(function).GetProperty(name).ToString();

    private static DeclaredTrigger Of(string function) => Trigger(function).GetProperty("type").GetString() switch
    {
        "queueTrigger" => new(function, "queue", Property(function, "queueName")),
        "blobTrigger" => new(function, "blob", Property(function, "path")),
        "timerTrigger" => new(function, "timer", Property(function, "schedule")),
        "httpTrigger" => new(function, "http", $"{string.Join(',', Trigger(function).GetProperty("methods").EnumerateArray())} {Property(function, "route")}"),
        var other => throw new NotSupportedException($"{function} has a trigger that this table does not know: {other}."),
    };

    private static JsonElement Trigger(string function) =>
        Functions[function].GetProperty("bindings").EnumerateArray().Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
}
