using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Mail.Receiving;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Receiving;

public class CallerProofTests(AzuriteFixture azurite)
{
    private static readonly byte[] Message = "From: ana@example.com\r\nSubject: Hello\r\n\r\nGood evening.\r\n"u8.ToArray();

    [Fact]
    public async Task A_signature_over_other_bytes_is_refused()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now);
        post.Body[^20] ^= 1;
        await RefusedAsync(room, post);
    }

    [Fact]
    public async Task A_truncated_body_is_refused()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now);
        var cut = new InboundPost(post.Body[..^30], post.ContentType);
        foreach (var (name, value) in post.Headers) cut.Headers[name] = value;
        await RefusedAsync(room, cut);
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await RefusedAsync(room, InboundPost.Raw(Message).Sign(other, room.Clock.Now));
    }

    [Theory]
    [InlineData(-601)]
    [InlineData(601)]
    public async Task A_time_more_than_ten_minutes_off_is_refused(int seconds)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await RefusedAsync(room, InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now.AddSeconds(seconds)));
    }

    [Theory]
    [InlineData(-599)]
    [InlineData(599)]
    public async Task A_time_less_than_ten_minutes_off_is_let_in(int seconds)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        Assert.Equal(200, await room.PostAsync(InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now.AddSeconds(seconds))));
    }

    [Fact]
    public async Task Another_time_than_the_signed_one_is_refused()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now.AddHours(-3));
        post.Headers["X-Twilio-Email-Event-Webhook-Timestamp"] = room.Clock.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await RefusedAsync(room, post);
    }

    [Theory]
    [InlineData("not base64!", null)]
    [InlineData("AAAA", null)]
    [InlineData("MEUCIQ==", null)]
    [InlineData(null, "")]
    [InlineData(null, "soon")]
    [InlineData(null, "-5")]
    [InlineData(null, "9223372036854775807")]
    [InlineData(null, "99999999999999999999999")]
    public async Task A_signature_or_time_that_is_none_is_refused(string? signature, string? time)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now);
        if (signature is not null) post.Headers["X-Twilio-Email-Event-Webhook-Signature"] = signature;
        if (time is not null) post.Headers["X-Twilio-Email-Event-Webhook-Timestamp"] = time;
        await RefusedAsync(room, post);
    }

    [Fact]
    public async Task A_wrong_signature_is_not_mended_by_the_key_in_the_url()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var post = InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now).WithKey(Mailroom.UrlKey);
        post.Body[^20] ^= 1;
        await RefusedAsync(room, post);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0123456789abcdef0123456789abcdeF")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    public async Task A_key_that_is_not_ours_is_refused(string key)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount(), null, ("Mail:SignatureKey", null));
        await RefusedAsync(room, InboundPost.Raw(Message).WithKey(key));
    }

    [Fact]
    public async Task Where_calls_are_signed_the_key_in_the_url_proves_nothing()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await RefusedAsync(room, InboundPost.Raw(Message).WithKey(Mailroom.UrlKey), 401);
        var signed = InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now).WithKey(Mailroom.UrlKey);
        signed.Headers["X-Twilio-Email-Event-Webhook-Signature"] = "";
        await RefusedAsync(room, signed, 401);
        signed.Headers["X-Twilio-Email-Event-Webhook-Signature"] = new string('A', 1_000_000);
        await RefusedAsync(room, signed);
    }

    [Fact]
    public async Task Our_key_in_the_url_lets_in()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount(), null, ("Mail:SignatureKey", null));
        Assert.Equal(200, await room.PostAsync(InboundPost.Raw(Message).WithKey(Mailroom.UrlKey)));
        await room.OnlyAsync();
    }

    [Fact]
    public async Task Without_any_proof_the_answer_is_401()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        await RefusedAsync(room, InboundPost.Raw(Message), 401);
    }

    [Fact]
    public async Task Where_no_key_is_set_nobody_is_let_in()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount(), null, ("Mail:SignatureKey", null), ("Mail:UrlKey", ""));
        await RefusedAsync(room, InboundPost.Raw(Message), 401);
        await RefusedAsync(room, InboundPost.Raw(Message).WithKey(""), 401);
        await RefusedAsync(room, InboundPost.Raw(Message).WithKey(Mailroom.UrlKey));
        await RefusedAsync(room, InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now));
    }

    [Fact]
    public async Task A_replay_is_refused_by_every_instance_and_however_its_signature_is_written()
    {
        var account = azurite.NewAccount();
        var room = await Mailroom.CreateAsync(account);
        var post = InboundPost.Raw(Message).Sign(room.Key, room.Clock.Now);
        Assert.Equal(200, await room.PostAsync(post));
        Assert.Equal(403, await room.PostAsync(post));

        var another = await Mailroom.CreateAsync(account, null, ("Mail:SignatureKey", Convert.ToBase64String(room.Key.ExportSubjectPublicKeyInfo())));
        Assert.Equal(403, await another.PostAsync(post));
        // ECDSA takes a new random number for each signature: it is another one over the same bytes.
        Assert.Equal(403, await another.PostAsync(post.Sign(room.Key, room.Clock.Now)));
        Assert.Single(await room.QueuedAsync());
    }

    [Fact]
    public async Task Signatures_are_remembered_for_twenty_minutes()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var proof = room.Services.GetRequiredService<CallerProof>();
        await room.PostSignedAsync(InboundPost.Raw(Message));
        room.Clock.Now += TimeSpan.FromMinutes(19);
        await proof.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Single(await room.BlobsAsync("proofs/"));

        room.Clock.Now += TimeSpan.FromMinutes(2);
        await room.PostSignedAsync(InboundPost.Raw(Message));
        await proof.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.Single(await room.BlobsAsync("proofs/"));
    }

    [Fact]
    public async Task Several_keys_may_sign()
    {
        using var second = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var first = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = $"{Convert.ToBase64String(first.ExportSubjectPublicKeyInfo())}, {Convert.ToBase64String(second.ExportSubjectPublicKeyInfo())}";
        var room = await Mailroom.CreateAsync(azurite.NewAccount(), null, ("Mail:SignatureKey", keys));
        Assert.Equal(200, await room.PostAsync(InboundPost.Raw(Message).Sign(first, room.Clock.Now)));
        Assert.Equal(200, await room.PostAsync(InboundPost.Raw(Message).Sign(second, room.Clock.Now.AddSeconds(1))));
    }

    [Theory]
    [InlineData("Mail:UrlKey", "too short", "openssl rand")]
    [InlineData("Mail:SignatureKey", "bm8ga2V5", "no public key")]
    [InlineData("Mail:SignatureKey", "?", "no public key")]
    [InlineData("Mail:FrontDoorId", "mine", "Mail:FrontDoorId", "Mail:Proxies", "2")]
    [InlineData("Mail:SendGridUrl", "ftp://mail.example/", "Mail:SendGridUrl")]
    public async Task Settings_that_cannot_be_right_are_refused_at_start(string name, string value, string said, string other = "Mail:RawDays", string given = "90")
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount(), null, (other, given), (name, value));
        var refused = Assert.Throws<OptionsValidationException>(() => room.Services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Azure_mail_without_any_key_is_refused_at_start()
    {
        (string, string?)[] unprotected = [("Mail:SignatureKey", null), ("Mail:UrlKey", null)];
        var local = await Mailroom.CreateAsync(azurite.NewAccount(), null, unprotected);
        Assert.Equal("radio.example", local.Services.GetRequiredService<IOptions<MailOptions>>().Value.Domain);

        var cloud = await Mailroom.CreateAsync(azurite.NewAccount(), null, [.. unprotected, ("WEBSITE_SITE_NAME", "soundoff")]);
        var refused = Assert.Throws<OptionsValidationException>(() => cloud.Services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.Contains("anybody could post letters", refused.Message, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(Mailroom room, InboundPost post, int status = 403)
    {
        Assert.Equal(status, await room.PostAsync(post));
        Assert.Empty(await room.BlobsAsync());
        Assert.Empty(await room.QueuedAsync());
    }
}
