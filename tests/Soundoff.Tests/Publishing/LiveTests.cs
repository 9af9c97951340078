using Soundoff.Account;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>What is on air, by the clock.</summary>
public sealed class LiveTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_live_item_follows_the_clock_by_one_message_for_each_change_and_becomes_its_episode()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var begins = world.Clock.Now + TimeSpan.FromHours(1);
        await world.UploadAsync("rail/show.yaml", $$"""
            title: Rail
            language: en
            live: { title: The last train, start: "{{begins:yyyy-MM-ddTHH:mm:ssZ}}", end: "{{begins.AddHours(2):yyyy-MM-ddTHH:mm:ssZ}}", stream: "https://stream.example/rail.mp3" }
            """);
        await world.SettleAsync();
        Assert.Equal("pending", await StatusAsync());
        Assert.Equal(1, await WaitingAsync());

        // Whoever looks too early finds nothing to do.
        await LookAsync();
        Assert.Equal("pending", await StatusAsync());

        world.Clock.Now = begins;
        await LookAsync();
        Assert.Equal("live", await StatusAsync());

        world.Clock.Now = begins.AddHours(2);
        await LookAsync();
        Assert.Equal("ended", await StatusAsync());
        var waiting = await WaitingAsync();
        await LookAsync();
        Assert.Equal(waiting, await WaitingAsync());

        var feed = (await world.ReadAsync("rail/feed.xml"))!;
        var guid = feed[feed.IndexOf("<guid", StringComparison.Ordinal)..feed.IndexOf("</guid>", StringComparison.Ordinal)];
        await world.UploadAsync("rail/The last train.mp3", Recordings.Mp3());
        await world.SettleAsync();
        feed = (await world.ReadAsync("rail/feed.xml"))!;
        Assert.DoesNotContain("liveItem", feed);
        Assert.Contains(guid, feed);

        async Task LookAsync()
        {
            await world.PostAsync("rail/show.yaml");
            await world.SettleAsync();
        }

        async Task<int> WaitingAsync() => (await world.Account.Queue(Queues.EpisodeEvents).GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;

        async Task<string> StatusAsync()
        {
            var written = (await world.ReadAsync("rail/feed.xml"))!;
            var at = written.IndexOf("status=\"", StringComparison.Ordinal) + 8;
            return written[at..written.IndexOf('"', at)];
        }
    }
}
