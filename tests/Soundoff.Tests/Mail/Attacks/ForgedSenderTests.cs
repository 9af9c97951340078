using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Sorting;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Mail.Visiting;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Attacks;

/// <summary>Mail in a listener's name from somebody who is not: nothing follows from an address that nobody vouches for.</summary>
public sealed class ForgedSenderTests(AzuriteFixture azurite)
{
    private const string Mallory = "mallory@evil.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Who is acknowledged, by envelope, SPF and DKIM of a letter whose author is ana@example.com; the last says whether the acknowledgement holds a link.</summary>
    public static TheoryData<string, string, string, string?, bool> Deliveries => new()
    {
        // Hers: by SPF, by DKIM, by a server of the same organisation.
        { LetterWorld.Ana, "pass", "none", LetterWorld.Ana, true },
        { "ANA@Example.com", "pass", "none", "ANA@Example.com", true },
        { LetterWorld.Ana, "none", "{@example.com : pass}", LetterWorld.Ana, true },
        { LetterWorld.Ana, "fail", "{@mail.example.com : pass}", LetterWorld.Ana, true },
        { LetterWorld.Ana, "pass", "{@example.com : fail}", LetterWorld.Ana, true },
        // Of her domain, and another mailbox: it learns that the letter came and can do nothing with it.
        { "ana+7@mail.example.com", "pass", "none", "ana+7@mail.example.com", false },
        { "mallory@example.com", "pass", "none", "mallory@example.com", false },
        // A stranger's own domain proves nothing for hers.
        { Mallory, "pass", "none", null, false },
        { Mallory, "pass", "{@evil.example : pass}", null, false },
        { Mallory, "pass", "{@example.com.evil.example : pass}", null, false },
        { "SRS0=a=b=example.com=ana@evil.example", "pass", "none", null, false },
        { "prvs=a=ana@evil.example", "pass", "none", null, false },
        { "ana@example.com@evil.example", "pass", "none", null, false },
        // Nobody vouches for anything: an answer would go to somebody who wrote nothing.
        { LetterWorld.Ana, "none", "none", null, false },
        { LetterWorld.Ana, "neutral", "none", null, false },
        { LetterWorld.Ana, "temperror", "none", null, false },
        { LetterWorld.Ana, "none", "{@list.example : pass}", null, false },
        // Signed by her domain and sent on by a stranger's server: she wrote it, and the stranger would get the answer.
        { Mallory, "none", "{@example.com : pass}", null, false },
    };

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Only_who_is_vouched_for_is_answered_and_only_the_author_gets_powers(string envelope, string spf, string dkim, string? answered, bool holdsLink)
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana(), envelope, spf: spf, dkim: dkim);
        Assert.Equal(MailClass.Letter, (await world.OnlyLetterAsync()).Class);
        Assert.Single(world.SentTo(LetterWorld.Ida));
        var answer = world.Provider.Taken.Select(m => new SentMail(m)).Where(m => m.To != LetterWorld.Ida).ToList();
        Assert.Equal(answered is null ? [] : [answered], answer.Select(m => m.To));
        Assert.Equal(holdsLink, answer is [{ Token.Length: > 0 }]);
    }

    [Theory]
    [InlineData("none", "{@example.com : fail}")]
    [InlineData("pass", "{@example.com : permerror, @evil.example : pass}")]
    [InlineData("fail", "none")]
    public async Task What_her_own_domain_speaks_against_is_quarantined(string spf, string dkim)
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana(), Mallory, spf: spf, dkim: dkim);
        Assert.Equal("spam.forged-sender", (await world.OnlyLetterAsync()).Rule);
        Assert.Empty(world.Provider.Taken);
    }

    [Fact]
    public async Task A_signed_message_with_another_author_put_before_it_is_nobodys()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var relay = world.SentTo(LetterWorld.Ida)[0].ReplyTo!;
        // A newsletter of the hosts' own domain, as anybody gets it: its signature holds whatever is put before what it signed.
        var newsletter = SampleLetter.From("News", "news@hosts.example", "Buy this.", "news@hosts.example");
        await world.DeliverAsync($"From: Ida Falk <{LetterWorld.Ida}>\n{newsletter}", Mallory, relay, spf: "none", dkim: "{@hosts.example : pass}");
        Assert.Single(world.SentTo(LetterWorld.Ana));
        Assert.Contains(await world.LettersAsync(), l => l.Content!.Text == "Buy this." && l.Class == MailClass.Spam);
    }

    [Fact]
    public async Task Hosts_see_that_nobody_vouches_for_the_address()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana(), Mallory);
        var forward = world.SentTo(LetterWorld.Ida)[0];
        Assert.Contains("Nobody vouches for the sender’s address", forward.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody vouches for the sender’s address", forward.Html, StringComparison.Ordinal);
        var page = await new Visits(world).ReviewAsync(forward.Token);
        Assert.Contains("Nobody vouches for the sender’s address", System.Net.WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        // SPF passed, for a stranger's domain: no confirmation of hers.
        Assert.DoesNotContain("confirmed", page.Html, StringComparison.Ordinal);

        await world.DeliverAsync(SampleLetter.Ana("Proved.", "two@mail.example"));
        Assert.DoesNotContain("Nobody vouches", world.SentTo(LetterWorld.Ida)[1].Text, StringComparison.Ordinal);
        Assert.Contains("confirmed", (await new Visits(world).ReviewAsync(world.SentTo(LetterWorld.Ida)[1].Token)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_in_anothers_name_opens_no_way_to_what_that_one_wrote()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Publish);
        await world.DeliverAsync(SampleLetter.Ana("Forged.", "forged@evil.example"), Mallory);
        Assert.Empty(world.SentTo(Mallory));

        // Even with a link as acknowledgements held it before: what it opens is the forged letter, and it can do nothing.
        var forged = (await world.LettersAsync()).Single(l => l.Content!.Text == "Forged.");
        var link = await new OldLinks(world).ListenerAsync(forged);
        var visits = new Visits(world);
        var page = await visits.ReviewAsync(link);
        Assert.DoesNotContain("type=\"radio\"", page.Html, StringComparison.Ordinal);
        foreach (var action in new[] { "withdraw", "renew", "erase" })
        {
            var form = (await world.Get<LetterReview>().OpenAsync(link, Cancellation)).Page!.Form;
            Assert.Equal(400, (await visits.ReviewAsync(link, null, ("form", form), ("action", action))).Status);
        }

        Assert.Empty(world.SentTo(Mallory));
        Assert.Single(world.SentTo(LetterWorld.Ana));
        Assert.Equal([LetterState.Waiting, LetterState.Published], (await world.LettersAsync()).Select(l => l.State).Order());
        Assert.Contains("Trieste", await world.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_in_anothers_name_use_up_no_limit_of_hers()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount(), settings: ("Mail:LettersPerHour", "2"))).WithRailAsync();
        for (var i = 0; i < 4; i++) await world.DeliverAsync(SampleLetter.Ana($"Forged {i}.", $"{i}@evil.example"), Mallory);
        Assert.Equal(2, (await world.LettersAsync()).Count(l => l.Rule == "spam.hourly-limit"));
        await world.DeliverAsync(SampleLetter.Ana());
        Assert.Equal("letter", (await world.LettersAsync()).Single(l => l.Content!.Text == SampleLetter.Text).Rule);
        Assert.Single(world.SentTo(LetterWorld.Ana));
    }

    [Fact]
    public async Task Who_is_blocked_for_a_letter_in_anothers_name_is_not_that_other()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana("Forged.", "forged@evil.example"), Mallory);
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Block);
        await world.DeliverAsync(SampleLetter.Ana("Forged again.", "again@evil.example"), Mallory);
        await world.DeliverAsync(SampleLetter.Ana());
        var rules = (await world.LettersAsync()).ToDictionary(l => l.Content!.Text, l => l.Rule);
        Assert.Equal("blocked.sender", rules["Forged again."]);
        Assert.Equal("letter", rules[SampleLetter.Text]);

        // Her own block holds for those in her name too.
        await new Review(world, world.SentTo(LetterWorld.Ida)[1].Token).DoAsync(LetterActions.Block);
        await world.DeliverAsync(SampleLetter.Ana("Hers.", "hers@mail.example"));
        Assert.Equal("blocked.sender", (await world.LettersAsync()).Single(l => l.Content!.Text == "Hers.").Rule);
    }

    private async Task<LetterWorld> RailAsync() => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
}
