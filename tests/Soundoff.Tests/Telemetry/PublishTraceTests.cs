using System.Diagnostics;
using Soundoff.Telemetry;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Telemetry;

public sealed class PublishTraceTests(AzuriteFixture azurite)
{
    // No other test has it: the spans of all tests of the process are seen.
    private const string Show = "traced-rail";

    [Fact]
    public async Task A_publish_is_one_trace_through_both_queues()
    {
        await using var world = await WithShowAsync();
        using var log = new TraceLog();
        await world.StoreAsync($"{Show}/night.mp3", Recordings.Mp3());
        await world.UploadAsync($"{Show}/night.md", "---\ntitle: Night trains\ndate: 2026-02-26\n---\nThey run again.\n");
        await world.SettleAsync();

        var spans = log.End();
        var root = Assert.Single(spans, s => s.OperationName == Spans.ReceiveEvent && s.GetTagItem(Tags.Show) is Show);
        Assert.Equal(
            """
            receive event
              read uploads
              publish media
              commit
              render
                render target
            """, TraceLog.Tree(spans, root.TraceId), ignoreLineEndingDifferences: true);
        Assert.Equal(("night", "published", ActivityKind.Consumer), (root.GetTagItem(Tags.Episode), root.GetTagItem(Tags.Outcome), root.Kind));
        var render = spans.Single(s => s.TraceId == root.TraceId && s.OperationName == Spans.Render);
        Assert.Equal((Show, 1, 1, 1), (render.GetTagItem(Tags.Show), render.GetTagItem(Tags.WorkRows), render.GetTagItem(Tags.Targets + ".page"), render.GetTagItem(Tags.Targets + ".feed")));
        Assert.True(render.HasRemoteParent);
    }

    [Fact]
    public async Task Uploads_that_are_rendered_together_are_linked()
    {
        await using var world = await WithShowAsync();
        using var log = new TraceLog();
        foreach (var key in new[] { "one", "two" }) await world.UploadAsync($"{Show}/{key}.txt", $"Part {key}\nThey run again.\nThe text.\n");
        await world.SettleAsync();

        var spans = log.End();
        var traces = spans.Where(s => s.OperationName == Spans.ReceiveEvent && s.GetTagItem(Tags.Show) is Show).Select(s => s.TraceId).ToHashSet();
        Assert.Equal(2, traces.Count);
        var render = Assert.Single(spans, s => s.OperationName == Spans.Render && s.GetTagItem(Tags.WorkRows) is 2 && traces.Contains(s.TraceId));
        Assert.Equal(traces.Where(t => t != render.TraceId), render.Links.Select(l => l.Context.TraceId));
    }

    [Fact]
    public async Task A_failure_marks_its_span_with_a_type_and_without_words()
    {
        await using var world = await WithShowAsync();
        await world.Account.Container(Soundoff.Account.Containers.Reports).DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var log = new TraceLog();
        await world.UploadAsync($"{Show}/night.txt", "Night trains\nThey run again.\nThe text.\n");
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => world.SettleAsync());

        var root = Assert.Single(log.End(), s => s.OperationName == Spans.ReceiveEvent && s.GetTagItem(Tags.Show) is Show);
        Assert.Equal((ActivityStatusCode.Error, null, "Azure.RequestFailedException"), (root.Status, root.StatusDescription, root.GetTagItem(Tags.Error)));
        Assert.Empty(root.Events);
    }

    [Fact]
    public async Task Many_targets_are_told_by_their_counts()
    {
        await using var world = await WithShowAsync();
        for (var i = 0; i < 30; i++) await world.UploadAsync($"{Show}/part-{i}.txt", $"Part {i}\nThey run again.\nThe text.\n");
        using var log = new TraceLog();
        await world.SettleAsync();

        var spans = log.End().Where(s => s.OperationName == Spans.Render && s.GetTagItem(Tags.Show) is Show).ToList();
        var render = Assert.Single(spans, s => s.GetTagItem(Tags.Targets + ".page") is > 20);
        Assert.DoesNotContain(log.End(), s => s.ParentSpanId == render.SpanId && s.OperationName == Spans.RenderTarget);
    }

    private async Task<World> WithShowAsync()
    {
        var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync($"{Show}/show.yaml", "title: Rail\nlanguage: en\n");
        await world.SettleAsync();
        return world;
    }
}
