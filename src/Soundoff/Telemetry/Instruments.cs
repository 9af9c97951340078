using System.Diagnostics.Metrics;
using Soundoff.Texts;

namespace Soundoff.Telemetry;

/// <summary>
/// What is measured. Alerts and the workbook of the infrastructure name these instruments: they are as fixed as an interface. Tags are few, and never personal.
/// </summary>
public sealed class Instruments : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Soundoff";

    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 20, 30, 45, 60, 120, 300, 900, 3600] };

    private readonly Meter _meter;
    private readonly Histogram<double> _latency;
    private readonly Histogram<double> _queueAge;
    private readonly Gauge<long> _depth;
    private readonly Gauge<double> _workAge;
    private readonly Gauge<long> _deadLetters;
    private readonly Counter<long> _targets;
    private readonly Counter<long> _letters;
    private readonly Counter<long> _mails;
    private readonly Counter<long> _bytes;

    public Instruments()
    {
        // The scope tells one engine's measurements from another's in the same process.
        _meter = new(MeterName, typeof(Instruments).Assembly.GetName().Version?.ToString(3), tags: null, scope: this);
        _latency = _meter.CreateHistogram("soundoff.publish.latency", "s", "From the upload of an episode's newest file, or the time it was scheduled for, until its page and feeds are live.", tags: null, Seconds);
        _queueAge = _meter.CreateHistogram("soundoff.queue.age", "s", "From the sending of a message until it is handled, for messages that tell when they were sent.", tags: null, Seconds);
        _depth = _meter.CreateGauge<long>("soundoff.queue.depth", "{message}", "Messages in a queue, those that wait for their time included.");
        _workAge = _meter.CreateGauge<double>("soundoff.work.oldest.age", "s", "How long a show's oldest work waits; 0 when none does.");
        _deadLetters = _meter.CreateGauge<long>("soundoff.deadletters", "{event}", "Events that Event Grid could not deliver; 1,000 means that many or more.");
        _targets = _meter.CreateCounter<long>("soundoff.render.targets", "{target}", "Pages, feeds and lists that were rendered, written or not.");
        _letters = _meter.CreateCounter<long>("soundoff.letters", "{letter}", "Messages that were sorted.");
        _mails = _meter.CreateCounter<long>("soundoff.mails", "{mail}", "Messages that were handed to the provider, or refused by it.");
        _bytes = _meter.CreateCounter<long>("soundoff.bytes.written", "By", "Bytes this process wrote to the public container; media are copied within storage and not counted.");
    }

    internal void Published(TimeSpan latency) => _latency.Record(Positive(latency));

    internal void Handled(string queue, TimeSpan age) => _queueAge.Record(Positive(age), new KeyValuePair<string, object?>("queue", queue));

    internal void QueueDepth(string queue, long messages) => _depth.Record(messages, new KeyValuePair<string, object?>("queue", queue));

    internal void OldestWork(string show, TimeSpan age) => _workAge.Record(Positive(age), new KeyValuePair<string, object?>("show", show));

    internal void DeadLetters(long events) => _deadLetters.Record(events);

    /// <summary>A target of a kind was rendered; the kinds belong to a room above this one.</summary>
    internal void Rendered<T>(T kind) where T : struct, Enum => _targets.Add(1, new KeyValuePair<string, object?>("kind", EnumName.Of(kind)));

    /// <summary>A message of a class was sorted; the classes belong to a room above this one.</summary>
    internal void Sorted<T>(T @class) where T : struct, Enum => _letters.Add(1, new KeyValuePair<string, object?>("class", EnumName.Of(@class)));

    internal void Mailed(string kind, string outcome) => _mails.Add(1, new KeyValuePair<string, object?>("kind", kind), new("outcome", outcome));

    internal void Wrote(long bytes) => _bytes.Add(bytes);

    public void Dispose() => _meter.Dispose();

    // Clocks of two machines differ.
    private static double Positive(TimeSpan time) => Math.Max(0, time.TotalSeconds);
}
