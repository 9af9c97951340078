using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

public class JourneyTests(AzuriteFixture azurite)
{
    private const string Notes = "---\ntitle: Night trains\ndate: 2026-02-03\nguests: [\"Ana Ruiz, who repairs signals\"]\ntopics: [Trains]\n---\nThey run again.\n";

    [Fact]
    public async Task An_uploaded_text_is_a_page_in_the_shows_site_and_feeds()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.md", Notes);
        await world.SettleAsync();

        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
        Assert.Contains("Night trains", await world.ReadAsync("rail/atom.xml"));
        Assert.Equal("published", await world.OutcomeAsync("rail/night"));
        var paths = await world.PathsAsync();
        Assert.Contains("rail/2026/02/index.html", paths);
        Assert.Contains("rail/topics/trains/index.html", paths);
        Assert.Contains("rail/guests/ana-ruiz/index.html", paths);
    }

    [Fact]
    public async Task A_recording_alone_is_an_episode_named_after_its_file_with_its_enclosure_copied()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var recording = Recordings.Mp3();
        await world.UploadAsync("rail/the-last-tram.mp3", recording);
        await world.SettleAsync();

        var feed = System.Xml.Linq.XDocument.Parse((await world.ReadAsync("rail/feed.xml"))!);
        var enclosure = feed.Descendants("enclosure").Single();
        Assert.Equal("The last tram", feed.Descendants("item").Single().Element("title")!.Value);
        Assert.Equal(recording.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), enclosure.Attribute("length")!.Value);
        Assert.Equal("audio/mpeg", enclosure.Attribute("type")!.Value);
        var path = enclosure.Attribute("url")!.Value["https://radio.example/".Length..];
        var copy = (await world.Account.Container(Containers.Site).GetBlobClient(path).DownloadContentAsync(TestContext.Current.CancellationToken)).Value;
        Assert.Equal(recording, copy.Content.ToArray());
        Assert.Equal(("audio/mpeg", "public, max-age=31536000, immutable"), (copy.Details.ContentType, copy.Details.CacheControl));
    }

    [Fact]
    public async Task A_recording_has_a_player_for_other_sites_that_costs_two_writes_and_goes_with_it()
    {
        string[] beside = ["rail/tram/embed/index.html", "rail/tram/oembed.json"];
        var policy = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy);
        await world.UploadAsync("rail/signals.md", "---\ntitle: Signals\ndate: 2026-01-02\n---\nThe text.\n");
        await world.SettleAsync();
        policy.Reset();
        await world.UploadAsync("rail/tram.mp3", Recordings.Mp3());
        await world.SettleAsync();
        Assert.All(Asked(), line => Assert.StartsWith("PUT ", line, StringComparison.Ordinal));
        Assert.Equal(beside.Length, Asked().Count);
        Assert.Contains("<audio", await world.ReadAsync(beside[0]));
        Assert.Contains("\"type\":\"rich\"", await world.ReadAsync(beside[1]));

        // A neighbour that comes has nothing to do with it, and an article has none of its own.
        policy.Reset();
        await world.UploadAsync("rail/night.md", Notes);
        await world.SettleAsync();
        Assert.Contains("/rail/night/", await world.ReadAsync("rail/tram/index.html"));
        Assert.Empty(Asked());

        await world.DeleteAsync("rail/tram.mp3");
        await world.SettleAsync();
        Assert.DoesNotContain(await world.PathsAsync(), path => path.StartsWith("rail/tram/", StringComparison.Ordinal));

        List<string> Asked() => [.. policy.Log.Where(line => line.Contains("embed", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Years_lead_to_their_neighbours_as_years_come_and_go()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        foreach (var year in new[] { 2022, 2024 }) await world.UploadAsync($"rail/of-{year}.md", $"---\ntitle: Of {year}\ndate: {year}-05-03\n---\nThe text.\n");
        await world.SettleAsync();
        await world.UploadAsync("rail/between.md", "---\ntitle: Between\ndate: 2023-07-01\n---\nThe text.\n");
        await world.SettleAsync();
        Assert.Contains("href=\"/rail/2023/\" rel=\"next\"", await world.ReadAsync("rail/2022/index.html"));
        Assert.Contains("href=\"/rail/2023/\" rel=\"prev\"", await world.ReadAsync("rail/2024/index.html"));

        await world.DeleteAsync("rail/between.md");
        await world.SettleAsync();
        Assert.Contains("href=\"/rail/2024/\" rel=\"next\"", await world.ReadAsync("rail/2022/index.html"));
        Assert.Contains("href=\"/rail/2022/\" rel=\"prev\"", await world.ReadAsync("rail/2024/index.html"));
        Assert.Null(await world.ReadAsync("rail/2023/index.html"));
    }

    [Fact]
    public async Task A_draft_is_checked_and_goes_public_with_the_date_of_the_day_it_does()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.md", "---\ntitle: Night trains\ndraft: true\n---\nThe text.\n");
        await world.SettleAsync();
        Assert.Null(await world.ReadAsync("rail/night/index.html"));
        Assert.Equal("draft", await world.OutcomeAsync("rail/night"));

        world.Clock.Now += TimeSpan.FromDays(10);
        await world.UploadAsync("rail/night.md", "---\ntitle: Night trains\n---\nThe text.\n");
        await world.SettleAsync();
        Assert.Contains($"<published>{world.Clock.Now:yyyy-MM-dd}", await world.ReadAsync("rail/atom.xml"));
    }

    [Fact]
    public async Task A_scheduled_episode_waits_for_its_date_over_more_than_the_seven_days_a_message_can_and_then_is_live()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.md", "---\ntitle: Night trains\ndate: 2026-03-21 18:00\n---\nThe text.\n");
        await world.SettleAsync();
        Assert.Equal("scheduled", await world.OutcomeAsync("rail/night"));
        Assert.DoesNotContain("rail/night/index.html", await world.PathsAsync());

        // The message that comes back after a week finds that it is still too early, and puts itself back.
        world.Clock.Now = new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero);
        await world.PostAsync("rail/night.md");
        await world.SettleAsync();
        Assert.DoesNotContain("rail/night/index.html", await world.PathsAsync());
        Assert.Equal(2, await world.DelayedAsync(Queues.EpisodeEvents));

        world.Clock.Now = new(2026, 3, 21, 18, 0, 0, TimeSpan.Zero);
        await world.PostAsync("rail/night.md");
        await world.SettleAsync();
        Assert.Contains("<published>2026-03-21T18:00:00+00:00", await world.ReadAsync("rail/atom.xml"));
    }

    [Fact]
    public async Task Uploads_are_read_only_when_the_newest_of_an_episode_has_settled()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount(), settle: TimeSpan.FromSeconds(10));
        await world.UploadAsync("rail/night.md", Notes);
        world.Clock.Now = DateTimeOffset.UtcNow;
        await world.SettleAsync();
        Assert.DoesNotContain("rail/night/index.html", await world.PathsAsync());
        Assert.Equal(1, await world.DelayedAsync(Queues.EpisodeEvents));

        world.Clock.Now += TimeSpan.FromSeconds(11);
        await world.PostAsync("rail/night.md");
        await world.SettleAsync();
        Assert.Contains("rail/night/index.html", await world.PathsAsync());
    }

    [Fact]
    public async Task A_changed_show_renders_its_episodes_again()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        for (var i = 1; i < 25; i++) await world.UploadAsync($"rail/e{i}.md", $"---\ntitle: Episode {i}\ndate: 2026-01-{i:00}\n---\nThe text.\n");
        await world.SettleAsync();
        await world.UploadAsync("rail/show.yaml", "title: The Rail Hour\nhosts: [Ida Falk]\n");
        await world.SettleAsync();
        Assert.Contains("The Rail Hour", await world.ReadAsync("rail/e1/index.html"));
        Assert.Contains("Ida Falk", await world.ReadAsync("rail/e24/index.html"));
        Assert.Contains("Ida Falk", await world.ReadAsync("rail/atom.xml"));
    }

    [Fact]
    public async Task A_show_whose_last_file_is_deleted_leaves_the_site()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.md", Notes);
        await world.UploadAsync("ghost/show.yaml", "title: Ghost\n");
        await world.UploadAsync("ghost/boo.md", Notes);
        await world.SettleAsync();
        Assert.Contains("Ghost", await world.ReadAsync("index.html"));

        await world.DeleteAsync("ghost/show.yaml");
        await world.DeleteAsync("ghost/boo.md");
        await world.SettleAsync();
        Assert.DoesNotContain("ghost", (await world.ReadAsync("index.html"))!, StringComparison.OrdinalIgnoreCase);
        // Its cover stays a while for those who still hold an old page.
        Assert.All((await world.PathsAsync()).Where(p => p.StartsWith("ghost/", StringComparison.Ordinal)), p => Assert.StartsWith("ghost/cover-", p));

        world.Clock.Now += TimeSpan.FromDays(8);
        await world.Services.GetRequiredService<Reconciler>().RunAsync(TestContext.Current.CancellationToken);
        await world.SettleAsync();
        Assert.DoesNotContain(await world.PathsAsync(), p => p.StartsWith("ghost/", StringComparison.Ordinal));
        Assert.Contains("rail/night/index.html", await world.PathsAsync());
    }

    [Fact]
    public async Task A_replaced_recording_has_a_new_name_and_the_old_one_stays_for_seven_days()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/night.mp3", Recordings.Mp3());
        await world.SettleAsync();
        var old = Assert.Single(await world.PathsAsync(), p => p.EndsWith(".mp3", StringComparison.Ordinal));

        await world.UploadAsync("rail/night.mp3", Recordings.Mp3(70));
        await world.SettleAsync();
        Assert.Equal(2, (await world.PathsAsync()).Count(p => p.EndsWith(".mp3", StringComparison.Ordinal)));
        Assert.DoesNotContain(old, await world.ReadAsync("rail/feed.xml"));

        world.Clock.Now += TimeSpan.FromDays(6);
        await world.Services.GetRequiredService<Reconciler>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Contains(old, await world.PathsAsync());
        world.Clock.Now += TimeSpan.FromDays(2);
        await world.Services.GetRequiredService<Reconciler>().RunAsync(TestContext.Current.CancellationToken);
        var left = Assert.Single(await world.PathsAsync(), p => p.EndsWith(".mp3", StringComparison.Ordinal));
        Assert.Contains(left, await world.ReadAsync("rail/feed.xml"));
    }

    [Fact]
    public async Task What_is_published_again_unchanged_is_not_written_again()
    {
        var faults = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), faults);
        await world.UploadAsync("rail/night.md", Notes);
        await world.UploadAsync("rail/day.md", Notes.Replace("Night", "Day", StringComparison.Ordinal));
        await world.SettleAsync();
        var before = await world.VersionsAsync();
        await world.UploadAsync("rail/night.md", Notes + "\n");
        await world.SettleAsync();
        Assert.Equal(before, await world.VersionsAsync());
    }

    [Fact]
    public async Task Following_the_archives_from_the_feed_gives_every_episode_once()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/show.yaml", "title: Rail\nfeed: { items: 3, textEpisodes: true }\n");
        for (var i = 0; i < 14; i++) await world.UploadAsync($"rail/e{i}.md", $"---\ntitle: Episode {i}\ndate: {new DateTime(2025, 10, 20).AddDays(i * i):yyyy-MM-dd}\n---\nThe text.\n");
        world.Clock.Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        await world.SettleAsync();

        var titles = new HashSet<string>();
        for (var next = "rail/feed.xml"; next is not null;)
        {
            var feed = System.Xml.Linq.XDocument.Parse((await world.ReadAsync(next))!);
            titles.UnionWith(feed.Descendants("item").Select(i => i.Element("title")!.Value));
            next = feed.Descendants("{http://www.w3.org/2005/Atom}link").FirstOrDefault(l => l.Attribute("rel")!.Value == "prev-archive")?.Attribute("href")!.Value["https://radio.example/".Length..];
        }

        Assert.Equal(14, titles.Count);
    }
}
