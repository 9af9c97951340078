using Microsoft.Extensions.DependencyInjection;
using Soundoff.Mail.Receiving;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Receiving;

public class EventWebhookTests(AzuriteFixture azurite)
{
    private static readonly long Time = new DateTimeOffset(2026, 3, 1, 11, 59, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private readonly List<DeliveryEvent> _handled = [];

    [Fact]
    public async Task Whoever_can_no_longer_be_written_to_is_told_once()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var bounce = Event("bounce", "1", "Gone@Example.com");
        Assert.Equal(200, await PostAsync(room, InboundPost.Events(bounce, bounce, Event("delivered", "2", "ana@example.com"))));
        Assert.Equal(200, await PostAsync(room, InboundPost.Events(bounce, Event("spamreport", "3", "cross@example.com"))));
        Assert.Equal(["gone@example.com", "cross@example.com"], _handled.Select(e => e.Address));
    }

    [Fact]
    public async Task Events_that_could_not_be_handled_come_again()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Events(Event("bounce", "1", "gone@example.com")).Sign(room.Key, room.Clock.Now);
        var webhook = room.Services.GetRequiredService<EventWebhook>();
        await Assert.ThrowsAsync<CrashException>(() => webhook.ReceiveAsync(post.ToRequest(), (_, _) => throw new CrashException(), TestContext.Current.CancellationToken));
        Assert.Equal(200, await webhook.ReceiveAsync(post.ToRequest(), HandleAsync, TestContext.Current.CancellationToken));
        Assert.Single(_handled);
    }

    [Fact]
    public async Task Strangers_and_replays_are_refused()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Events(Event("bounce", "1", "gone@example.com"));
        var webhook = room.Services.GetRequiredService<EventWebhook>();
        Assert.Equal(401, await webhook.ReceiveAsync(post.ToRequest(), HandleAsync, TestContext.Current.CancellationToken));
        Assert.Empty(await room.BlobsAsync());
        Assert.Equal(200, await PostAsync(room, post));
        Assert.Equal(403, await webhook.ReceiveAsync(post.ToRequest(), HandleAsync, TestContext.Current.CancellationToken));
        Assert.Single(_handled);
    }

    [Fact]
    public async Task Events_are_forgotten_after_some_days()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await PostAsync(room, InboundPost.Events(Event("bounce", "1", "gone@example.com")));
        var webhook = room.Services.GetRequiredService<EventWebhook>();
        await webhook.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Single(await room.BlobsAsync("events/"));
        room.Clock.Now += TimeSpan.FromDays(5);
        await webhook.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await room.BlobsAsync("events/"));
    }

    [Theory]
    [InlineData("""[{"event":"bounce","email":"a@x.example","sg_event_id":"1","timestamp":1772366340,"smtp-id":"<ack@radio.example>","reason":"550 no such user","status":"5.1.1"}]""", "Bounce a@x.example ack@radio.example 5.1.1 ends")]
    [InlineData("""[{"event":"bounce","type":"blocked","email":"a@x.example","sg_event_id":"1","timestamp":1772366340}]""", "Blocked a@x.example   goes on")]
    [InlineData("""[{"event":"dropped","email":"a@x.example","sg_event_id":"1","timestamp":"1772366340","smtp-id":"<other@sendgrid.example>","soundoff_message_id":"ack@radio.example"}]""", "Dropped a@x.example ack@radio.example  ends")]
    [InlineData("""[{"event":"group_unsubscribe","email":"a@x.example","sg_event_id":"1","timestamp":1772366340}]""", "Unsubscribe a@x.example   ends")]
    [InlineData("""[{"event":"deferred","email":"a@x.example","sg_event_id":"1","timestamp":1772366340}]""", "Deferred a@x.example   goes on")]
    [InlineData("""[{"event":"open","email":"a@x.example","sg_event_id":"1","timestamp":1772366340}]""", "")]
    [InlineData("""[7,null,[],{"event":"bounce"},{"event":"bounce","email":"a@x.example","sg_event_id":"1","timestamp":"soon"}]""", "")]
    [InlineData("""{"event":"bounce"}""", "")]
    [InlineData("[{", "")]
    [InlineData("", "")]
    public async Task What_is_no_event_is_passed_over(string json, string expected)
    {
        var events = await DeliveryEvents.ParseAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(", ", events.Select(e => $"{e.Kind} {e.Address} {e.MessageId} {e.Status} {(e.Ends ? "ends" : "goes on")}")));
    }

    private static Dictionary<string, object> Event(string kind, string id, string address) =>
        new() { ["event"] = kind, ["sg_event_id"] = id, ["email"] = address, ["timestamp"] = Time };

    private Task<int> PostAsync(Mailroom room, InboundPost post) =>
        room.Services.GetRequiredService<EventWebhook>().ReceiveAsync(post.Sign(room.Key, room.Clock.Now).ToRequest(), HandleAsync, TestContext.Current.CancellationToken);

    private Task HandleAsync(IReadOnlyList<DeliveryEvent> events, CancellationToken cancellation)
    {
        _handled.AddRange(events);
        return Task.CompletedTask;
    }
}
