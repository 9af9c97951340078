using Microsoft.Extensions.DependencyInjection;
using Soundoff.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>Former addresses of a feed.</summary>
public sealed class FeedAliasTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_former_address_answers_with_the_same_bytes_until_it_is_given_up_and_the_report_says_what_directories_want()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await SettingsAsync("feed: { aliases: [rss, feeds/old.xml] }");
        await world.StoreAsync("rail/night.mp3", Recordings.Mp3());
        await world.UploadAsync("rail/night.md", "---\ntitle: Night trains\ndate: 2026-02-03\n---\nThey run again.\n");
        await world.SettleAsync();

        var feed = await world.ReadAsync("rail/feed.xml");
        Assert.Contains("Night trains", feed);
        Assert.Equal(feed, await world.ReadAsync("rail/rss"));
        Assert.Equal(feed, await world.ReadAsync("rail/feeds/old.xml"));
        var report = await world.Services.GetRequiredService<Reports>().FindAsync("rail", "show", TestContext.Current.CancellationToken);
        Assert.Equal([false, false, false, false, true], report!.Directories!.Select(d => d.Takes));

        await SettingsAsync("feed: { aliases: [rss] }");
        await world.SettleAsync();
        Assert.Equal(["rail/rss"], (await world.PathsAsync()).Where(path => path is "rail/rss" or "rail/feeds/old.xml"));

        foreach (var file in new[] { "show.yaml", "night.mp3", "night.md" }) await world.DeleteAsync("rail/" + file);
        await world.SettleAsync();
        Assert.DoesNotContain("rail/rss", await world.PathsAsync());

        Task SettingsAsync(string feed) => world.UploadAsync("rail/show.yaml", $"title: Rail\nlanguage: en\n{feed}\n");
    }
}
