using Soundoff.Mail;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Sorting;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

public sealed class LetterJourneyTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_is_kept_forwarded_and_acknowledged()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());

        var letter = await world.OnlyLetterAsync();
        Assert.Equal((MailClass.Letter, "letter", "night", "episode.recipient"), (letter.Class, letter.Rule, letter.Episode, letter.EpisodeRule));
        Assert.Equal(SampleLetter.Text, letter.Content!.Text);

        var forward = Assert.Single(world.SentTo(LetterWorld.Ida));
        Assert.Equal("[Night trains] About sleepers", forward.Subject);
        Assert.Equal("Ana Ruiz via Rail", forward.FromName);
        Assert.StartsWith("reply+", forward.ReplyTo, StringComparison.Ordinal);
        Assert.StartsWith(SampleLetter.Text, forward.Text, StringComparison.Ordinal);
        Assert.Contains("SPF: passed", forward.Text, StringComparison.Ordinal);

        var acknowledgement = Assert.Single(world.SentTo(LetterWorld.Ana));
        Assert.Equal(("auto-replied", "All", "auto_reply"), (acknowledgement.Header("Auto-Submitted"), acknowledgement.Header("X-Auto-Response-Suppress"), acknowledgement.Header("Precedence")));
        Assert.Equal("<one@mail.example>", acknowledgement.Header("In-Reply-To"));
        Assert.Equal("contact+night@radio.example", acknowledgement.From);
        Assert.All([forward, acknowledgement], mail => Assert.Equal("rail", mail.Header(OwnMail.LoopHeader)));
    }

    [Theory]
    [InlineData("de", "Danke")]
    [InlineData("fr-ca", "Merci")]
    [InlineData("es", "Gracias")]
    [InlineData("it", "Grazie")]
    [InlineData("pt-br", "Obrigado")]
    [InlineData("nl", "Dank")]
    [InlineData("ar", "شكرًا")]
    [InlineData("fi", "Thank you")]
    public async Task The_acknowledgement_speaks_the_shows_language(string language, string word)
    {
        await using var world = await RailAsync();
        await world.UploadAsync("rail/show.yaml", $"title: Rail\nlanguage: {language}\ncontact: contact@radio.example\n");
        await world.SettleAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        Assert.Contains(word, Assert.Single(world.SentTo(LetterWorld.Ana)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_letter_of_a_day_is_forwarded_and_not_acknowledged()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.Ana("And one more thing.", "two@mail.example"));
        Assert.Equal(2, world.SentTo(LetterWorld.Ida).Count);
        Assert.Single(world.SentTo(LetterWorld.Ana));

        world.Clock.Now = world.Clock.Now.AddDays(1);
        await world.DeliverAsync(SampleLetter.Ana("Good morning.", "three@mail.example"));
        Assert.Equal(2, world.SentTo(LetterWorld.Ana).Count);
    }

    [Fact]
    public async Task The_same_message_over_another_way_is_dropped()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.Ana(), to: "contact@radio.example");
        var letter = await world.OnlyLetterAsync();
        Assert.Single(world.SentTo(LetterWorld.Ida));
        Assert.Equal([$"inbound/2026-03-01/{letter.Id}.eml", $"inbound/2026-03-01/{letter.Id}.json"], await world.BlobsAsync("inbound/"));
    }

    [Fact]
    public async Task A_wake_up_that_comes_again_is_the_same_letter_and_sends_nothing_again()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var letter = await world.OnlyLetterAsync();
        await world.Get<LetterReceiver>().HandleAsync(letter.Id, Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Get<LetterReceiver>().HandleAsync(letter.Id, Cancellation)));

        var again = await world.OnlyLetterAsync();
        Assert.Equal((letter.Id, MailClass.Letter, letter.ETag), (again.Id, again.Class, again.ETag));
        Assert.Equal((1, 1), (world.SentTo(LetterWorld.Ida).Count, world.SentTo(LetterWorld.Ana).Count));
        Assert.Equal(2, (await world.BlobsAsync("inbound/")).Count);
    }

    [Fact]
    public async Task A_message_handled_by_several_at_once_is_one_letter()
    {
        await using var world = await RailAsync();
        await world.PostAsync(SampleLetter.Ana(), LetterWorld.Ana, "contact+night@radio.example");
        var id = Path.GetFileNameWithoutExtension((await world.BlobsAsync("inbound/"))[0]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Get<LetterReceiver>().HandleAsync(id, Cancellation)));
        await world.SettleAsync();
        Assert.Equal(MailClass.Letter, (await world.OnlyLetterAsync()).Class);
        Assert.Single(world.SentTo(LetterWorld.Ana));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_posted_again_after_midnight_is_the_first_letter_whichever_is_handled_first(bool firstComesLast)
    {
        await using var world = await RailAsync();
        world.Clock.Now = new(2026, 3, 1, 23, 59, 0, TimeSpan.Zero);
        await world.PostAsync(SampleLetter.Ana(), LetterWorld.Ana, "contact+night@radio.example");
        world.Clock.Now = world.Clock.Now.AddMinutes(5);
        await world.PostAsync(SampleLetter.Ana(), LetterWorld.Ana, "contact+night@radio.example");
        var ids = (await world.BlobsAsync("inbound/")).Where(b => b.EndsWith(".eml", StringComparison.Ordinal)).Select(b => Path.GetFileNameWithoutExtension(b)).ToList();
        Assert.Equal(2, ids.Count);
        if (firstComesLast) ids.Reverse();
        foreach (var id in ids.Append(ids[0])) await world.Get<LetterReceiver>().HandleAsync(id, Cancellation);
        await world.SettleAsync();

        var letter = await world.OnlyLetterAsync();
        Assert.Equal((ids[0], MailClass.Letter), (letter.Id, letter.Class));
        Assert.Equal((1, 1), (world.SentTo(LetterWorld.Ida).Count, world.SentTo(LetterWorld.Ana).Count));
        // Of the other nothing is left.
        Assert.All(await world.BlobsAsync("inbound/"), blob => Assert.Contains(ids[0], blob, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_publishes_and_the_page_shows_it_until_it_is_hidden()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana(SampleLetter.Text + "\nana@example.com <b>bold</b>\n\nAna, Lisbon"));
        var review = new Review(world, world.SentTo(LetterWorld.Ida)[0].Token);

        Assert.Equal(ReviewOutcome.Done, await review.DoAsync(LetterActions.Publish));
        var page = await world.PageAsync();
        Assert.Contains("<p dir=\"auto\">The sleeper to Trieste was never late.</p>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Ana</bdi>, <bdi>Lisbon</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain(LetterWorld.Ana, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruiz", page, StringComparison.Ordinal);

        Assert.Equal(ReviewOutcome.Done, await review.DoAsync(LetterActions.Nameless));
        Assert.Contains("A listener", await world.PageAsync(), StringComparison.Ordinal);

        Assert.Equal(ReviewOutcome.Done, await review.DoAsync(LetterActions.Hide));
        Assert.DoesNotContain("Trieste", await world.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_letter_is_edited_and_moved()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var review = new Review(world, world.SentTo(LetterWorld.Ida)[0].Token);
        await review.DoAsync(LetterActions.Publish);
        Assert.Equal(ReviewOutcome.Done, await review.DoAsync(LetterActions.Edit, text: "Never late."));
        Assert.Contains("Never late.", await world.PageAsync(), StringComparison.Ordinal);

        Assert.Equal(ReviewOutcome.UnknownEpisode, await review.DoAsync(LetterActions.Move, episode: "nowhere"));
        Assert.Equal(ReviewOutcome.Done, await review.DoAsync(LetterActions.Move, episode: "first"));
        Assert.DoesNotContain("Never late.", await world.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("Never late.", await world.PageAsync("first"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LetterActions.Publish, "Please do not publish this.", null, ReviewOutcome.NeedsOverride)]
    [InlineData(LetterActions.Edit, "It was never late.", 20_001, ReviewOutcome.TextUnfit)]
    public async Task What_is_refused_leaves_the_letter_with_its_episode(LetterActions action, string words, int? length, ReviewOutcome refusal)
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana(words));
        var review = new Review(world, world.SentTo(LetterWorld.Ida)[0].Token);
        Assert.Equal(refusal, await review.DoAsync(action, length is { } signs ? new('a', signs) : null, episode: "first"));
        Assert.Equal("night", (await world.LettersAsync()).Single().Episode);
    }

    [Fact]
    public async Task Do_not_publish_is_overridden_in_writing_only()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana("The clock was mine.\n\nPlease do not publish this."));
        var forward = world.SentTo(LetterWorld.Ida)[0];
        Assert.Contains("NOT to be published", forward.Text, StringComparison.Ordinal);
        var review = new Review(world, forward.Token);
        Assert.Equal(ReviewOutcome.NeedsOverride, await review.DoAsync(LetterActions.Publish));
        Assert.Equal(ReviewOutcome.NeedsOverride, await review.DoAsync(LetterActions.Publish, reason: "yes"));
        Assert.DoesNotContain("The clock was mine.", await world.PageAsync(), StringComparison.Ordinal);

        Assert.Equal(ReviewOutcome.Done, await review.DoAsync(LetterActions.Publish, reason: "She agreed by telephone today."));
        Assert.Contains("The clock was mine.", await world.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_changes_nothing_and_a_form_acts_once()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var token = world.SentTo(LetterWorld.Ida)[0].Token;
        var review = world.Get<LetterReview>();
        var page = (await review.OpenAsync(token, Cancellation)).Page!;
        Assert.Equal(("Rail", "Night trains", LetterActions.Host), (page.Show.Title, page.EpisodeTitle, page.Allowed));
        Assert.Equal(LetterState.Waiting, (await world.OnlyLetterAsync()).State);

        var form = new ReviewForm { Action = LetterActions.Hide, Form = page.Form };
        Assert.Equal(ReviewOutcome.Done, await review.ActAsync(token, form, Cancellation));
        Assert.Equal(ReviewOutcome.FormUsed, await review.ActAsync(token, form with { Action = LetterActions.Publish }, Cancellation));
        Assert.Equal(ReviewOutcome.FormUsed, await review.ActAsync(token, form, Cancellation));
        Assert.Equal(ReviewOutcome.FormInvalid, await review.ActAsync(token, form with { Form = "made.up" }, Cancellation));
        Assert.Equal(ReviewOutcome.NotAllowed, await new Review(world, token).DoAsync(LetterActions.Erase));

        world.Clock.Now = world.Clock.Now.AddDays(31);
        Assert.Equal(ReviewOutcome.LinkExpired, (await review.OpenAsync(token, Cancellation)).Outcome);
        Assert.Equal(ReviewOutcome.LinkExpired, await review.ActAsync(token, form, Cancellation));
    }

    [Fact]
    public async Task A_blocked_author_is_heard_no_more()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Block);
        world.Clock.Now = world.Clock.Now.AddDays(2);
        await world.DeliverAsync(SampleLetter.Ana("Me again.", "two@mail.example"));
        Assert.Equal(MailClass.Blocked, (await world.LettersAsync())[0].Class);
        Assert.Single(world.SentTo(LetterWorld.Ida));
        Assert.Single(world.SentTo(LetterWorld.Ana));
    }

    [Fact]
    public async Task The_listener_withdraws_a_published_letter_and_it_stays_withdrawn()
    {
        await using var world = await RailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var host = new Review(world, world.SentTo(LetterWorld.Ida)[0].Token);
        var listener = new Review(world, world.SentTo(LetterWorld.Ana)[0].Token);
        await host.DoAsync(LetterActions.Publish);
        Assert.Equal(ReviewOutcome.NotAllowed, await listener.DoAsync(LetterActions.Publish));
        Assert.Equal(ReviewOutcome.Done, await listener.DoAsync(LetterActions.Withdraw));
        Assert.DoesNotContain("Trieste", await world.PageAsync(), StringComparison.Ordinal);
        Assert.Equal(ReviewOutcome.Withdrawn, await host.DoAsync(LetterActions.Publish));
    }

    private async Task<LetterWorld> RailAsync() => await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
}

/// <summary>Somebody at the page behind a signed link.</summary>
internal sealed class Review(LetterWorld world, string token)
{
    public async Task<ReviewOutcome> DoAsync(LetterActions action, string? text = null, string? episode = null, string? reason = null)
    {
        var review = world.Get<LetterReview>();
        var page = (await review.OpenAsync(token, TestContext.Current.CancellationToken)).Page!;
        var form = new ReviewForm { Action = action, Form = page.Form, Text = text, Episode = episode, Override = reason };
        var outcome = await review.ActAsync(token, form, TestContext.Current.CancellationToken);
        await world.SettleAsync();
        return outcome;
    }
}
