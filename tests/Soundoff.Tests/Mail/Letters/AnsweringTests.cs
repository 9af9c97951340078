using Soundoff.Mail.Answering;
using Soundoff.Mail.Sorting;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

public sealed class AnsweringTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hosts_reply_reaches_the_listener_without_the_hosts_address_or_quotes()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var relay = world.SentTo(LetterWorld.Ida)[0].ReplyTo!;
        var reply = SampleLetter.From("Ida Falk", LetterWorld.Ida, "What a clock!\n\n-- \nIda Falk\nida@hosts.example", "reply@hosts.example", "Re: [Night trains] About sleepers");
        await world.DeliverAsync(reply, LetterWorld.Ida, relay);
        await world.DeliverAsync(reply, LetterWorld.Ida, relay.ToUpperInvariant());

        var mails = world.SentTo(LetterWorld.Ana);
        var relayed = Assert.Single(mails, m => m.Header("Auto-Submitted") is null);
        Assert.Equal(("contact+night@radio.example", "Re: About sleepers", "What a clock!\n"), (relayed.From, relayed.Subject, relayed.Text));
        Assert.Equal("<one@mail.example>", relayed.Header("In-Reply-To"));
        Assert.DoesNotContain("hosts.example", relayed.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(await world.LettersAsync());
    }

    [Theory]
    [InlineData("mallory@example.org", "pass")]
    [InlineData(LetterWorld.Ida, "none")]
    public async Task Nobody_else_uses_the_relay(string author, string spf)
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var relay = world.SentTo(LetterWorld.Ida)[0].ReplyTo!;
        await world.DeliverAsync(SampleLetter.From("Ida Falk", author, "Buy this.", "bad@example.org"), author, relay, spf);
        Assert.Single(world.SentTo(LetterWorld.Ana));
        Assert.Equal(HostRelay.Refused, Assert.Single(await world.LettersAsync(), l => l.Class == MailClass.Spam).Rule);
    }

    [Fact]
    public async Task An_answer_that_still_holds_the_forwarded_links_is_not_passed_on()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var forward = world.SentTo(LetterWorld.Ida)[0];
        await world.DeliverAsync(SampleLetter.From("Ida Falk", LetterWorld.Ida, forward.Text, "reply@hosts.example"), LetterWorld.Ida, forward.ReplyTo!);
        Assert.Single(world.SentTo(LetterWorld.Ana));
        world.Clock.Now = world.Clock.Now.AddHours(1);
        await world.Get<MailDigest>().RunAsync(Cancellation);
        Assert.Contains("not passed on", world.SentTo(LetterWorld.Ida)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_listeners_next_letter_finds_its_episode_by_the_answer()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana(), to: "contact+first@radio.example");
        var acknowledgement = world.SentTo(LetterWorld.Ana)[0];
        await world.DeliverAsync(SampleLetter.Ana("One more.", "two@mail.example", $"In-Reply-To: {acknowledgement.Header("Message-ID")}\n"), to: "contact@radio.example");
        Assert.All(await world.LettersAsync(), letter => Assert.Equal("first", letter.Episode));
    }

    [Fact]
    public async Task A_bounce_closes_the_address_it_reports()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync($"""
            From: Mail Delivery System <mailer-daemon@mx.example.com>
            To: contact@radio.example
            In-Reply-To: {world.SentTo(LetterWorld.Ana)[0].Header("Message-ID")}
            Subject: Undelivered mail
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            Not delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.com

            Final-Recipient: rfc822; ana@example.com
            Action: failed
            Status: 5.1.1
            --b--
            """, from: "");
        Assert.Equal(MailClass.Bounce, (await world.LettersAsync())[0].Class);
        world.Clock.Now = world.Clock.Now.AddDays(1);
        await world.DeliverAsync(SampleLetter.Ana("Once more.", "two@mail.example"));
        Assert.Single(world.SentTo(LetterWorld.Ana));
        Assert.Equal(2, world.SentTo(LetterWorld.Ida).Count);
    }

    [Theory]
    [InlineData("bounce")]
    [InlineData("unsubscribe")]
    [InlineData("spamreport")]
    public async Task What_the_provider_tells_closes_an_address(string kind)
    {
        await using var world = await RailAsync();
        var post = InboundPost.Events(new { @event = kind, email = LetterWorld.Ana, sg_event_id = "e1", timestamp = world.Clock.Now.ToUnixTimeSeconds() }).WithKey(Mailroom.UrlKey);
        Assert.Equal(200, await world.Get<DeliveryMarks>().ReceiveAsync(post.ToRequest(), Cancellation));
        await world.DeliverAsync(SampleLetter.Ana());
        Assert.Empty(world.SentTo(LetterWorld.Ana));
    }

    [Theory]
    [InlineData("", "contact+night@radio.example")]
    [InlineData("no-reply@shop.example", "contact+night@radio.example")]
    [InlineData("contact+first@radio.example", "contact+night@radio.example")]
    public async Task Nothing_is_acknowledged_to_nobody(string from, string to)
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana(), from, to);
        Assert.DoesNotContain(world.Provider.Taken, m => new SentMail(m).Header("Auto-Submitted") == "auto-replied");
    }

    [Fact]
    public async Task The_digest_tells_what_was_not_forwarded_once()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana("Cheap watches.", "spam@mail.example"), spam: "9.1");
        await world.DeliverAsync(SampleLetter.From("Bo", "bo@example.com", "I am away.", "away@mail.example", more: "Auto-Submitted: auto-replied\n"), "bo@example.com");
        await world.DeliverAsync(SampleLetter.Ana());
        var forwards = world.SentTo(LetterWorld.Ida).Count;
        Assert.Equal(1, forwards);

        world.Clock.Now = world.Clock.Now.AddHours(1);
        await world.Get<MailDigest>().RunAsync(Cancellation);
        await world.Get<MailDigest>().RunAsync(Cancellation);
        var digest = Assert.Single(world.SentTo(LetterWorld.Ida).Skip(forwards));
        Assert.Contains("Letters: 1, of which 1 wait", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Cheap watches. (spam.score)", digest.Text, StringComparison.Ordinal);
        Assert.Contains("I am away. (automatic.auto-submitted)", digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_show_has_one_digest_a_day_however_often_its_timer_runs()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana("Cheap watches.", "one-spam@mail.example"), spam: "9.1");
        world.Clock.Now = world.Clock.Now.AddHours(1);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Get<MailDigest>().RunAsync(Cancellation)));
        Assert.Single(world.SentTo(LetterWorld.Ida));

        // What comes after it waits for the next day, be the station started ever so often.
        await world.DeliverAsync(SampleLetter.Ana("Cheaper watches.", "two-spam@mail.example"), spam: "9.1");
        for (var start = 0; start < 3; start++)
        {
            world.Clock.Now = world.Clock.Now.AddHours(1);
            await world.Get<MailDigest>().RunAsync(Cancellation);
        }

        Assert.Single(world.SentTo(LetterWorld.Ida));
        world.Clock.Now = world.Clock.Now.AddDays(1);
        await world.Get<MailDigest>().RunAsync(Cancellation);
        var second = world.SentTo(LetterWorld.Ida)[^1];
        Assert.Contains("Cheaper watches.", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cheap watches.", second.Text, StringComparison.Ordinal);

        world.Clock.Now = world.Clock.Now.AddDays(1);
        await world.Get<MailDigest>().RunAsync(Cancellation);
        Assert.Equal(2, world.SentTo(LetterWorld.Ida).Count);
    }

    [Fact]
    public async Task A_digest_that_the_provider_did_not_take_is_made_again()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana("Cheap watches."), spam: "9.1");
        world.Clock.Now = world.Clock.Now.AddHours(1);
        world.Provider.Fail(401);
        await Assert.ThrowsAsync<Soundoff.Mail.Sending.MailNotSentException>(() => world.Get<MailDigest>().RunAsync(Cancellation));
        await world.Get<MailDigest>().RunAsync(Cancellation);
        Assert.Contains("Cheap watches.", Assert.Single(world.SentTo(LetterWorld.Ida)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_all_that_a_provider_may_do_the_host_has_the_letter_and_the_listener_no_second_answer()
    {
        await using var world = await RailAsync();
        // The forward: told to come later than is waited for, then broken off after it was taken, then an error, then taken.
        world.Provider.TooMany(world.Clock.Now.AddHours(1)).Close(taken: true).Fail(503);
        await world.PostAsync(SampleLetter.Ana(), LetterWorld.Ana, "contact+night@radio.example");
        await world.SettleAsync(crashes: true);
        Assert.InRange(world.SentTo(LetterWorld.Ida).Count, 1, 2);
        Assert.Single(world.SentTo(LetterWorld.Ida).Select(m => m.Header("Message-ID")).Distinct());
        Assert.Single(world.SentTo(LetterWorld.Ana));
        Assert.Equal(MailClass.Letter, (await world.OnlyLetterAsync()).Class);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_to_a_listener_that_broke_off_is_never_tried_again(bool taken)
    {
        await using var world = await RailAsync("mail: { }");
        world.Provider.Close(taken);
        await world.DeliverAsync(SampleLetter.Ana());
        await world.Get<Soundoff.Mail.LetterReceiver>().HandleAsync((await world.OnlyLetterAsync()).Id, Cancellation);
        Assert.Equal(taken ? 1 : 0, world.SentTo(LetterWorld.Ana).Count);
        Assert.Equal(1, world.Provider.Calls);
    }

    [Fact]
    public async Task A_letter_that_asks_for_no_answer_is_forwarded_and_not_acknowledged()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana().Replace("MIME-Version", "X-Auto-Response-Suppress: DR, OOF, AutoReply\nMIME-Version", StringComparison.Ordinal));
        Assert.Single(world.SentTo(LetterWorld.Ida));
        Assert.Empty(world.SentTo(LetterWorld.Ana));
    }

    [Fact]
    public async Task Hosts_are_told_how_much_was_left_out_and_where_the_whole_is()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana("I like trains.\n\nOn Mon, 2 Feb 2026 at 18:02, Rail <contact@radio.example> wrote:\n\n> Do you\n> like trains?"));
        await world.DeliverAsync(SampleLetter.Ana("I like ships.", "2@mail.example"));
        var (cut, whole) = (world.SentTo(LetterWorld.Ida)[0], world.SentTo(LetterWorld.Ida)[1]);
        Assert.Contains("(lines: 3). The whole letter stands on the page behind the links below.", cut.Text, StringComparison.Ordinal);
        Assert.Contains("(lines: 3)", cut.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Left out above", whole.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_are_not_told_to_answer_a_letter_without_an_address()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync("To: contact@radio.example\nSubject: Hello\nMessage-ID: <1@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nI like trains.\n", from: null);
        var mail = Assert.Single(world.SentTo(LetterWorld.Ida));
        Assert.Contains("no answer can be sent", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer this mail", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_letters_of_one_sender_are_spam()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount(), settings: ("Mail:LettersPerHour", "2"))).WithRailAsync();
        for (var i = 0; i < 3; i++) await world.DeliverAsync(SampleLetter.Ana($"Letter {i}.", $"{i}@mail.example"));
        Assert.Equal(1, (await world.LettersAsync()).Count(l => l.Rule == "spam.hourly-limit"));
        Assert.Equal(2, world.SentTo(LetterWorld.Ida).Count);
    }

    [Fact]
    public async Task What_the_provider_will_never_take_is_told_and_not_tried_again()
    {
        await using var world = await RailAsync();
        world.Provider.Fail(400, "bad recipient");
        await world.DeliverAsync(SampleLetter.Ana());
        Assert.Empty(world.SentTo(LetterWorld.Ida));
        world.Clock.Now = world.Clock.Now.AddHours(1);
        await world.Get<MailDigest>().RunAsync(Cancellation);
        Assert.Contains("could not be forwarded", Assert.Single(world.SentTo(LetterWorld.Ida)).Text, StringComparison.Ordinal);
    }

    private async Task<LetterWorld> RailAsync(string mail = "mail: { hosts: [ida@hosts.example] }") => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync(mail);
}
