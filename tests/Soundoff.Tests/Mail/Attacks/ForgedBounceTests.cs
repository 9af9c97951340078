using Soundoff.Mail.Sorting;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Attacks;

/// <summary>Reports of failures that never were: only who had a message of ours in hand can send one that counts.</summary>
public sealed class ForgedBounceTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("")]
    [InlineData("Message-ID: <ack.rail.night.2026-03-01-0123456789abcdef0123456789abcdef@radio.example>")]
    [InlineData("Message-ID: <ack.rail.night.nonsense@radio.example>")]
    [InlineData("Message-ID: <forward.rail.night.{id}-01234567@radio.example>")]
    [InlineData("Message-ID: <relay.rail.night.{id}-0123456789abcdef@radio.example>")]
    [InlineData("Message-ID: <digest.rail..{id}@radio.example>")]
    [InlineData("Message-ID: <ack.other.night.{id}@radio.example>")]
    [InlineData("Message-ID: <one@mail.example>")]
    public async Task A_bounce_that_names_no_message_of_ours_silences_nobody(string named)
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(Bounce(LetterWorld.Ana, named.Replace("{id}", (await world.OnlyLetterAsync()).Id, StringComparison.Ordinal)), from: "");
        Assert.Equal(2, await AcknowledgedAsync(world));
    }

    [Fact]
    public async Task A_bounce_of_a_message_to_somebody_else_silences_nobody()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.From("Mallory", "mallory@evil.example", "Hello.", "m@evil.example"), "mallory@evil.example");
        var own = world.SentTo("mallory@evil.example")[0].Header("Message-ID");
        await world.DeliverAsync(Bounce(LetterWorld.Ana, $"Message-ID: {own}"), from: "");
        Assert.Equal(1, await AcknowledgedAsync(world));
    }

    [Theory]
    [InlineData("part")]
    [InlineData("prose")]
    [InlineData("answer")]
    public async Task A_bounce_of_ours_silences_the_address_for_its_show_alone(string way)
    {
        await using var world = await RailAsync();
        await world.UploadAsync("tram/show.yaml", "title: Tram\nlanguage: en\ncontact: tram@radio.example\n");
        await world.SettleAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var id = $"Message-ID: {world.SentTo(LetterWorld.Ana)[0].Header("Message-ID")}";
        await world.DeliverAsync(way switch
        {
            "part" => Bounce(LetterWorld.Ana, id),
            "answer" => Bounce(LetterWorld.Ana, "", id.Replace("Message-ID", "In-Reply-To", StringComparison.Ordinal) + "\n"),
            _ => SampleLetter.From("Mail Delivery System", "mailer-daemon@mx.example.com", $"Your message could not be delivered to ana@example.com: 550 5.1.1 user unknown\n\nReceived: by mx\n{id}\nTo: ana@example.com", "b@mx.example.com", "Undelivered mail"),
        }, from: "");
        Assert.Equal(MailClass.Bounce, (await world.LettersAsync())[0].Class);
        Assert.Equal(1, await AcknowledgedAsync(world));
        await world.DeliverAsync(SampleLetter.Ana("To the other.", "tram@mail.example"), to: "tram@radio.example");
        Assert.Equal(2, world.SentTo(LetterWorld.Ana).Count);
    }

    // A day later she writes again: how many acknowledgements she has by then.
    private static async Task<int> AcknowledgedAsync(LetterWorld world)
    {
        world.Clock.Now = world.Clock.Now.AddDays(1);
        await world.DeliverAsync(SampleLetter.Ana("Once more.", "more@mail.example"));
        return world.SentTo(LetterWorld.Ana).Count;
    }

    private static string Bounce(string failed, string returned, string more = "") => $"""
        From: Mail Delivery System <mailer-daemon@mx.example.com>
        To: contact@radio.example
        Subject: Undelivered mail
        {more}MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        Not delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.com

        Final-Recipient: rfc822; {failed}
        Action: failed
        Status: 5.1.1
        --b
        Content-Type: message/rfc822

        Subject: Thank you
        {returned}
        To: {failed}

        Text.
        --b--
        """;

    private async Task<LetterWorld> RailAsync() => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
}
