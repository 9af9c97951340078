using System.Diagnostics;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Telemetry;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Telemetry;

public sealed class LetterTraceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_letter_is_one_trace_from_the_webhook_to_the_answers()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        using var log = new TraceLog();
        await world.DeliverAsync(SampleLetter.Ana(id: "traced@mail.example"));
        var id = (await world.OnlyLetterAsync()).Id;

        var spans = log.End();
        var root = Assert.Single(spans, s => s.OperationName == Spans.ReceiveMail && s.GetTagItem(Tags.Letter) as string == id);
        Assert.Equal(
            """
            receive mail
              receive letter
                understand letter
                store letter
                forward letter
                  send mail
                acknowledge letter
                  send mail
            """, TraceLog.Tree(spans, root.TraceId), ignoreLineEndingDifferences: true);
        var understood = Find(spans, root, Spans.UnderstandLetter);
        Assert.Equal(("rail", "night", "letter", "letter", "episode.recipient"),
            (understood.GetTagItem(Tags.Show), understood.GetTagItem(Tags.Episode), understood.GetTagItem(Tags.LetterClass), understood.GetTagItem(Tags.LetterRule), understood.GetTagItem(Tags.EpisodeRule)));
        Assert.Equal(["forward sent", "ack sent"], spans.Where(s => s.TraceId == root.TraceId && s.OperationName == Spans.SendMail).OrderBy(s => s.StartTimeUtc).Select(s => $"{s.GetTagItem(Tags.Kind)} {s.GetTagItem(Tags.Outcome)}"));
        Assert.True(Find(spans, root, Spans.ReceiveLetter).HasRemoteParent);
    }

    [Fact]
    public async Task A_decision_is_one_trace_until_the_page_shows_it()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        await world.DeliverAsync(SampleLetter.Ana(id: "decided@mail.example"));
        using var log = new TraceLog();
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Publish);
        await world.SettleAsync();

        var letter = await world.OnlyLetterAsync();
        var spans = log.End();
        var root = Assert.Single(spans, s => s.OperationName == Spans.ReviewLetter && s.GetTagItem(Tags.Letter) as string == letter.Id);
        Assert.Equal(("done", "published"), (root.GetTagItem(Tags.Outcome), root.GetTagItem(Tags.LetterState)));
        Assert.Equal(LetterState.Published, letter.State);
        Assert.Equal("review letter\n  render\n    render target", TraceLog.Tree(spans, root.TraceId));
    }

    [Fact]
    public async Task An_answer_of_a_host_is_traced_as_one()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        await world.DeliverAsync(SampleLetter.Ana(id: "answered@mail.example"));
        using var log = new TraceLog();
        await world.DeliverAsync(SampleLetter.From("Ida Falk", LetterWorld.Ida, "What a clock!", "answer@hosts.example"), LetterWorld.Ida, world.SentTo(LetterWorld.Ida)[0].ReplyTo!);

        var spans = log.End();
        var ofRelay = spans.Where(s => s.OperationName == Spans.RelayAnswer).Select(s => s.TraceId).ToHashSet();
        var sent = Assert.Single(spans, s => s.OperationName == Spans.SendMail && s.GetTagItem(Tags.Kind) is "relay" && ofRelay.Contains(s.TraceId) && s.GetTagItem(Tags.Show) is "rail");
        Assert.StartsWith("receive mail\n  receive letter\n    understand letter\n    relay answer\n      send mail", TraceLog.Tree(spans, sent.TraceId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_span_holds_anything_personal()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        using var log = new TraceLog();
        world.Provider.Fail(500).Fail(400, "ana@example.com is on a list");
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.Ana("Cheap watches.", "spam@mail.example"), spam: "9.1");
        await world.DeliverAsync(SampleLetter.Ana(id: "two@mail.example"));
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Publish);
        await world.Get<Soundoff.Mail.Answering.MailDigest>().RunAsync(TestContext.Current.CancellationToken);

        var told = log.End().Select(Told).ToList();
        Assert.Contains(told, t => t.StartsWith(Spans.SendMail, StringComparison.Ordinal));
        foreach (var secret in new[] { LetterWorld.Ana, LetterWorld.Ida, "@", "%40", "Ruiz", "About sleepers", "Trieste", "watches", world.SentTo(LetterWorld.Ida)[0].Token })
            Assert.DoesNotContain(told, t => t.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private static Activity Find(IReadOnlyList<Activity> spans, Activity root, string name) => spans.Single(s => s.TraceId == root.TraceId && s.OperationName == name);

    // Everything an exporter could send of a span.
    private static string Told(Activity span) => string.Join(' ',
        [span.DisplayName, span.StatusDescription ?? "", span.TraceStateString ?? "", .. span.TagObjects.Select(t => $"{t.Key}={t.Value}"), .. span.Baggage.Select(b => $"{b.Key}={b.Value}"),
        .. span.Events.SelectMany(e => e.Tags.Select(t => $"{e.Name} {t.Key}={t.Value}")), .. span.Links.SelectMany(l => l.Tags ?? []).Select(t => $"{t.Key}={t.Value}")]);
}
