using System.Diagnostics;
using System.Text;
using Soundoff.Storage;
using Soundoff.Telemetry;

namespace Soundoff.Tests.Telemetry;

public sealed class WakeUpTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("rail")]
    [InlineData("2026-03-01-0123456789abcdef0123456789abcdef")]
    [InlineData("Über Gleise")]
    // Base64 of nothing of ours.
    [InlineData("radio")]
    [InlineData("eyJh")]
    [InlineData("{rail}")]
    [InlineData("{\"rail\"}")]
    public void A_name_alone_is_a_wake_up(string name) => Assert.Equal(new WakeUp(name), WakeUp.Parse(name));

    [Fact]
    public void Without_a_trace_only_the_name_is_written()
    {
        Activity.Current = null;
        Assert.Equal("rail", WakeUp.Text("rail", Now));
    }

    [Fact]
    public void In_a_trace_the_message_tells_of_it_plain_and_in_base64()
    {
        using var span = new Activity("sender").SetIdFormat(ActivityIdFormat.W3C).Start();
        var text = WakeUp.Text("Über \"Gleise\"", Now);
        foreach (var message in new[] { text, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) })
        {
            var read = WakeUp.Parse(message);
            Assert.Equal(("Über \"Gleise\"", Now, span.TraceId, span.SpanId), (read.Name, read.Time, read.Trace.TraceId, read.Trace.SpanId));
        }
    }

    [Fact]
    public void An_event_of_our_own_tells_of_its_trace_and_its_time()
    {
        using var span = new Activity("sender").SetIdFormat(ActivityIdFormat.W3C).Start();
        var read = BlobEvent.Parse(BlobEvent.Json("rail/night.md", time: Now));
        Assert.Equal(("rail/night.md", Now, span.SpanId), (read.Path, read.Time, read.Trace.SpanId));
    }

    [Theory]
    [InlineData("""{"eventTime":"2026-03-01T12:00:00.0000000Z","subject":"/blobServices/default/containers/episodes/blobs/rail/night.md"}""")]
    [InlineData("""{"specversion":"1.0","time":"2026-03-01T12:00:00Z","subject":"/blobServices/default/containers/episodes/blobs/rail/night.md"}""")]
    public void Event_Grids_events_tell_their_time_and_no_trace(string message)
    {
        var read = BlobEvent.Parse(message);
        Assert.Equal(("rail/night.md", Now, default), (read.Path, read.Time, read.Trace));
    }

    [Theory]
    [InlineData("traceparent", "nonsense")]
    [InlineData("eventTime", "yesterday")]
    public void What_cannot_be_read_of_a_trace_or_a_time_is_passed_over(string field, string value)
    {
        var read = BlobEvent.Parse($$"""{"{{field}}":"{{value}}","subject":"/blobServices/default/containers/episodes/blobs/rail/night.md"}""");
        Assert.Equal(("rail/night.md", null, default), (read.Path, read.Time, read.Trace));
    }

    [Fact]
    public async Task A_call_that_nobody_records_does_not_hide_what_is_below_it()
    {
        using var log = new TraceLog();
        using var unseen = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        ActivityTraceId trace = default;
        await Tracing.StepAsync(Spans.ReceiveMail, span => Task.FromResult(trace = span!.TraceId));
        Assert.NotEqual(unseen.TraceId, trace);
        Assert.Same(unseen, Activity.Current);
    }
}
