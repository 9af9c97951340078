using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Mail.Visiting;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Attacks;

/// <summary>Somebody finds a link: in telemetry, in a mailbox that is passed on, in an old backup.</summary>
public sealed class FoundLinkTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_address_that_a_server_is_asked_for_holds_a_token()
    {
        await using var world = await DeliveredAsync();
        var mails = world.Provider.Taken.Select(m => new SentMail(m)).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Matches(@"https://radio\.example/api/review#[\w.\-]+", mail.Text));
        Assert.All(mails.SelectMany(m => new[] { m.Text, m.Html }), text => Assert.DoesNotContain("api/review/", text, StringComparison.Ordinal));
        var visits = new Visits(world);
        foreach (var mail in mails)
        {
            var page = await visits.ReviewAsync(mail.Token);
            Assert.DoesNotMatch($"(?:href|src|action)=\"[^\"]*{System.Text.RegularExpressions.Regex.Escape(mail.Token)}", page.Html);
            var done = await visits.ReviewAsync(mail.Token, null, ("form", page.Form), ("action", "withdraw"));
            Assert.DoesNotMatch($"(?:href|src|action)=\"[^\"]*{System.Text.RegularExpressions.Regex.Escape(mail.Token)}", done.Html);
        }
    }

    [Fact]
    public async Task The_page_that_links_lead_to_knows_nothing_and_opens_without_scripts()
    {
        await using var world = await DeliveredAsync();
        var visits = new Visits(world);
        var page = await visits.OpenAsync();
        Assert.Equal((200, "Open a letter"), (page.Status, page.Title));
        Assert.Contains("script-src https://radio.example;", page.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Contains("<form class=\"desk-form\" method=\"post\" action=\"letter\" data-opens>", page.Html, StringComparison.Ordinal);
        // The whole link as people copy it, broken and with signs around it.
        var token = world.SentTo(LetterWorld.Ida)[0].Token;
        foreach (var written in new[] { token, $"https://radio.example/api/review#{token}", $"<https://radio.example/api/\r\n review#{token}?action=hide>.", $" https://radio.example/api/review/{token}?action=hide" })
            Assert.Equal(200, (await visits.PasteAsync(written)).Status);
        Assert.Equal("hide", (await visits.PasteAsync($"{token}?action=hide")).Chosen);
        foreach (var written in new[] { "", "#", "https://radio.example/", "a.b" }) Assert.Equal(404, (await visits.PasteAsync(written)).Status);
    }

    [Fact]
    public async Task A_link_of_earlier_days_leads_to_the_page_of_today()
    {
        await using var world = await DeliveredAsync();
        var token = world.SentTo(LetterWorld.Ida)[0].Token;
        var moved = await new Visits(world).OldAsync(token, "hide");
        Assert.Equal((303, $"../review#{token}?action=hide"), (moved.Status, moved.Headers.Location.ToString()));
        var hostile = await new Visits(world).OldAsync("a\r\nSet-Cookie: letter=b", "x\r\ny");
        Assert.DoesNotContain("\n", hostile.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_opened_by_the_browser_that_has_the_page_and_by_no_other()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        await world.DeliverAsync(ReviewVisitTests.WithFiles);
        await world.DeliverAsync(SampleLetter.Ana("Another.", "two@mail.example"));
        var visits = new Visits(world);
        var (first, second) = (world.SentTo(LetterWorld.Ida)[0].Token, world.SentTo(LetterWorld.Ida)[1].Token);
        var cookie = (await visits.ReviewAsync(first)).Headers.SetCookie.ToString();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(first, cookie, StringComparison.Ordinal);
        Assert.Equal(200, (await visits.FileAsync(first, 0)).Status);

        var id = (await world.LettersAsync()).Single(l => l.Content!.Attachments.Count > 0).Id;
        Assert.Equal(404, (await visits.FileWithAsync("", id, 0)).Status);
        Assert.Equal(404, (await visits.FileWithAsync("letter=a.b", id, 0)).Status);
        var other = (await world.LettersAsync()).Single(l => l.Id != id).Id;
        Assert.Equal(404, (await visits.FileWithAsync(cookie.Split(';')[0], other, 0)).Status);
        // What opens files does nothing else, and not for long.
        Assert.Equal(400, (await visits.ReviewAsync(cookie.Split(';')[0]["letter=".Length..], null, ("form", (await visits.ReviewAsync(second)).Form), ("action", "hide"))).Status);
        world.Clock.Now = world.Clock.Now.AddHours(1);
        Assert.Equal(404, (await visits.FileWithAsync(cookie.Split(';')[0], id, 0)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_thirty_days_a_listeners_link_does_nothing_but_ask_the_address_itself(bool old)
    {
        await using var world = await DeliveredAsync();
        var link = old ? await new OldLinks(world).ListenerAsync(await world.OnlyLetterAsync()) : world.SentTo(LetterWorld.Ana)[0].Token;
        var visits = new Visits(world);
        Assert.Equal(200, (await visits.ReviewAsync(link)).Status);
        world.Clock.Now = world.Clock.Now.AddDays(31);

        var expired = await visits.ReviewAsync(link);
        Assert.Equal((410, "This link has expired"), (expired.Status, expired.Title));
        Assert.DoesNotContain("Trieste", expired.Html, StringComparison.Ordinal);
        foreach (var action in new[] { "withdraw", "erase" })
            Assert.Equal(410, (await visits.ReviewAsync(link, null, ("form", expired.Form), ("action", action))).Status);
        Assert.Equal(LetterState.Waiting, (await world.OnlyLetterAsync()).State);

        var asked = await visits.ReviewAsync(link, null, ("form", expired.Form), ("action", "renew"));
        Assert.Contains("A link is on its way", asked.Html, StringComparison.Ordinal);
        var fresh = world.SentTo(LetterWorld.Ana)[^1];
        Assert.Equal(2, world.SentTo(LetterWorld.Ana).Count);
        var erased = await visits.ReviewAsync(fresh.Token, null, ("form", (await visits.ReviewAsync(fresh.Token)).Form), ("action", "erase"));
        Assert.Contains("Everything is erased", erased.Html, StringComparison.Ordinal);
        Assert.Empty(await world.LettersAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everything_is_erased_only_by_a_fresh_link_to_the_address_itself(bool old)
    {
        await using var world = await DeliveredAsync();
        var link = old ? await new OldLinks(world).ListenerAsync(await world.OnlyLetterAsync()) : world.SentTo(LetterWorld.Ana)[0].Token;
        var visits = new Visits(world);
        Assert.Equal(400, (await visits.ReviewAsync(link, null, ("form", (await visits.ReviewAsync(link)).Form), ("action", "erase"))).Status);
        Assert.Single(await world.LettersAsync());

        await visits.ReviewAsync(link, null, ("form", (await visits.ReviewAsync(link)).Form), ("action", "renew"));
        var fresh = world.SentTo(LetterWorld.Ana)[^1];
        Assert.Equal("Your letter to Rail: a fresh link", fresh.Subject);
        world.Clock.Now = world.Clock.Now.AddDays(1);
        Assert.Equal(410, (await visits.ReviewAsync(fresh.Token)).Status);
    }

    [Fact]
    public async Task A_fresh_link_that_cannot_be_sent_is_said_not_to_be_on_its_way()
    {
        await using var world = await DeliveredAsync();
        var link = world.SentTo(LetterWorld.Ana)[0].Token;
        var visits = new Visits(world);
        var form = (await visits.ReviewAsync(link)).Form;
        for (var i = 0; i < 20; i++) world.Provider.Fail(503);
        var asked = await visits.ReviewAsync(link, null, ("form", form), ("action", "renew"));
        Assert.Equal((503, "The link could not be sent"), (asked.Status, asked.Title));
        Assert.Single(world.SentTo(LetterWorld.Ana));
    }

    [Fact]
    public async Task Asking_again_and_again_floods_nobody()
    {
        await using var world = await DeliveredAsync();
        var link = world.SentTo(LetterWorld.Ana)[0].Token;
        var visits = new Visits(world);
        for (var i = 0; i < 6; i++) Assert.Equal(200, (await visits.ReviewAsync(link, null, ("form", (await visits.ReviewAsync(link)).Form), ("action", "renew"))).Status);
        Assert.Equal(1 + 3, world.SentTo(LetterWorld.Ana).Count);
    }

    [Fact]
    public async Task A_link_has_one_spelling()
    {
        await using var world = await DeliveredAsync();
        var tokens = world.Get<MailTokens>();
        var token = world.SentTo(LetterWorld.Ida)[0].Token;
        const string signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var (body, mac) = (token.Split('.')[0], token.Split('.')[1]);
        var spellings = signs.SelectMany(s => new[] { $"{body[..^1]}{s}.{mac}", $"{body}.{mac[..^1]}{s}" })
            .Concat([$"{body}=.{mac}", $"{body}==.{mac}", $"{body}.{mac}=", $" {token}", $"{token}\n", token.Insert(9, " "), $"{body}.{mac}\t"]).Where(s => s != token);
        foreach (var spelling in spellings) Assert.Equal(ReviewOutcome.LinkForged, (await tokens.ReadLinkAsync(spelling, Cancellation)).Outcome);
        Assert.Equal(ReviewOutcome.Done, (await tokens.ReadLinkAsync(token, Cancellation)).Outcome);

        var relay = world.SentTo(LetterWorld.Ida)[0].ReplyTo!.Split('@')[0]["reply+".Length..];
        Assert.NotNull(await tokens.ReadRelayAsync("rail", relay.ToUpperInvariant(), Cancellation));
        foreach (var sign in "abcdefghijklmnopqrstuvwxyz234567".Where(s => s != relay[^1])) Assert.Null(await tokens.ReadRelayAsync("rail", relay[..^1] + sign, Cancellation));
    }

    private async Task<LetterWorld> DeliveredAsync()
    {
        var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        return world;
    }
}
