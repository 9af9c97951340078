using System.Text.RegularExpressions;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Functions.Deployed;

public sealed partial class DeployedPublishingTests(AzuriteFixture azurite, PublishedApp app)
{
    [Fact]
    public async Task An_upload_is_live_on_its_page_and_in_the_feed_leaves_when_it_is_deleted_and_returns_as_the_same_episode()
    {
        await using var station = await Deployment.StartAsync(azurite.NewAccount(), await app.FolderAsync());
        await station.World.UploadAsync("rail/day.md", "---\ntitle: Day trains\ndate: 2026-02-01\n---\nThey run.\n");
        await station.World.StoreAsync("rail/night.mp3", Recordings.Mp3());
        await station.World.UploadAsync("rail/night.md", "---\ntitle: Night trains\ndate: 2026-02-03\n---\nThey run again.\n");
        await station.ShowsAsync("rail/night/index.html", "They run again.");
        await station.ShowsAsync("rail/feed.xml", "Night trains");
        var guid = await GuidAsync(station);

        await station.World.DeleteAsync("rail/night.mp3");
        await station.World.DeleteAsync("rail/night.md");
        await station.QuietAsync();
        Assert.Null(await station.World.ReadAsync("rail/night/index.html"));
        Assert.DoesNotContain("Night trains", await station.World.ReadAsync("rail/feed.xml"), StringComparison.Ordinal);

        await station.World.StoreAsync("rail/night.mp3", Recordings.Mp3());
        await station.World.UploadAsync("rail/night.md", "---\ntitle: Night trains\ndate: 2026-02-03\n---\nThey run once more.\n");
        await station.ShowsAsync("rail/night/index.html", "They run once more.");
        await station.ShowsAsync("rail/feed.xml", "Night trains");
        Assert.Equal(guid, await GuidAsync(station));
        Assert.Equal(0, await station.App.StopAsync());
    }

#if DEBUG
    [Fact]
    public async Task On_a_developers_machine_the_build_finds_uploads_by_polling()
    {
        // These tests reference the build, so its output lies beside them.
        await using var station = await Deployment.StartAsync(azurite.NewAccount(), AppContext.BaseDirectory);
        await station.World.StoreAsync("rail/night.txt", "Night trains\nThey run again.\nThe text.\n");
        await station.ShowsAsync("rail/night/index.html", "Night trains");
        Assert.Equal(1, station.App.Tally.Succeeded("EpisodeUploaded"));
    }
#endif

    private static async Task<string> GuidAsync(Deployment station) =>
        Item().Match((await station.World.ReadAsync("rail/feed.xml"))!).Groups["guid"].Value;

    [GeneratedRegex(@"<title>Night trains</title>.*?<guid[^>]*>(?<guid>[^<]+)</guid>", RegexOptions.Singleline)]
    private static partial Regex Item();
}
