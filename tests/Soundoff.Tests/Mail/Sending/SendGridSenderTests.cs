using Microsoft.Extensions.Logging.Abstractions;
using Soundoff.Mail.Sending;

namespace Soundoff.Tests.Mail.Sending;

public class SendGridSenderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SwiftClock _clock = new(Now);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private SendGridServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SendGridServer.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_message_is_sent_whole_and_nothing_of_it_is_tracked()
    {
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Full));
        var sent = Assert.Single(_server.Taken);
        Assert.Equal(("Nächte", "contact@xn--nchte-gra.example"), ((string?)sent["from"]!["name"], (string?)sent["from"]!["email"]));
        var to = Assert.Single(Assert.Single(sent["personalizations"]!.AsArray())!["to"]!.AsArray())!;
        Assert.Equal(("Ana Ruíz", "ana@example.com"), ((string?)to["name"], (string?)to["email"]));
        Assert.Equal("reply+token@radio.example", (string?)sent["reply_to"]!["email"]);
        Assert.Equal("Your letter — thank you", (string?)sent["subject"]);
        Assert.Equal(["text/plain", "text/html"], sent["content"]!.AsArray().Select(c => (string?)c!["type"]));
        Assert.Equal("ack-1@radio.example", (string?)sent["custom_args"]!["soundoff_message_id"]);
        Assert.Equal("attachment inline", string.Join(' ', sent["attachments"]!.AsArray().Select(a => (string?)a!["disposition"])));
        Assert.Equal(SampleMail.Full.Attachments[0].Content.ToArray(), Convert.FromBase64String((string)sent["attachments"]![0]!["content"]!));
        var tracking = sent["tracking_settings"]!;
        Assert.All(["click_tracking", "open_tracking", "subscription_tracking"], t => Assert.False((bool?)tracking[t]!["enable"]));
    }

    [Fact]
    public async Task Header_fields_that_may_not_be_set_are_left_out_and_no_value_begins_another_field()
    {
        await SendAsync(SampleMail.Full);
        var headers = Assert.Single(_server.Taken)["headers"]!.AsObject().ToDictionary(h => h.Key, h => (string)h.Value!);
        Assert.Equal(SampleMail.ExpectedHeaders, headers);
    }

    [Fact]
    public async Task After_429_it_waits_until_the_time_it_is_given()
    {
        _server.TooMany(Now.AddSeconds(17));
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Plain));
        var pause = Assert.Single(_clock.Pauses);
        Assert.InRange(pause, TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(18));
        Assert.Equal(2, _server.Calls);
    }

    [Fact]
    public async Task A_time_too_far_off_is_left_to_the_queue()
    {
        _server.TooMany(Now.AddMinutes(30));
        var failed = await Assert.ThrowsAsync<MailNotSentException>(() => SendAsync(SampleMail.Plain));
        Assert.InRange(failed.Wait, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(31));
        Assert.Empty(_clock.Pauses);
        Assert.Equal(1, _server.Calls);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_pass_is_tried_again_with_growing_pauses(int status)
    {
        _server.Fail(status).Fail(status).Fail(status);
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Plain));
        Assert.Single(_server.Taken);
        Assert.Collection(_clock.Pauses, Between(0.5, 1), Between(1, 2), Between(2, 4));

        static Action<TimeSpan> Between(double least, double most) => pause => Assert.InRange(pause.TotalSeconds, least, most);
    }

    [Fact]
    public async Task What_does_not_pass_is_thrown_after_five_tries()
    {
        for (var i = 0; i < 9; i++) _server.Fail(503);
        var failed = await Assert.ThrowsAsync<MailNotSentException>(() => SendAsync(SampleMail.Plain));
        Assert.Equal((5, 4), (_server.Calls, _clock.Pauses.Count));
        Assert.Empty(_server.Taken);
        Assert.DoesNotContain("@", failed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task A_refusal_is_final_and_its_reason_names_no_address(int status)
    {
        _server.Fail(status, "Does not contain a valid address: <ana@example.com>.");
        var result = await SendAsync(SampleMail.Plain);
        Assert.Equal(new(SendOutcome.Refused, $"{status}: Does not contain a valid address: <(an address)>."), result);
        Assert.Equal(1, _server.Calls);
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_does_not_give_the_message_up()
    {
        var failed = await Assert.ThrowsAsync<MailNotSentException>(() => SendAsync(SampleMail.Plain, key: "SG.wrong"));
        Assert.Contains("Mail:SendGridKey", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SG.wrong", failed.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _server.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mail_that_must_arrive_is_sent_again_when_the_connection_was_lost(bool taken)
    {
        _server.Close(taken);
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Plain));
        Assert.Equal(taken ? 2 : 1, _server.Taken.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mail_that_must_not_arrive_twice_is_not(bool taken)
    {
        _server.Close(taken);
        Assert.Equal(new(SendOutcome.Unknown), await SendAsync(SampleMail.Plain with { AtMostOnce = true }));
        Assert.Equal(1, _server.Calls);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_as_a_lost_connection()
    {
        _server.Hang();
        using var impatient = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };
        Assert.Equal(new(SendOutcome.Unknown), await SendAsync(SampleMail.Plain with { AtMostOnce = true }, impatient));
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_has_taken_nothing()
    {
        var url = _server.Url;
        await _server.DisposeAsync();
        await Assert.ThrowsAsync<MailNotSentException>(() => SendAsync(SampleMail.Plain with { AtMostOnce = true }, url: url));
        Assert.Equal(4, _clock.Pauses.Count);
    }

    private Task<SendResult> SendAsync(OutgoingMail mail, HttpClient? http = null, string? key = null, Uri? url = null) =>
        new SendGridSender(http ?? _http, key ?? SendGridServer.ApiKey, url ?? _server.Url, _clock, NullLogger<SendGridSender>.Instance).SendAsync(mail, TestContext.Current.CancellationToken);
}
