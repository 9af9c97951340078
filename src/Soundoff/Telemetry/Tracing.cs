using System.Diagnostics;
using Soundoff.Account;

namespace Soundoff.Telemetry;

/// <summary>
/// Traces journeys: one trace from an event or a message until all is live or answered, across the queues. Costs next to nothing while nobody listens to
/// <see cref="SourceName"/>.
/// </summary>
public static class Tracing
{
    /// <summary>The name of the activity source.</summary>
    public const string SourceName = "Soundoff";

    // OpenTelemetry's own limit is 128.
    private const int MostLinks = 50;

    private static readonly ActivitySource Source = new(SourceName, typeof(Tracing).Assembly.GetName().Version?.ToString(3));

    /// <summary>Begins a span below the current one, to be disposed of at its end; null while nobody listens.</summary>
    /// <param name="span">One of <see cref="Spans"/>.</param>
    /// <param name="kind">Whether it sends or receives.</param>
    public static Activity? Start(string span, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(span, kind);

    /// <summary>The current span as a W3C <c>traceparent</c>, for a message that goes on elsewhere; null when nothing is traced.</summary>
    internal static string? Parent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Reads a <c>traceparent</c>; the default for none, and for what is none.</summary>
    internal static ActivityContext Read(string? parent) => ActivityContext.TryParse(parent, null, isRemote: true, out var context) ? context : default;

    /// <summary>Handles a message in the trace of whoever sent it; a host's own span of the call is linked. Without a sender's trace it is below the host's span.</summary>
    internal static async Task HandleAsync(string span, ActivityContext sender, Func<Activity?, Task> handle)
    {
        LeaveUnseen();
        var host = Activity.Current?.Context ?? default;
        using var activity = sender == default
            ? Source.StartActivity(span, ActivityKind.Consumer)
            : Source.StartActivity(span, ActivityKind.Consumer, sender, links: host == default || host.TraceId == sender.TraceId ? null : [new(host)]);
        try
        {
            await handle(activity);
        }
        catch (Exception failure) when (!activity.Failed(failure))
        {
            throw;
        }
    }

    /// <summary>Does a step of a journey in a span of its own.</summary>
    internal static async Task<T> StepAsync<T>(string span, Func<Activity?, Task<T>> run)
    {
        LeaveUnseen();
        using var activity = Source.StartActivity(span);
        try
        {
            return await run(activity);
        }
        catch (Exception failure) when (!activity.Failed(failure))
        {
            throw;
        }
    }

    /// <inheritdoc cref="StepAsync{T}"/>
    internal static Task StepAsync(string span, Func<Activity?, Task> run) => StepAsync(span, async activity =>
    {
        await run(activity);
        return true;
    });

    /// <summary>Tells something of the span that is current, if it is one of ours.</summary>
    internal static void Tell(string tag, object? value)
    {
        if (Activity.Current is { } current && current.Source == Source) current.SetTag(tag, value);
    }

    /// <summary>Adds to a number that a span tells.</summary>
    internal static void Add(this Activity? activity, string tag, int count) => activity?.SetTag(tag, count + (activity.GetTagItem(tag) as int? ?? 0));

    /// <summary>Links what other traces brought to this one, each trace once.</summary>
    internal static void Link(this Activity activity, IEnumerable<ActivityContext> others)
    {
        foreach (var other in others.Where(o => o != default && o.TraceId != activity.TraceId).DistinctBy(o => o.TraceId).Take(MostLinks)) activity.AddLink(new(other));
    }

    // A web server makes a span for its logs alone, which nobody exports and which is marked as not to be recorded: what is below it would be lost with it.
    private static void LeaveUnseen()
    {
        if (Activity.Current is { Recorded: false, Source.Name: "" }) Activity.Current = null;
    }

    // Always false: the stack is still whole when a filter runs. Being overtaken or stopped is no error.
    private static bool Failed(this Activity? activity, Exception failure)
    {
        activity?.SetTag(Tags.Error, failure.GetType().FullName);
        if (failure is not (ConflictException or OperationCanceledException)) activity?.SetStatus(ActivityStatusCode.Error);
        return false;
    }
}
