using System.Text.Json;
using Soundoff.Account;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>What is decided once about an episode, and stays through removal, renaming and change.</summary>
public class IdentityTests(AzuriteFixture azurite)
{
    private const string Notes = "---\ntitle: Night trains\ndate: 2026-02-03\nguests: [\"Ana Ruiz, who repairs signals\"]\ntopics: [Trains]\n---\nThey run again.\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_renamed_episode_keeps_its_guid_and_its_old_address_leads_to_the_new_one(bool newFileFirst)
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.md", Notes);
        await world.SettleAsync();
        var guid = await GuidAsync(world, "Night trains");

        var renamed = Notes.Replace("date:", "aliases: [night]\ndate:", StringComparison.Ordinal);
        if (newFileFirst)
        {
            await world.UploadAsync("rail/night-trains.md", renamed);
            await world.SettleAsync();
            var problem = Assert.Single(await world.ProblemsAsync("rail/night-trains"), p => p.GetProperty("field").GetString() == "aliases");
            Assert.Contains("still belongs to \"night\"", problem.GetProperty("message").GetString());
            await world.DeleteAsync("rail/night.md");
        }
        else
        {
            await world.DeleteAsync("rail/night.md");
            await world.SettleAsync();
            await world.UploadAsync("rail/night-trains.md", renamed);
        }

        await world.SettleAsync();
        Assert.Equal(guid, await GuidAsync(world, "Night trains"));
        Assert.Contains("https://radio.example/rail/night-trains/", await world.ReadAsync("rail/night/index.html"));
        Assert.Equal("published", await world.OutcomeAsync("rail/night-trains"));

        // The old name may be used again: it is another episode.
        await world.UploadAsync("rail/night.md", "---\ntitle: Another night\ndate: 2026-02-04\n---\nThe text.\n");
        await world.SettleAsync();
        Assert.NotEqual(guid, await GuidAsync(world, "Another night"));
        Assert.Contains("Another night", await world.ReadAsync("rail/night/index.html"));
    }

    [Fact]
    public async Task Of_two_keys_with_one_slug_the_first_stays_and_the_second_takes_its_place_once_it_is_gone()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/Night Trains.md", "---\ntitle: First\ndate: 2026-02-03\n---\nThe text.\n");
        await world.SettleAsync();
        await world.UploadAsync("rail/night-trains.md", "---\ntitle: Second\ndate: 2026-02-03\n---\nThe text.\n");
        await world.SettleAsync();
        Assert.Contains("First", await world.ReadAsync("rail/night-trains/index.html"));
        Assert.Contains(await world.PathsAsync(Containers.Reports), p => p.StartsWith("rail/night-trains.", StringComparison.Ordinal) && p != "rail/night-trains.report.json");

        await world.DeleteAsync("rail/Night Trains.md");
        await world.SettleAsync();
        Assert.Contains("Second", await world.ReadAsync("rail/night-trains/index.html"));
        Assert.Equal(["rail/night-trains.report.json", "rail/show.report.json"], await world.PathsAsync(Containers.Reports));
    }

    [Fact]
    public async Task A_deleted_episode_leaves_the_site_and_returns_with_the_same_guid_and_date()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/other.md", "Other\nA standfirst.\nThe text.\n");
        await world.UploadAsync("rail/night.txt", "Night trains\nThey run again.\nThe text.\n");
        await world.SettleAsync();
        var before = await PublishedState.OfAsync(world);
        var guid = await GuidAsync(world, "Night trains");

        world.Clock.Now += TimeSpan.FromDays(3);
        await world.DeleteAsync("rail/night.txt");
        await world.SettleAsync();
        Assert.Null(await world.ReadAsync("rail/night/index.html"));
        Assert.DoesNotContain("Night trains", await world.ReadAsync("rail/atom.xml"));
        Assert.DoesNotContain("Night trains", await world.ReadAsync("rail/other/index.html"));
        Assert.Equal("removed", await world.OutcomeAsync("rail/night"));

        world.Clock.Now += TimeSpan.FromDays(3);
        await world.UploadAsync("rail/night.txt", "Night trains\nThey run again.\nThe text.\n");
        await world.SettleAsync();
        Assert.Equal(guid, await GuidAsync(world, "Night trains"));
        Assert.Equal(before, await PublishedState.OfAsync(world));
    }

    [Fact]
    public async Task An_episode_whose_long_lists_of_topics_guests_and_aliases_all_change_is_one_episode_still()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.md", Lists("Old", "2026-02-03"));
        await world.SettleAsync();
        var guid = await GuidAsync(world, "Night trains");
        await world.UploadAsync("rail/night.md", Lists("New", "2026-01-04"));
        await world.SettleAsync();

        Assert.Equal(guid, await GuidAsync(world, "Night trains"));
        var paths = await world.PathsAsync();
        Assert.Equal(40, paths.Count(p => p.Contains("/topics/new-", StringComparison.Ordinal) || p.Contains("/guests/new-", StringComparison.Ordinal)));
        Assert.DoesNotContain(paths, p => p.Contains("/old-", StringComparison.Ordinal));
        Assert.Contains("rail/new-alias-9/index.html", paths);
        Assert.Contains("rail/2026/01/index.html", paths);
        Assert.DoesNotContain("rail/2026/02/index.html", paths);
    }

    // Twenty of each is what an episode may have: the rows of both versions do not fit one transaction.
    private static string Lists(string name, string date)
    {
        string Of(string kind, int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"\"{name} {kind} {i}\""));
        return $"---\ntitle: Night trains\ndate: {date}\ntopics: [{Of("topic", 20)}]\nguests: [{Of("guest", 20)}]\naliases: [{Of("alias", 10)}]\n---\nThey run again.\n";
    }

    private static async Task<string> GuidAsync(World world, string title) =>
        JsonDocument.Parse((await world.ReadAsync("rail/feed.json"))!).RootElement.GetProperty("items").EnumerateArray()
            .Single(i => i.GetProperty("title").GetString() == title).GetProperty("id").GetString()!;
}
