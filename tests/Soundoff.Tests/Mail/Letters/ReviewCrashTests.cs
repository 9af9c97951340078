using System.Collections.Concurrent;
using Soundoff.Mail.Reviewing;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

/// <summary>Every storage operation of a decision fails once, before and after its effect. The same form sent again does what was wished, and the form then acts no more.</summary>
public sealed class ReviewCrashTests(AzuriteFixture azurite)
{
    private const int SideBySide = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LetterActions.Nameless, false)]
    [InlineData(LetterActions.Nameless, true)]
    [InlineData(LetterActions.Edit, false)]
    [InlineData(LetterActions.Edit, true)]
    [InlineData(LetterActions.Block, false)]
    [InlineData(LetterActions.Block, true)]
    [InlineData(LetterActions.Erase, false)]
    [InlineData(LetterActions.Erase, true)]
    public async Task A_crash_anywhere_loses_no_wish(LetterActions action, bool afterEffect)
    {
        var before = await PublishedAsync();
        var sound = new FaultPolicy();
        var expected = await RunAsync(before, sound, action, null, afterEffect);
        Assert.True(sound.Handled > 3, "The faults never reached the act.");

        var failures = new ConcurrentBag<string>();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = Cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(1, sound.Handled), limit, async (at, _) =>
        {
            var state = await RunAsync(before, new FaultPolicy(), action, at, afterEffect);
            if (state != expected) failures.Add($"A fault at operation {at} left another state:\n{PublishedState.Difference(expected, state)}");
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{action}: {sound.Handled} operations broken {(afterEffect ? "after" : "before")} their effect.");
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(3)));
    }

    private async Task<string> RunAsync(AccountCopy before, FaultPolicy policy, LetterActions action, int? failAt, bool afterEffect)
    {
        await using var world = await CreateAsync(policy);
        await before.PutAsync(world.Account);
        var letter = await FirstAsync(world);
        var tokens = world.Get<MailTokens>();
        var host = await tokens.HostLinkAsync("rail", letter.Id, LetterActions.Host, Cancellation);
        var review = world.Get<LetterReview>();
        var token = action == LetterActions.Erase ? await tokens.FreshLinkAsync("rail", letter.Id, Cancellation) : host;
        var form = new ReviewForm { Action = action, Form = (await review.OpenAsync(token, Cancellation)).Page!.Form, Text = action == LetterActions.Edit ? "Never late." : null };
        policy.Reset();
        (policy.FailAt, policy.AfterEffect) = (failAt, afterEffect);
        await SendAsync(review, token, form);
        policy.Stop();
        await world.SettleAsync();
        Assert.NotEqual(ReviewOutcome.Done, await review.ActAsync(token, form, Cancellation));
        return await KeptState.OfAsync(world);
    }

    // A letter on its page, and another of the same author.
    private async Task<AccountCopy> PublishedAsync()
    {
        await using var world = await (await CreateAsync(new())).WithRailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await world.DeliverAsync(SampleLetter.Ana("Another one.", "two@mail.example"));
        await new Review(world, await world.Get<MailTokens>().HostLinkAsync("rail", (await FirstAsync(world)).Id, LetterActions.Host, Cancellation)).DoAsync(LetterActions.Publish);
        return await AccountCopy.OfAsync(world.Account);
    }

    private static async Task<Soundoff.Mail.Letters.Letter> FirstAsync(LetterWorld world) => (await world.LettersAsync()).Single(l => l.Content!.MessageId == "one@mail.example");

    private Task<LetterWorld> CreateAsync(FaultPolicy policy) => LetterWorld.CreateAsync(azurite.NewAccount(), policy, null, ("Mail:Secret", new string('s', 32)));

    // A browser that got no answer sends the same form again.
    private static async Task SendAsync(LetterReview review, string token, ReviewForm form)
    {
        try
        {
            Assert.Equal(ReviewOutcome.Done, await review.ActAsync(token, form, Cancellation));
        }
        catch (CrashException)
        {
            Assert.Contains(await review.ActAsync(token, form, Cancellation), new[] { ReviewOutcome.Done, ReviewOutcome.Gone, ReviewOutcome.FormUsed });
        }
    }
}
