using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Mail;
using Soundoff.Mail.Sending;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Letters;

/// <summary>Letters beyond the hourly limit, which reach the hosts together.</summary>
public sealed class BundleTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Letters_beyond_the_hourly_limit_reach_the_hosts_in_one_mail_with_the_facts_and_links_of_each()
    {
        await using var world = await FloodAsync("mail: { hosts: [ida@hosts.example], lettersPerHour: 3 }", 6);
        Assert.Equal(3, world.SentTo(LetterWorld.Ida).Count);
        Assert.Equal(3, (await world.LettersAsync()).Count(l => l.Quiet));
        Assert.Equal(3, Enumerable.Range(0, 6).Sum(i => world.SentTo($"bo{i}@example.com").Count));

        await world.Get<LetterReceiver>().HandleAsync("bundle:rail", Cancellation);
        var bundle = world.SentTo(LetterWorld.Ida)[^1];
        Assert.Equal(4, world.SentTo(LetterWorld.Ida).Count);
        for (var i = 3; i < 6; i++)
        {
            Assert.Contains($"Letter {i}.", bundle.Text, StringComparison.Ordinal);
            Assert.Contains($"Bo{i} <bo{i}@example.com>", bundle.Text, StringComparison.Ordinal);
            Assert.Contains($"Letter {i}.", bundle.Html, StringComparison.Ordinal);
        }

        Assert.Equal(3, Regex.Count(bundle.Text, @"api/review#[\w.\-]+\?action=publish"));
        Assert.Equal(3, Regex.Count(bundle.Text, @"reply\+[\w.\-]+@radio\.example"));
        Assert.All(await world.LettersAsync(), l => Assert.Single(l.Forwarded));
    }

    [Fact]
    public async Task A_bundle_that_is_asked_for_again_holds_nothing_and_is_not_sent()
    {
        await using var world = await FloodAsync("mail: { hosts: [ida@hosts.example], lettersPerHour: 1 }", 3);
        for (var i = 0; i < 2; i++) await world.Get<LetterReceiver>().HandleAsync("bundle:rail", Cancellation);
        Assert.Equal(2, world.SentTo(LetterWorld.Ida).Count);
    }

    [Fact]
    public async Task A_bundle_that_is_not_taken_is_sent_when_it_is_tried_again()
    {
        await using var world = await FloodAsync("mail: { hosts: [ida@hosts.example], lettersPerHour: 1 }", 3);
        world.Provider.TooMany(world.Clock.Now.AddHours(1));
        await Assert.ThrowsAsync<MailNotSentException>(() => world.Get<LetterReceiver>().HandleAsync("bundle:rail", Cancellation));
        await world.Get<LetterReceiver>().HandleAsync("bundle:rail", Cancellation);
        Assert.Contains("Letter 2.", world.SentTo(LetterWorld.Ida)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_letters_beyond_the_limit_wait_for_one_wake_up_that_comes_after_the_shows_time()
    {
        await using var world = await FloodAsync("mail: { hosts: [ida@hosts.example], lettersPerHour: 1, bundle: 30m }", 4);
        var queue = await world.Account.Queue(Queues.Letters).GetPropertiesAsync(Cancellation);
        Assert.Equal(1, queue.Value.ApproximateMessagesCount);
        var mark = await world.Account.Table(Tables.Letters).GetEntityAsync<TableEntity>("rail", "t:bundle", cancellationToken: Cancellation);
        Assert.Equal(world.Clock.Now.AddMinutes(30), mark.Value.GetDateTimeOffset("Due"));
    }

    private async Task<LetterWorld> FloodAsync(string mail, int letters)
    {
        var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync(mail);
        for (var i = 0; i < letters; i++) await world.DeliverAsync(SampleLetter.From($"Bo{i}", $"bo{i}@example.com", $"Letter {i}.", $"{i}@mail.example"), $"bo{i}@example.com");
        return world;
    }
}
