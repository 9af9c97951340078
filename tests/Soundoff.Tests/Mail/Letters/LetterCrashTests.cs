using System.Collections.Concurrent;
using Soundoff.Account;
using Soundoff.Mail;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Sending;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

/// <summary>
/// Every storage operation and every sending of a letter's way from the webhook to the page fails once, before and after its effect. Handled again, nothing is
/// lost, hosts have their forward, and the listener has one acknowledgement at most.
/// </summary>
public sealed class LetterCrashTests(AzuriteFixture azurite)
{
    private const int SideBySide = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_anywhere_loses_nothing_and_repeats_nothing_to_the_listener(bool afterEffect)
    {
        await using var rail = await (await CreateAsync(new())).WithRailAsync();
        var before = await AccountCopy.OfAsync(rail.Account);
        var sound = new FaultPolicy();
        var (expected, wholly) = await RunAsync(before, sound, null, afterEffect);
        Assert.Equal((1, 1), wholly);
        Assert.True(sound.Handled > (afterEffect ? 15 : 40), "The faults never reached the handlers.");

        var failures = new ConcurrentBag<string>();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(1, sound.Handled), limit, async (at, _) =>
        {
            var (state, (forwards, acknowledgements)) = await RunAsync(before, new FaultPolicy(), at, afterEffect);
            if (forwards is < 1 or > 2) failures.Add($"A fault at operation {at} sent {forwards} forwards.");
            if (acknowledgements > 1) failures.Add($"A fault at operation {at} sent {acknowledgements} acknowledgements.");
            if (state != expected) failures.Add($"A fault at operation {at} left another state:\n{PublishedState.Difference(expected, state)}");
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{sound.Handled} operations broken {(afterEffect ? "after" : "before")} their effect.");
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(3)));
    }

    [Fact]
    public async Task A_message_handled_again_after_its_address_went_to_another_show_is_no_second_letter()
    {
        var policy = new FaultPolicy { AfterEffect = true };
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount(), policy, null, ("Mail:Secret", new string('s', 32)));
        var at = 0;
        for (var isCrashed = true; isCrashed;)
        {
            await AddressAsync(world, ++at % 2 == 0 ? "bus" : "rail");
            await world.PostAsync(SampleLetter.From("Ana Ruiz", $"ana{at}@example.com", $"Letter {at}.", $"m{at}@mail.example"), $"ana{at}@example.com", "contact@radio.example");
            policy.Reset();
            policy.FailAt = at;
            var wakeUp = (await new Azure.Storage.Queues.QueueClient(world.Connection, Queues.Letters).PeekMessageAsync(TestContext.Current.CancellationToken)).Value.MessageText;
            isCrashed = await Record.ExceptionAsync(() => world.Get<LetterReceiver>().HandleAsync(wakeUp, TestContext.Current.CancellationToken)) is CrashException;
            policy.Stop();

            await AddressAsync(world, at % 2 == 0 ? "rail" : "bus");
            await world.SettleAsync();
            var letters = (await world.LettersAsync("rail")).Concat(await world.LettersAsync("bus")).Concat(await world.LettersAsync(LetterStore.NoShow));
            Assert.Single(letters, letter => letter.Content!.MessageId == $"m{at}@mail.example");
            Assert.True(world.SentTo($"ana{at}@example.com").Count <= 1);
        }

        Assert.True(at > 4, "The faults never reached the handler.");
    }

    private static async Task AddressAsync(LetterWorld world, string owner)
    {
        foreach (var show in new[] { "rail", "bus" })
            await world.UploadAsync($"{show}/show.yaml", $"title: {show}\nlanguage: en\ncontact: {(show == owner ? "contact" : "other")}@radio.example\nmail: {{ hosts: [ida@hosts.example] }}\n");
        await world.SettleAsync();
    }

    private async Task<(string State, (int Forwards, int Acknowledgements) Sent)> RunAsync(AccountCopy before, FaultPolicy policy, int? failAt, bool afterEffect)
    {
        await using var world = await CreateAsync(policy);
        await before.PutAsync(world.Account);
        policy.Reset();
        (policy.FailAt, policy.AfterEffect) = (failAt, afterEffect);
        await AgainAsync(() => world.PostAsync(SampleLetter.Ana(), LetterWorld.Ana, "contact+night@radio.example"));
        await world.SettleAsync(crashes: true);
        await AgainAsync(() => PublishAsync(world));
        await world.SettleAsync(crashes: true);
        policy.Stop();
        return (await KeptState.OfAsync(world), (world.SentTo(LetterWorld.Ida).Count, world.SentTo(LetterWorld.Ana).Count));
    }

    private Task<LetterWorld> CreateAsync(FaultPolicy policy) =>
        LetterWorld.CreateAsync(azurite.NewAccount(), policy, inner => new BreakingSender(inner, policy), ("Mail:Secret", new string('s', 32)));

    private static async Task PublishAsync(LetterWorld world)
    {
        var token = world.SentTo(LetterWorld.Ida)[0].Token;
        var review = world.Get<LetterReview>();
        var page = (await review.OpenAsync(token, TestContext.Current.CancellationToken)).Page!;
        Assert.Equal(ReviewOutcome.Done, await review.ActAsync(token, new() { Action = LetterActions.Publish, Form = page.Form }, TestContext.Current.CancellationToken));
    }

    // Whoever calls over HTTP, a provider or a person, calls again when the answer is an error.
    private static async Task AgainAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (CrashException)
        {
            await call();
        }
    }

    private sealed class BreakingSender(IMailSender inner, FaultPolicy policy) : IMailSender
    {
        public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            var result = SendResult.Sent;
            await policy.PassAsync(async () => result = await inner.SendAsync(mail, cancellation));
            return result;
        }
    }
}
