using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Soundoff.Telemetry;

namespace Soundoff.Tests.Telemetry;

/// <summary>
/// What the engine traces, as an exporter gets it. Other tests run in the same process and are seen as well: look at one trace, or one show.
/// </summary>
internal sealed class TraceLog : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly TracerProvider _provider;

    public TraceLog() => _provider = Sdk.CreateTracerProviderBuilder().AddSource(Tracing.SourceName).SetSampler(new AlwaysOnSampler()).AddInMemoryExporter(_spans).Build();

    /// <summary>Ends the listening; all that was traced.</summary>
    public IReadOnlyList<Activity> End()
    {
        _provider.Dispose();
        return _spans;
    }

    public void Dispose() => _provider.Dispose();

    /// <summary>A trace as an indented list of its spans' names; what is the same several times in a row stands once. Spans of other traces are left out.</summary>
    public static string Tree(IReadOnlyList<Activity> spans, ActivityTraceId trace)
    {
        var own = spans.Where(s => s.TraceId == trace).OrderBy(s => s.StartTimeUtc).ToList();
        var lines = new List<string>();
        // A span whose parent was not exported is a root: a whole trace has one.
        foreach (var root in own.Where(s => own.All(o => o.SpanId != s.ParentSpanId))) Write(root, 0);
        return string.Join('\n', lines);

        void Write(Activity span, int depth)
        {
            var line = new string(' ', 2 * depth) + span.OperationName;
            if (lines.LastOrDefault() != line) lines.Add(line);
            foreach (var child in own.Where(s => s.ParentSpanId == span.SpanId)) Write(child, depth + 1);
        }
    }
}
