using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Soundoff.Tests.Functions;

/// <summary>A trigger as a function of <c>src/Functions</c> declares it.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Kind">queue, blob, timer or http.</param>
/// <param name="Source">The queue, the blob pattern, the schedule, or the methods and the route: what calls the function.</param>
public sealed record DeclaredTrigger(string Function, string Kind, string Source)
{
    /// <summary>Every function's, by name.</summary>
    public static IReadOnlyList<DeclaredTrigger> All { get; } = [.. Methods.Select(Of).OrderBy(t => t.Function, StringComparer.Ordinal)];

    /// <summary>The methods that are functions.</summary>
    public static IEnumerable<MethodInfo> Methods =>
        typeof(DeclaredTrigger).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(FunctionAttribute)));

    /// <summary>The method of a function.</summary>
    public static MethodInfo MethodOf(string function) => Methods.Single(m => Name(m) == function);

    private static DeclaredTrigger Of(MethodInfo method) => Trigger(method) switch
    {
        QueueTriggerAttribute queue => new(Name(method), "queue", queue.QueueName),
        BlobTriggerAttribute blob => new(Name(method), "blob", blob.BlobPath),
        TimerTriggerAttribute timer => new(Name(method), "timer", timer.Schedule),
        HttpTriggerAttribute http => new(Name(method), "http", $"{string.Join(',', http.Methods ?? [])} {http.Route}"),
        var other => throw new NotSupportedException($"{Name(method)} has a trigger that this table does not know: {other}."),
    };

    private static string Name(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static TriggerBindingAttribute Trigger(MethodInfo method) =>
        method.GetParameters().SelectMany(p => p.GetCustomAttributes<TriggerBindingAttribute>()).Single();
}
