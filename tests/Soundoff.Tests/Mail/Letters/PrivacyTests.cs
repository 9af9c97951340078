using System.Text;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Mail;
using Soundoff.Mail.Answering;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Reviewing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

public sealed class PrivacyTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erasing_removes_every_trace_and_lists_it()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.From("Bo", "bo@example.com", "Another.", "bo@mail.example"), "bo@example.com");
        var forward = world.SentTo(LetterWorld.Ida)[0];
        await world.DeliverAsync(SampleLetter.From("Ida Falk", LetterWorld.Ida, "What a clock!", "reply@hosts.example"), LetterWorld.Ida, forward.ReplyTo!);
        await new Review(world, forward.Token).DoAsync(LetterActions.Publish);

        var removed = await world.Get<LetterEraser>().EraseAsync("Ana@Example.com", Cancellation);
        await world.SettleAsync();
        Assert.Equal(1, removed.Count(r => r.StartsWith("published letter", StringComparison.Ordinal)));
        Assert.Equal(2, removed.Count(r => r.StartsWith("message ", StringComparison.Ordinal)));
        Assert.Equal(2, removed.Count(r => r.StartsWith("answer ", StringComparison.Ordinal)));
        Assert.Contains(removed, r => r.StartsWith("sender ", StringComparison.Ordinal));
        Assert.DoesNotContain(removed, r => r.Contains('@', StringComparison.Ordinal));

        Assert.DoesNotContain("Trieste", await world.PageAsync(), StringComparison.Ordinal);
        Assert.Equal("Another.", (await world.OnlyLetterAsync()).Content!.Text);
        Assert.DoesNotContain(await StoredAsync(world), text => text.Contains(LetterWorld.Ana, StringComparison.OrdinalIgnoreCase) || text.Contains("Trieste", StringComparison.Ordinal));
        Assert.Empty(await world.Get<LetterEraser>().EraseAsync(LetterWorld.Ana, Cancellation));
    }

    [Fact]
    public async Task A_block_outlives_erasure_as_a_hash()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Block);
        await world.Get<LetterEraser>().EraseAsync(LetterWorld.Ana, Cancellation);
        await world.DeliverAsync(SampleLetter.Ana("Me again.", "two@mail.example"));
        Assert.Equal("blocked.sender", (await world.OnlyLetterAsync()).Rule);
    }

    [Fact]
    public async Task The_listener_erases_everything_by_a_link_that_was_asked_for()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var link = world.SentTo(LetterWorld.Ana)[0].Token;
        Assert.Equal(ReviewOutcome.NotAllowed, await new Review(world, link).DoAsync(LetterActions.Erase));
        await world.Get<FreshLink>().SendAsync((await world.Get<LetterReview>().OpenAsync(link, Cancellation)).Show!, await world.OnlyLetterAsync(), Cancellation);
        Assert.Equal(ReviewOutcome.Done, await new Review(world, world.SentTo(LetterWorld.Ana)[1].Token).DoAsync(LetterActions.Erase));
        Assert.Empty(await world.LettersAsync());
        Assert.Empty(await world.BlobsAsync("inbound/"));
    }

    [Fact]
    public async Task Raw_mail_expires_first_then_letters_that_were_not_published()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.From("Bo", "bo@example.com", "Another.", "bo@mail.example"), "bo@example.com");
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Publish);

        world.Clock.Now = world.Clock.Now.AddDays(89);
        await world.Get<MailExpiry>().RunAsync(Cancellation);
        Assert.Equal(4, (await world.BlobsAsync("inbound/")).Count);

        world.Clock.Now = world.Clock.Now.AddDays(2);
        await world.Get<MailExpiry>().RunAsync(Cancellation);
        Assert.Empty(await world.BlobsAsync("inbound/"));
        Assert.Equal(2, (await world.LettersAsync()).Count);

        world.Clock.Now = world.Clock.Now.AddDays(275);
        await world.Get<MailExpiry>().RunAsync(Cancellation);
        Assert.Equal(SampleLetter.Text, (await world.OnlyLetterAsync()).Content!.Text);
    }

    [Fact]
    public async Task What_is_known_of_an_address_goes_with_its_last_letter_and_blocks_stay_as_hashes()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Block);
        await world.DeliverAsync(SampleLetter.From("Bo", "bo@example.com", "Once.", "bo@mail.example"), "bo@lists.example", dkim: "{@example.com : pass}");
        world.Clock.Now = world.Clock.Now.AddDays(200);
        await world.DeliverAsync(SampleLetter.From("Cy", "cy@example.com", "Later.", "cy@mail.example"), "cy@example.com");
        await world.Get<MailExpiry>().RunAsync(Cancellation);
        // Bo's letter is still there; the address that only carried it is forgotten the day after.
        Assert.Equal(3, (await SendersAsync(world)).Count);

        world.Clock.Now = world.Clock.Now.AddDays(166);
        await world.Get<MailExpiry>().RunAsync(Cancellation);
        Assert.Equal("Later.", (await world.OnlyLetterAsync()).Content!.Text);
        var rows = await SendersAsync(world);
        Assert.Equal(2, rows.Count);
        var blocked = Assert.Single(rows, r => r.GetBoolean("Blocked") == true);
        Assert.Equal(("a:" + await world.Get<MailSecret>().HashAsync(LetterWorld.Ana, Cancellation), null, ""), (blocked.RowKey, blocked.GetString("Acknowledged"), blocked.GetString("Recent")));

        await world.DeliverAsync(SampleLetter.Ana("Me again.", "again@mail.example"));
        Assert.Equal("blocked.sender", (await world.LettersAsync())[0].Rule);
    }

    [Fact]
    public async Task An_address_that_cannot_be_reached_is_known_for_as_long_as_letters_are_kept()
    {
        await using var world = await RailAsync();
        var senders = world.Get<SenderBook>();
        await senders.MarkUndeliverableAsync("failed", Cancellation);
        await senders.MarkUnsubscribedAsync("unsubscribed", Cancellation);
        world.Clock.Now = world.Clock.Now.AddDays(364);
        await world.Get<MailExpiry>().RunAsync(Cancellation);
        Assert.True(await senders.IsClosedAsync("failed", Cancellation));
        world.Clock.Now = world.Clock.Now.AddDays(2);
        await world.Get<MailExpiry>().RunAsync(Cancellation);
        Assert.False(await senders.IsClosedAsync("failed", Cancellation));
        Assert.True(await senders.IsClosedAsync("unsubscribed", Cancellation));
    }

    [Fact]
    public async Task Letters_are_exported_as_a_mailbox_and_as_a_table()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana("From here, \"we\" see\nthe sea."));
        using var mbox = new MemoryStream();
        await world.Get<LetterExport>().WriteMboxAsync(["rail"], mbox, Cancellation);
        var lines = Encoding.UTF8.GetString(mbox.ToArray()).Split('\n');
        Assert.StartsWith("From MAILER-DAEMON Sun Mar  1 ", lines[0], StringComparison.Ordinal);
        Assert.Contains(">From here, \"we\" see", lines);

        using var csv = new MemoryStream();
        await world.Get<LetterExport>().WriteCsvAsync(["rail"], csv, Cancellation);
        var table = Encoding.UTF8.GetString(csv.ToArray());
        Assert.Contains(",letter,letter,night,waiting,Ana Ruiz,ana@example.com,,About sleepers,\"From here, \"\"we\"\" see\nthe sea.\",\r\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_personal_is_logged()
    {
        await using var world = await RailAsync();
        world.Provider.Fail(500).Fail(400, "ana@example.com is on a list");
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.Ana("Cheap watches.", "spam@mail.example"), spam: "9.1");
        var forwards = world.SentTo(LetterWorld.Ana);
        // Every other way in: default mode, refused and unreadable posts, a bounce, a host's answer, what the provider tells, the form, the review page.
        var room = world.Get<InboundMail>();
        var letter = Encoding.UTF8.GetBytes(SampleLetter.Ana("By default mode.", "default@mail.example").ReplaceLineEndings("\r\n"));
        Assert.Equal(200, await room.ReceiveAsync(InboundPost.Default(letter, LetterWorld.Ana, "contact+night@radio.example").WithKey(Mailroom.UrlKey).ToRequest(), Cancellation));
        Assert.Equal(403, await room.ReceiveAsync(InboundPost.Raw(letter, LetterWorld.Ana).WithKey("Trieste").ToRequest(), Cancellation));
        Assert.Equal(200, await room.ReceiveAsync(new InboundPost(Encoding.UTF8.GetBytes("Trieste ana@example.com"), "text/plain").WithKey(Mailroom.UrlKey).ToRequest(), Cancellation));
        await world.SettleAsync();
        await world.DeliverAsync(SampleLetter.From("Mail Delivery System", "mailer-daemon@mx.example.com", "ana@example.com: user unknown 550 5.1.1", "bounce@mail.example", "Undelivered mail"), from: "");
        world.Clock.Now = world.Clock.Now.AddDays(1);
        await world.DeliverAsync(SampleLetter.From("Bo Ruiz", "bo@example.com", "Trieste again.", "bo@mail.example"), "bo@example.com");
        var forward = world.SentTo(LetterWorld.Ida)[^1];
        world.Provider.Fail(400, "ana@example.com is on a list");
        await world.DeliverAsync(SampleLetter.From("Ida Falk", LetterWorld.Ida, "What a Trieste!", "reply@hosts.example"), LetterWorld.Ida, forward.ReplyTo!);
        var told = InboundPost.Events(new { @event = "bounce", email = LetterWorld.Ana, reason = "550 ana@example.com", sg_event_id = "e1", timestamp = world.Clock.Now.ToUnixTimeSeconds() });
        Assert.Equal(200, await world.Get<DeliveryMarks>().ReceiveAsync(told.WithKey(Mailroom.UrlKey).ToRequest(), Cancellation));
        await new Review(world, forward.Token).DoAsync(LetterActions.Publish);
        var contact = world.Get<ContactForm>();
        var form = await contact.BeginAsync(Cancellation);
        world.Clock.Now = world.Clock.Now.AddMinutes(1);
        Assert.Equal(ContactOutcome.Taken, await contact.SubmitAsync((await contact.FindAsync("rail", null, Cancellation))!, new() { Form = form, Name = "Ana Ruiz", Address = LetterWorld.Ana, Text = "Trieste by form." }, Cancellation));
        await world.SettleAsync();

        await world.Get<MailDigest>().RunAsync(Cancellation);
        await world.Get<MailExpiry>().RunAsync(Cancellation);
        await world.Get<LetterEraser>().EraseAsync(LetterWorld.Ana, Cancellation);
        Assert.NotEmpty(forwards);
        Assert.Contains("is kept as Letter", world.Log.All, StringComparison.Ordinal);
        foreach (var secret in new[] { LetterWorld.Ana, LetterWorld.Ida, "ana%40example", "Ruiz", "About sleepers", "Trieste", "watches" })
            Assert.DoesNotContain(secret, world.Log.All, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IReadOnlyList<TableEntity>> SendersAsync(LetterWorld world)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in world.Account.Table(Tables.Letters).QueryAsync<TableEntity>(r => r.RowKey.CompareTo("a:") >= 0 && r.RowKey.CompareTo("a;") < 0, cancellationToken: Cancellation)) rows.Add(row);
        return rows;
    }

    // Everything in the account but the queues: rows, and blobs as text.
    private static async Task<IReadOnlyList<string>> StoredAsync(LetterWorld world)
    {
        var all = new List<string>();
        await foreach (var row in world.Account.Table(Tables.Letters).QueryAsync<TableEntity>(cancellationToken: Cancellation)) all.Add(string.Join(' ', row.Select(p => $"{p.Key}={p.Value}")));
        foreach (var name in new[] { Containers.Mail, Containers.Site, Containers.Records })
            await foreach (var blob in world.Account.Container(name).GetBlobsAsync(cancellationToken: Cancellation))
                all.Add((await world.Account.Container(name).GetBlobClient(blob.Name).DownloadContentAsync(Cancellation)).Value.Content.ToString());
        return all;
    }

    private async Task<LetterWorld> RailAsync() => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
}
