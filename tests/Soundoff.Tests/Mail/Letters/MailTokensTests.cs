using Soundoff.Mail.Reviewing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

public sealed class MailTokensTests(AzuriteFixture azurite)
{
    private const string Letter = "2026-03-01-0123456789abcdef0123456789abcdef";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_tells_what_it_grants_to_every_instance()
    {
        var account = azurite.NewAccount();
        await using var one = await LetterWorld.CreateAsync(account);
        await using var two = await LetterWorld.CreateAsync(account);
        var token = await one.Get<MailTokens>().HostLinkAsync("поезда", Letter, LetterActions.Hide, Cancellation);
        Assert.Matches(@"^[\w\-]+\.[\w\-]+$", token);
        Assert.Equal(new("поезда", Letter, LetterActions.Hide, one.Clock.Now.AddDays(30)), (await two.Get<MailTokens>().ReadLinkAsync(token, Cancellation)).Grant);
    }

    private static readonly LinkReading Forged = new(ReviewOutcome.LinkForged, null);

    [Fact]
    public async Task A_link_with_any_sign_changed_grants_nothing()
    {
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount());
        var tokens = world.Get<MailTokens>();
        var token = await tokens.HostLinkAsync("rail", Letter, LetterActions.Hide, Cancellation);
        foreach (var at in Enumerable.Range(0, token.Length).Where(i => token[i] != '.'))
            Assert.Equal(Forged, await tokens.ReadLinkAsync(token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..], Cancellation));
        foreach (var other in new[] { "", ".", "a.b", token[..^2], await tokens.FormAsync(token, Cancellation), null }) Assert.Equal(Forged, await tokens.ReadLinkAsync(other, Cancellation));
    }

    [Fact]
    public async Task A_form_belongs_to_its_link_and_lives_an_hour()
    {
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount());
        var tokens = world.Get<MailTokens>();
        var form = await tokens.FormAsync("one", Cancellation);
        Assert.Equal(world.Clock.Now.AddHours(1), (await tokens.ReadFormAsync("one", form, Cancellation))!.Expires);
        Assert.Null(await tokens.ReadFormAsync("two", form, Cancellation));
        world.Clock.Now = world.Clock.Now.AddHours(1);
        Assert.Null(await tokens.ReadFormAsync("one", form, Cancellation));
    }

    [Fact]
    public async Task A_relay_mailbox_fits_an_address_in_any_case_and_belongs_to_one_show()
    {
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount());
        var tokens = world.Get<MailTokens>();
        var mailbox = await tokens.RelayAsync("rail", Letter, Cancellation);
        Assert.InRange(mailbox.Length, 1, 64);
        var token = mailbox["reply+".Length..];
        Assert.Equal(Letter, await tokens.ReadRelayAsync("rail", token.ToUpperInvariant(), Cancellation));
        Assert.Null(await tokens.ReadRelayAsync("other", token, Cancellation));
        Assert.Null(await tokens.ReadRelayAsync("rail", token[..^4] + "aaaa", Cancellation));
        Assert.Null(await tokens.ReadRelayAsync("rail", "hanoi", Cancellation));
    }
}
