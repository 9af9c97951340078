using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Visiting;

/// <summary>The page behind signed links, through the functions.</summary>
public sealed class ReviewVisitTests(AzuriteFixture azurite)
{
    internal const string WithFiles = """
        From: Ana Ruiz <ana@example.com>
        To: contact@radio.example
        Subject: About sleepers
        Message-ID: <files@mail.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain; charset=utf-8

        The sleeper to Trieste was never late.
        --x
        Content-Type: audio/wav; name="memo.wav"
        Content-Disposition: attachment; filename="memo.wav"
        Content-Transfer-Encoding: base64

        UklGRiwAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQgAAAAAAAAAAAAAAA==
        --x
        Content-Type: image/svg+xml; name="drawing.svg"
        Content-Disposition: attachment; filename="drawing.svg"

        <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
        --x
        Content-Type: text/plain; name="page.txt"
        Content-Disposition: attachment; filename="page.txt"

        <script>alert(1)</script>
        --x--
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_scanner_changes_nothing()
    {
        await using var world = await DeliveredAsync();
        var (visits, token) = (new Visits(world), HostToken(world));
        foreach (var action in LetterActionNames.All.Select(LetterActionNames.Of).Append(null).Append("nonsense"))
        {
            var page = await visits.ReviewAsync(token, action);
            Assert.Equal(200, page.Status);
            Assert.Contains("never late", page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(LetterState.Waiting, (await world.OnlyLetterAsync()).State);
        Assert.DoesNotContain("Trieste", await world.PageAsync(), StringComparison.Ordinal);
        Assert.Empty(await world.BlobsAsync("forms/"));
    }

    [Fact]
    public async Task The_hosts_page_leads_to_the_episode_and_names_the_rule_only_where_it_tells_more_than_the_class()
    {
        await using var world = await DeliveredAsync();
        var page = await new Visits(world).ReviewAsync(HostToken(world));
        Assert.Contains("<a href=\"https://radio.example/rail/night/\">", page.Html, StringComparison.Ordinal);
        Assert.Contains(">a letter<", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("nameless")]
    [InlineData("hide")]
    [InlineData("block")]
    public async Task A_link_in_the_mail_chooses_beforehand(string action)
    {
        await using var world = await DeliveredAsync();
        Assert.Contains($"?action={action}", world.SentTo(LetterWorld.Ida)[0].Text, StringComparison.Ordinal);
        Assert.Equal(action, (await new Visits(world).ReviewAsync(HostToken(world), action)).Chosen);
    }

    [Fact]
    public async Task A_host_publishes_an_edited_letter_and_hides_it_again()
    {
        await using var world = await DeliveredAsync();
        var (visits, token) = (new Visits(world), HostToken(world));
        var page = await visits.ReviewAsync(token);
        var done = await visits.ReviewAsync(token, null, ("form", page.Form), ("action", "publish"), ("text", "Never late,\r\nsays <Ana>."), ("episode", "https://radio.example/rail/first/"));
        Assert.Equal((200, "Done"), (done.Status, done.Title));
        await world.SettleAsync();
        Assert.Contains("Never late,<br>says &lt;Ana&gt;.", await world.PageAsync("first"), StringComparison.Ordinal);
        Assert.DoesNotContain("Never late", await world.PageAsync(), StringComparison.Ordinal);

        await visits.ReviewAsync(token, null, ("form", (await visits.ReviewAsync(token)).Form), ("action", "hide"));
        await world.SettleAsync();
        Assert.DoesNotContain("Never late", await world.PageAsync("first"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_told_and_what_was_written_is_kept()
    {
        await using var world = await DeliveredAsync("The clock was mine.\n\nPlease do not publish this.");
        var (visits, token) = (new Visits(world), HostToken(world));
        var page = await visits.ReviewAsync(token);
        Assert.Contains("asks not to be published", page.Html, StringComparison.Ordinal);

        var refused = await visits.ReviewAsync(token, null, ("form", page.Form), ("action", "publish"), ("text", "Edited by hand."), ("reason", "yes"));
        Assert.Equal((400, "publish"), (refused.Status, refused.Chosen));
        Assert.Contains("why it may be published", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("Edited by hand.</textarea>", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"yes\"", refused.Html, StringComparison.Ordinal);

        var again = await visits.ReviewAsync(token, null, ("form", page.Form), ("action", "publish"), ("text", "Edited by hand."), ("reason", "She agreed by telephone."));
        Assert.Equal(200, again.Status);
        Assert.Equal("She agreed by telephone.", (await world.OnlyLetterAsync()).Content!.Override);
    }

    [Fact]
    public async Task Two_presses_at_once_act_once()
    {
        await using var world = await DeliveredAsync();
        var review = world.Get<LetterReview>();
        var token = HostToken(world);
        var form = (await review.OpenAsync(token, Cancellation)).Page!.Form;
        var wishes = new[] { LetterActions.Publish, LetterActions.Hide, LetterActions.Publish, LetterActions.Block, LetterActions.Withdraw };
        var outcomes = await Task.WhenAll(wishes.Select(async wish => (Wish: wish, Outcome: await review.ActAsync(token, new() { Action = wish, Form = form }, Cancellation))));
        await world.SettleAsync();
        Assert.All(outcomes, o => Assert.Contains(o.Outcome, new[] { ReviewOutcome.Done, ReviewOutcome.FormUsed }));
        Assert.Single(outcomes.Where(o => o.Outcome == ReviewOutcome.Done).Select(o => o.Wish).Distinct());
        Assert.InRange((await world.PageAsync()).Split("class=\"letter-card\"").Length - 1, 0, 1);

        // Pressed again, and with the token written in another way: it has acted.
        var done = outcomes.First(o => o.Outcome == ReviewOutcome.Done).Wish;
        foreach (var written in Enumerable.Range(0, 64).Select(n => form[..^1] + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[n]))
            Assert.NotEqual(ReviewOutcome.Done, await review.ActAsync(token, new() { Action = done, Form = written }, Cancellation));
    }

    [Fact]
    public async Task A_form_that_was_used_shows_how_the_letter_stands_now()
    {
        await using var world = await DeliveredAsync();
        var (visits, token) = (new Visits(world), HostToken(world));
        var form = (await visits.ReviewAsync(token)).Form;
        await visits.ReviewAsync(token, null, ("form", form), ("action", "publish"));
        var second = await visits.ReviewAsync(token, null, ("form", form), ("action", "publish"));
        Assert.Equal(409, second.Status);
        Assert.Contains("done already", second.Problem, StringComparison.Ordinal);
        Assert.Contains("<dd dir=\"auto\">Published</dd>", second.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_expired_and_erased_are_told_apart()
    {
        await using var world = await DeliveredAsync();
        var (visits, token) = (new Visits(world), HostToken(world));
        var form = (await visits.ReviewAsync(token)).Form;
        foreach (var forged in new[] { "x", "a.b", token[..^3], token + "x" })
        {
            Assert.Equal((404, "This link leads nowhere"), Told(await visits.ReviewAsync(forged)));
            Assert.Equal((404, "This link leads nowhere"), Told(await visits.ReviewAsync(forged, null, ("form", form), ("action", "publish"))));
        }

        world.Clock.Now = world.Clock.Now.AddDays(31);
        Assert.Equal((410, "This link has expired"), Told(await visits.ReviewAsync(token)));
        Assert.Equal((410, "This link has expired"), Told(await visits.ReviewAsync(token, null, ("form", form), ("action", "publish"))));

        var listener = world.SentTo(LetterWorld.Ana)[0].Token;
        await visits.ReviewAsync(listener, null, ("form", (await visits.ReviewAsync(listener)).Form), ("action", "renew"));
        var fresh = world.SentTo(LetterWorld.Ana)[^1].Token;
        var erased = await visits.ReviewAsync(fresh, null, ("form", (await visits.ReviewAsync(fresh)).Form), ("action", "erase"));
        Assert.Contains("Everything is erased", erased.Html, StringComparison.Ordinal);
        Assert.Equal((410, "This letter is gone"), Told(await visits.ReviewAsync(fresh)));
        Assert.Empty(await world.LettersAsync());
    }

    [Fact]
    public async Task A_form_of_another_link_or_of_a_page_elsewhere_does_nothing()
    {
        await using var world = await DeliveredAsync();
        var (visits, token) = (new Visits(world), HostToken(world));
        var listener = world.SentTo(LetterWorld.Ana)[0].Token;
        Assert.Equal(400, (await visits.ReviewAsync(token, null, ("form", (await visits.ReviewAsync(listener)).Form), ("action", "publish"))).Status);
        Assert.Equal(400, (await visits.ReviewAsync(listener, null, ("form", (await visits.ReviewAsync(listener)).Form), ("action", "publish"))).Status);
        Assert.Equal(LetterState.Waiting, (await world.OnlyLetterAsync()).State);
    }

    [Fact]
    public async Task A_listener_sees_the_own_letter_and_nothing_that_is_the_hosts()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(WithFiles);
        var page = await new Visits(world).ReviewAsync(world.SentTo(LetterWorld.Ana)[0].Token);
        Assert.Contains("never late", page.Html, StringComparison.Ordinal);
        Assert.Equal(2, page.Html.Split("type=\"radio\"").Length - 1);
        foreach (var hidden in new[] { "memo.wav", "Spam score", "Taken for", "textarea", LetterWorld.Ana }) Assert.DoesNotContain(hidden, page.Html, StringComparison.Ordinal);
        Assert.Equal(404, (await new Visits(world).FileAsync(world.SentTo(LetterWorld.Ana)[0].Token, 0)).Status);
    }

    [Fact]
    public async Task Files_play_for_hosts_and_run_nothing()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(WithFiles);
        var (visits, token) = (new Visits(world), HostToken(world));
        var page = await visits.ReviewAsync(token);
        Assert.Contains($"<audio controls preload=\"none\" src=\"letter/{(await world.OnlyLetterAsync()).Id}/0\"", page.Html, StringComparison.Ordinal);

        var sound = await visits.FileAsync(token, 0);
        Assert.Equal((200, "audio/wav"), (sound.Status, sound.Type));
        Assert.StartsWith("inline", sound.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        var part = await visits.FileAsync(token, 0, "bytes=0-3");
        Assert.Equal((206, "RIFF"), (part.Status, part.Html));
        // A drawing can hold programs: it is named and given to nobody.
        Assert.Contains("<bdi>drawing.svg</bdi>", page.Html, StringComparison.Ordinal);
        Assert.Equal(404, (await visits.FileAsync(token, 1)).Status);
        var other = await visits.FileAsync(token, 2);
        Assert.Equal((200, "application/octet-stream"), (other.Status, other.Type));
        Assert.StartsWith("attachment", other.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", other.Headers.XContentTypeOptions.ToString());
        Assert.Contains("sandbox", other.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, (await visits.FileAsync(token, 3)).Status);
        Assert.Equal(404, (await visits.FileWithAsync("letter=a.b", (await world.OnlyLetterAsync()).Id, 0)).Status);
    }

    [Fact]
    public async Task A_page_is_for_nobodys_cache_list_or_log()
    {
        await using var world = await DeliveredAsync();
        var token = HostToken(world);
        var page = await new Visits(world).ReviewAsync(token);
        Assert.Equal("no-store", page.Headers.CacheControl.ToString());
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"].ToString());
        Assert.Contains("noindex", page.Headers["X-Robots-Tag"].ToString(), StringComparison.Ordinal);
        var policy = page.Headers.ContentSecurityPolicy.ToString();
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("style-src https://radio.example;", policy, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"stylesheet\" href=\"https://radio.example/assets/style-", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(token, world.Log.All, StringComparison.Ordinal);
    }

    private static (int Status, string Title) Told(Visited page) => (page.Status, page.Title);

    private static string HostToken(LetterWorld world) => world.SentTo(LetterWorld.Ida)[0].Token;

    private async Task<LetterWorld> DeliveredAsync(string text = SampleLetter.Text)
    {
        var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana(text));
        return world;
    }

    private async Task<LetterWorld> RailAsync() => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
}
