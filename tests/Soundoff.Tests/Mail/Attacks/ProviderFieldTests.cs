using Soundoff.Cli.Letters.Posting;
using Soundoff.Mail.Receiving;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Attacks;

/// <summary>What a provider passes on was written by strangers: a field longer than any honest one was not said, whatever stands in it.</summary>
public sealed class ProviderFieldTests(AzuriteFixture azurite)
{
    private static readonly byte[] Message = "From: ana@example.com\r\nSubject: Hello\r\n\r\nHello.\r\n"u8.ToArray();

    public static TheoryData<string, string> Poisons => new()
    {
        { "dkim", new string('a', 100_000) },
        { "dkim", new string('a', 100_000) + ":pass" },
        { "dkim", "{@example.com : pass, " + new string('@', 100_000) + "}" },
        { "dkim", "{" + string.Concat(Enumerable.Repeat("@example.com : pass, ", 10_000)) + "}" },
        { "dkim", new string(':', 100_000) },
        { "SPF", new string(' ', 100_000) + "pass" },
        { "SPF", "pass" + new string(' ', 100_000) },
        { "spam_score", new string('1', 100_000) },
        { "envelope", "{\"to\":[" + string.Concat(Enumerable.Repeat("\"x@radio.example\",", 10_000)) + "\"contact@radio.example\"],\"from\":\"ana@example.com\"}" },
        { "envelope", new string('[', 100_000) },
        { "envelope", "{\"to\":[\"" + new string('a', 90_000) + "@radio.example\"],\"from\":\"" + new string('<', 5_000) + "\"}" },
        { "charsets", "{\"text\":\"" + new string('u', 100_000) + "\"}" },
        { "content-ids", new string('{', 2_000_000) },
        { "attachment-info", new string('{', 2_000_000) },
    };

    [Theory]
    [MemberData(nameof(Poisons))]
    public async Task A_field_of_any_length_is_as_if_it_had_not_come(string field, string poison)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        Assert.Equal(200, await room.PostSignedAsync(new(new MultipartBody().Add(field, poison).Add("text", "Hello.").Add("from", "ana@example.com").ToArray(), MultipartBody.ContentType)));
        var delivery = (await room.OnlyAsync()).Mail.Delivery;
        Assert.Equal((null, null, null), (delivery.From, delivery.Spf, delivery.SpamScore));
        Assert.Empty(delivery.To);
        Assert.Empty(delivery.Dkim);
    }

    [Fact]
    public async Task As_many_recipients_as_a_mail_system_takes_are_taken()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await room.PostSignedAsync(InboundPost.Raw(Message, "ana@example.com", [.. Enumerable.Range(0, 1_000).Select(i => $"x{i}@radio.example")]));
        Assert.Equal(100, (await room.OnlyAsync()).Mail.Delivery.To.Count);
    }

    [Fact]
    public async Task A_form_of_too_many_parts_is_kept_as_it_came()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var body = new MultipartBody().Add("text", "Hello.");
        for (var i = 0; i < 1_001; i++) body.Add($"attachment{i}", "x");
        Assert.Equal(200, await room.PostSignedAsync(new(body.ToArray(), MultipartBody.ContentType)));
        Assert.Equal(MailForm.Unreadable, (await room.OnlyAsync()).Mail.Form);
    }

    [Fact]
    public async Task What_honest_providers_say_is_read_to_its_end()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var many = "{" + string.Join(", ", Enumerable.Range(0, 40).Select(i => $"@{new string((char)('a' + (i % 26)), 60)}{i}.example : fail")) + ", @example.com : pass}";
        await room.PostSignedAsync(new(new MultipartBody().Add("dkim", many).Add("SPF", "softfail").Add("spam_score", "-0.1").Add("email", Message).ToArray(), MultipartBody.ContentType));
        var delivery = (await room.OnlyAsync()).Mail.Delivery;
        Assert.True(delivery.Dkim["example.com"]);
        Assert.Equal((41, false, -0.1), (delivery.Dkim.Count, delivery.Spf, delivery.SpamScore));
    }

    [Theory]
    [InlineData("\"x,contact@radio.example,y\"@evil.example", "\"x,contact@radio.example,y\"@evil.example")]
    [InlineData("\"x\\\",contact@radio.example,\\\"y\"@evil.example, b@radio.example", "\"x\\\",contact@radio.example,\\\"y\"@evil.example|b@radio.example")]
    [InlineData("a@radio.example,<b@radio.example> , c@radio.example", "a@radio.example|b@radio.example|c@radio.example")]
    [InlineData("\"never closed, contact@radio.example", "\"never closed, contact@radio.example")]
    public async Task A_quoted_recipient_is_one_whatever_stands_in_it(string written, string recipients)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Message(Message);
        post.Headers["X-Envelope-From"] = "mallory@evil.example";
        post.Headers["X-Envelope-To"] = written;
        await room.PostSignedAsync(post);
        Assert.Equal(recipients, string.Join('|', (await room.OnlyAsync()).Mail.Delivery.To));
    }

    [Fact]
    public async Task A_provider_that_posts_messages_says_in_header_fields_what_it_checked()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Message(Message);
        post.Headers["X-Envelope-To"] = "contact@radio.example";
        post.Headers["X-Spf"] = "pass";
        post.Headers["X-Dkim"] = "{@example.com : pass}";
        await room.PostSignedAsync(post);
        var delivery = (await room.OnlyAsync()).Mail.Delivery;
        Assert.True(delivery.Spf);
        Assert.True(delivery.Dkim["example.com"]);
    }
}
