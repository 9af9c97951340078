using System.Security.Cryptography;
using System.Text;
using Soundoff.Mail.Answering;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Receiving;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Attacks;

/// <summary>A signed call is recorded and sent again, many times at once: before the first has been remembered, and over midnight.</summary>
public sealed class ReplayTests(AzuriteFixture azurite)
{
    private const int Calls = 24;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_that_is_replayed_under_load_is_one_letter_with_one_answer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var world = await SignedAsync(key);
        world.Clock.Now = new(2026, 3, 1, 23, 58, 0, TimeSpan.Zero);
        var post = InboundPost.Raw(Encoding.UTF8.GetBytes(SampleLetter.Ana().ReplaceLineEndings("\r\n")), LetterWorld.Ana, "contact+night@radio.example").Sign(key, world.Clock.Now);
        var at = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => world.Get<InboundMail>().ReceiveAsync(post.ToRequest(), Cancellation))));
        Assert.All(at, status => Assert.True(status is 200 or 403));
        // On the next day the same message would have another id: the signature is remembered for longer than it holds.
        world.Clock.Now = world.Clock.Now.AddMinutes(5);
        var later = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => world.Get<InboundMail>().ReceiveAsync(post.ToRequest(), Cancellation))));
        Assert.All(later, status => Assert.Equal(403, status));
        await world.SettleAsync();
        await world.OnlyLetterAsync();
        Assert.Single(world.SentTo(LetterWorld.Ida));
        Assert.Single(await world.BlobsAsync("proofs/"));
        Assert.Equal(2, (await world.BlobsAsync(MailStore.Folder)).Count);
    }

    [Fact]
    public async Task Events_that_are_replayed_under_load_are_handled_as_one()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var world = await SignedAsync(key);
        var post = InboundPost.Events(new { @event = "bounce", email = LetterWorld.Ida, sg_event_id = "e1", timestamp = world.Clock.Now.ToUnixTimeSeconds() }).Sign(key, world.Clock.Now);
        var statuses = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => world.Get<DeliveryMarks>().ReceiveAsync(post.ToRequest(), Cancellation))));
        Assert.Contains(200, statuses);
        Assert.All(statuses, status => Assert.True(status is 200 or 403));
        Assert.Equal(403, await world.Get<DeliveryMarks>().ReceiveAsync(post.ToRequest(), Cancellation));
        var notices = new List<string>();
        await foreach (var row in world.Get<LetterTable>().RangeAsync("rail", "n:", Cancellation)) notices.Add(row.RowKey);
        Assert.Single(notices);
    }

    private async Task<LetterWorld> SignedAsync(ECDsa key) =>
        await (await LetterWorld.CreateAsync(azurite.NewAccount(), settings: ("Mail:SignatureKey", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())))).WithRailAsync();
}
