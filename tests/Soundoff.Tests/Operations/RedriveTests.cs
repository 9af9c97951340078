using Soundoff.Account;
using Soundoff.Operations;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Operations;

public sealed class RedriveTests(AzuriteFixture azurite)
{
    private static readonly string[] Poisoned = ["one", "two", "three"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A run makes three requests for each message and some to look.</summary>
    public static TheoryData<int, bool> Places => [.. from at in Enumerable.Range(1, 8) from late in new[] { false, true } select (at, late)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Interrupted_anywhere_no_message_is_lost(int at, bool late)
    {
        var faults = new FaultPolicy();
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount(), faults);
        var (poison, home) = (world.Account.Queue(Queues.Poison(Queues.Letters)), world.Account.Queue(Queues.Letters));
        foreach (var text in Poisoned) await poison.SendMessageAsync(text, Cancellation);
        faults.Reset();
        (faults.FailAt, faults.AfterEffect) = (at, late);
        try
        {
            await world.Get<Redrive>().RunAsync(Queues.Letters, Cancellation);
        }
        catch (CrashException)
        {
            // What stands for the process ending.
        }

        faults.Stop();
        // Those in hand are out of sight and still there: counted as the service counts them.
        var left = (await poison.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;
        var back = (await home.PeekMessagesAsync(32, Cancellation)).Value.Select(message => message.MessageText).ToList();
        Assert.InRange(left + back.Count, Poisoned.Length, Poisoned.Length + 1);
        Assert.Equal(Poisoned.Take(back.Count), back);
        Assert.True(back.Count >= Poisoned.Length - left, "A message is on neither queue.");
    }

    [Fact]
    public async Task A_poison_queue_that_was_never_made_holds_nothing()
    {
        await using var world = await LetterWorld.CreateAsync(azurite.NewAccount());
        await world.Account.Queue(Queues.Poison(Queues.Letters)).DeleteAsync(Cancellation);
        Assert.Equal(0, await world.Get<Redrive>().RunAsync(Queues.Letters, Cancellation));
    }
}
