using Soundoff.Account;
using Soundoff.Search;
using Soundoff.Site;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>What listeners find episodes by follows each upload: the index of search, counts of topics and guests, seasons, episodes akin.</summary>
public class FindingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_index_follows_uploads_changes_and_removals_and_a_year_is_put_together_when_it_has_ended()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/day.md", Notes("Day trains", "2025-11-03", "They rattle along."));
        await world.UploadAsync("rail/night.md", Notes("Night trains", "2025-12-03", "They run again."));
        await world.StoreAsync("rail/night.vtt", "WEBVTT\n\n01:05.000 --> 01:09.000\nThe sleeper stands at the border.\n");
        await world.SettleAsync();
        Assert.Equal(["night"], await FoundAsync(world, "2025-12", "sleeper"));
        Assert.Equal(["night"], await FoundAsync(world, "2025-12", "trains"));
        Assert.Equal(["day"], await FoundAsync(world, "2025-11", "rattle"));
        Assert.Null(await BlockAsync(world, "2025"));
        Assert.Contains("data-blocks=\"2025-12 2025-11\"", await world.ReadAsync("rail/search/index.html"));

        // The first episode of another year closes the year.
        await world.UploadAsync("rail/dawn.md", Notes("Dawn", "2026-01-03", "Still dark."));
        await world.SettleAsync();
        Assert.Equal(["night", "day"], await FoundAsync(world, "2025", "they"));
        Assert.Contains("data-blocks=\"2026-01 2025\"", await world.ReadAsync("rail/search/index.html"));

        // A text that changes, in the year that is closed, and one that goes.
        await world.UploadAsync("rail/day.md", Notes("Day trains", "2025-11-03", "They whisper along."));
        await world.DeleteAsync("rail/night.md");
        await world.DeleteAsync("rail/night.vtt");
        await world.SettleAsync();
        Assert.Equal(["day"], await FoundAsync(world, "2025", "whisper"));
        Assert.Empty(await FoundAsync(world, "2025", "rattle"));
        Assert.Empty(await FoundAsync(world, "2025", "sleeper"));
        Assert.Null(await BlockAsync(world, "2025-12"));
        Assert.DoesNotContain(SitePaths.SearchText("rail", EpisodeText.IdOf("night")), await world.PathsAsync());

        // A date that moves to another month takes its words along; and the year opens again.
        await world.UploadAsync("rail/day.md", Notes("Day trains", "2025-10-03", "They whisper along."));
        await world.DeleteAsync("rail/dawn.md");
        await world.SettleAsync();
        Assert.Equal(["day"], await FoundAsync(world, "2025-10", "whisper"));
        Assert.Contains(SitePaths.SearchText("rail", EpisodeText.IdOf("day")), await world.PathsAsync());
        Assert.Null(await BlockAsync(world, "2025-11"));
        Assert.Null(await BlockAsync(world, "2025"));
        Assert.Contains("data-blocks=\"2025-10\"", await world.ReadAsync("rail/search/index.html"));
    }

    [Fact]
    public async Task Counts_seasons_and_episodes_akin_follow_uploads_and_removals()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/one.md", Notes("One", "2026-02-01", "a", "topics: [Trains, Night]\nseason: 2\n"));
        await world.UploadAsync("rail/two.md", Notes("Two", "2026-02-02", "b", "topics: [Trains]\n"));
        await world.UploadAsync("rail/three.md", Notes("Three", "2026-02-03", "c", "topics: [Trains, Night]\nguests: [Ana Ruiz]\n"));
        await world.SettleAsync();
        Assert.Contains("<span class=\"unseen\">3 episodes</span>", await world.ReadAsync("rail/topics/index.html"));
        Assert.Contains("Ana Ruiz", await world.ReadAsync("rail/guests/index.html"));
        Assert.Contains("href=\"/rail/seasons/2/\"", await world.ReadAsync("rail/index.html"));
        Assert.Contains("One", await world.ReadAsync("rail/seasons/2/index.html"));
        Assert.Matches("(?s)akin-heading.*>One<.*>Two<", await world.ReadAsync("rail/three/index.html"));
        Assert.DoesNotContain("akin", await world.ReadAsync("rail/one/index.html"));

        // The page of a later one names it by its new title, and not any more once it is gone.
        await world.UploadAsync("rail/one.md", Notes("Number one", "2026-02-01", "a", "topics: [Trains, Night]\n"));
        await world.SettleAsync();
        Assert.Contains(">Number one<", await world.ReadAsync("rail/three/index.html"));
        Assert.Null(await world.ReadAsync("rail/seasons/2/index.html"));
        await world.DeleteAsync("rail/one.md");
        await world.SettleAsync();
        Assert.DoesNotContain(">Number one<", await world.ReadAsync("rail/three/index.html"));
        Assert.Contains("<span class=\"unseen\">2 episodes</span>", await world.ReadAsync("rail/topics/index.html"));
        Assert.Contains("<span class=\"unseen\">1 episode</span>", await world.ReadAsync("rail/topics/index.html"));
    }

    private static string Notes(string title, string date, string text, string fields = "") => $"---\ntitle: {title}\ndate: {date}\n{fields}---\n{text}\n";

    private static async Task<IReadOnlyList<string>> FoundAsync(World world, string block, string term)
    {
        var slugs = new[] { "day", "night", "dawn" }.ToDictionary(EpisodeText.IdOf);
        return [.. (await BlockAsync(world, block))!.Where(e => e.Terms.Any(t => t.Term == term)).Select(e => slugs[e.Id])];
    }

    private static async Task<IReadOnlyList<IndexedEpisode>?> BlockAsync(World world, string name)
    {
        var blob = world.Account.Container(Containers.Site).GetBlobClient(SitePaths.SearchBlock("rail", name));
        return await blob.ExistsAsync(TestContext.Current.CancellationToken) ? IndexBlock.Read((await blob.DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content) : null;
    }
}
