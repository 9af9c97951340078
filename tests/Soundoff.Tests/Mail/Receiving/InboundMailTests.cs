using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Soundoff.Cli.Letters.Posting;
using Soundoff.Mail.Receiving;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Receiving;

public class InboundMailTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Messages => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data", "inbound"), "*.eml").Select(p => Path.GetFileName(p)!)];

    private static byte[] Message(string name = "plain-latin1.eml") => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "inbound", name));

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_in_raw_mode_is_kept_to_the_byte(string name)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        Assert.Equal(200, await room.PostSignedAsync(InboundPost.Raw(Message(name))));

        var (mail, bytes) = await room.OnlyAsync();
        Assert.Equal(MailForm.Raw, mail.Form);
        Assert.Equal(Message(name), bytes);
        Assert.Equal(bytes.Length, mail.Size);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_in_default_mode_says_the_same_as_in_raw_mode(string name)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        Assert.Equal(200, await room.PostSignedAsync(InboundPost.Default(Message(name))));

        var (mail, bytes) = await room.OnlyAsync();
        Assert.Equal(MailForm.Rebuilt, mail.Form);
        Assert.Equal(MessageFacts.Of(Message(name)), MessageFacts.Of(bytes));
    }

    [Fact]
    public async Task The_providers_facts_are_kept_beside_the_message()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await room.PostSignedAsync(InboundPost.Raw(Message(), "bounces+1@lists.example", "contact+hanoi@radio.example", "contact@radio.example"));

        var delivery = (await room.OnlyAsync()).Mail.Delivery;
        Assert.Equal("bounces+1@lists.example", delivery.From);
        Assert.Equal(["contact+hanoi@radio.example", "contact@radio.example"], delivery.To);
        Assert.Equal(room.Clock.Now, delivery.Received);
        Assert.Equal(0.3, delivery.SpamScore);
        Assert.True(delivery.Spf);
        Assert.True(delivery.Dkim["example.com"]);
    }

    [Fact]
    public async Task A_null_sender_is_told_from_one_that_is_not_known()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await room.PostSignedAsync(InboundPost.Raw(Message("bounce.eml"), from: ""));
        Assert.Equal("", (await room.OnlyAsync()).Mail.Delivery.From);

        var other = await Mailroom.CreateAsync(azurite.NewAccount());
        await other.PostSignedAsync(new(new MultipartBody().Add("email", Message()).ToArray(), MultipartBody.ContentType));
        Assert.Null((await other.OnlyAsync()).Mail.Delivery.From);
    }

    [Fact]
    public async Task A_message_posted_as_such_takes_its_envelope_from_header_fields_query_or_itself()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var byHeaders = InboundPost.Message(Message());
        (byHeaders.Headers["X-Envelope-From"], byHeaders.Headers["X-Envelope-To"]) = ("<>", "<contact+a@radio.example>, contact+b@radio.example");
        Assert.Equal(200, await room.PostSignedAsync(byHeaders));
        var mail = (await room.OnlyAsync()).Mail;
        Assert.Equal(MailForm.Raw, mail.Form);
        Assert.Equal(("", "contact+a@radio.example contact+b@radio.example"), (mail.Delivery.From, string.Join(' ', mail.Delivery.To)));

        room = await Mailroom.CreateAsync(azurite.NewAccount());
        var byQuery = InboundPost.Message(Message());
        (byQuery.Query["from"], byQuery.Query["to"]) = ("ana@example.com", "contact@radio.example");
        await room.PostSignedAsync(byQuery);
        mail = (await room.OnlyAsync()).Mail;
        Assert.Equal(("ana@example.com", "contact@radio.example"), (mail.Delivery.From, Assert.Single(mail.Delivery.To)));

        room = await Mailroom.CreateAsync(azurite.NewAccount());
        await room.PostSignedAsync(InboundPost.Message([.. "Return-Path: <ana@example.com>\r\nDelivered-To: contact+c@radio.example\r\n"u8, .. Message()]));
        mail = (await room.OnlyAsync()).Mail;
        Assert.Equal(("ana@example.com", "contact+c@radio.example"), (mail.Delivery.From, Assert.Single(mail.Delivery.To)));
    }

    [Fact]
    public async Task In_default_mode_any_field_may_be_missing_and_the_rest_still_makes_a_message()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var form = new MultipartBody()
            .Add("from", Encoding.Latin1.GetBytes("Jürgen <juergen@example.com>"))
            .Add("subject", Encoding.GetEncoding("iso-8859-1").GetBytes("Grüße"))
            .Add("html", "<p>Nur HTML</p>")
            .Add("charsets", """{"from":"iso-8859-1","subject":"iso-8859-1"}""");
        Assert.Equal(200, await room.PostSignedAsync(new(form.ToArray(), MultipartBody.ContentType)));

        var message = MimeMessage.Load(new MemoryStream((await room.OnlyAsync()).Bytes), TestContext.Current.CancellationToken);
        Assert.Equal(("Jürgen", "juergen@example.com", "Grüße"), (message.From.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address, message.Subject));
        Assert.Equal("<p>Nur HTML</p>", message.HtmlBody);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=xYzZY", "no form at all")]
    [InlineData("multipart/form-data", "--xYzZY\r\n\r\nno boundary is named")]
    [InlineData("multipart/form-data; boundary=xYzZY", "--xYzZY\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nFrom: cut off")]
    [InlineData("multipart/form-data; boundary=xYzZY", "--xYzZY\r\nContent-Disposition: form-data; name=\"else\"\r\n\r\nnothing of a message\r\n--xYzZY--\r\n")]
    [InlineData("application/json", "{}")]
    [InlineData("no/type; =", "?")]
    [InlineData(null, "")]
    public async Task A_body_that_cannot_be_read_is_kept_as_it_came(string? type, string body)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        Assert.Equal(200, await room.PostSignedAsync(new(Encoding.UTF8.GetBytes(body), type)));

        var (mail, bytes) = await room.OnlyAsync();
        Assert.Equal((MailForm.Unreadable, type), (mail.Form, mail.ContentType));
        Assert.Equal(body, Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task The_same_message_posted_again_is_one_message_and_wakes_again()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        foreach (var post in new[] { InboundPost.Default(Message("inline-picture.eml")), InboundPost.Default(Message("inline-picture.eml")) })
        {
            Assert.Equal(200, await room.PostSignedAsync(post));
            room.Clock.Now += TimeSpan.FromMinutes(3);
        }

        await room.OnlyAsync();
        Assert.Equal(2, (await room.QueuedAsync()).Count);
    }

    [Fact]
    public async Task The_same_message_to_another_recipient_is_another_message()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await room.PostSignedAsync(InboundPost.Raw(Message(), to: "contact+a@radio.example"));
        await room.PostSignedAsync(InboundPost.Raw(Message(), to: "contact+b@radio.example"));
        Assert.Equal(2, (await room.QueuedAsync()).Distinct().Count());
    }

    [Fact]
    public async Task Messages_expire_by_the_day_they_came()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        for (var day = 1; day <= 3; day++, room.Clock.Now += TimeSpan.FromDays(1)) await room.PostSignedAsync(InboundPost.Raw(Message()));
        await room.Store.ExpireAsync(new(2026, 3, 3), TestContext.Current.CancellationToken);
        var ids = await room.QueuedAsync();
        Assert.Equal([MailStore.RawName(ids[2]), MailStore.FactsName(ids[2])], await room.BlobsAsync(MailStore.Folder));
        Assert.Null(await room.Store.FindAsync(ids[0], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_deleted_message_tells_what_was_deleted()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await room.PostSignedAsync(InboundPost.Raw(Message()));
        var id = (await room.OnlyAsync()).Mail.Id;
        Assert.Equal([MailStore.RawName(id), MailStore.FactsName(id)], await room.Store.DeleteAsync(id, TestContext.Current.CancellationToken));
        Assert.Empty(await room.BlobsAsync(MailStore.Folder));
        Assert.Empty(await room.Store.DeleteAsync(id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_body_larger_than_any_message_may_be_is_refused_and_not_kept()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount(), null, ("Mail:SignatureKey", null));
        using var endless = new EndlessStream();
        var request = InboundPost.Message([]).WithKey(Mailroom.UrlKey).ToRequest() with { Body = endless };
        Assert.Equal(413, await room.Services.GetRequiredService<InboundMail>().ReceiveAsync(request, TestContext.Current.CancellationToken));
        Assert.Empty(await room.BlobsAsync());
    }
}
