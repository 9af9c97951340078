using System.Text;
using Soundoff.Account;
using Soundoff.Tests.Artwork;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>Reports say what is so now, also when nothing public changed.</summary>
public class ReportsFollowTests(AzuriteFixture azurite)
{
    private const string Show = "title: Rail\nlanguage: en\nfeed: { textEpisodes: true }\n";
    private const string Notes = "---\ntitle: Night trains\ndate: 2026-02-03\n---\nThey run.\n";

    public static TheoryData<string, string, string> Broken => new()
    {
        { "rail/night.md", "night", "---\ntitle Night trains\ndate: 2026-02-03\n---\nThey run.\n" },
        { "rail/night.png", "night", "no picture" },
        { "rail/show.yaml", "show", "title Rail\nlanguage: en\n" },
        { "rail/cover.png", "show", "no picture" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_that_is_broken_and_put_back_takes_its_refusal_back(string path, string name, string broken)
    {
        await using var world = await WorldAsync();
        var good = await ReportAsync(world, name);
        var site = await world.VersionsAsync();

        await world.UploadAsync(path, broken);
        await world.SettleAsync();
        Assert.Equal("refused", await world.OutcomeAsync($"rail/{name}"));

        await world.UploadAsync(path, Good[path]);
        await world.SettleAsync();
        Assert.Equal(good, await ReportAsync(world, name));
        Assert.Equal(site, await world.VersionsAsync());
    }

    [Fact]
    public async Task A_setting_that_takes_episodes_into_the_feed_renews_their_reports()
    {
        await using var world = await WorldAsync();
        Assert.Empty(await world.ProblemsAsync("rail/night"));

        await world.UploadAsync("rail/show.yaml", Show.Replace("true", "false", StringComparison.Ordinal));
        await world.SettleAsync();
        Assert.Contains("not in the RSS feed", Assert.Single(await world.ProblemsAsync("rail/night")).GetProperty("message").GetString(), StringComparison.Ordinal);

        await world.UploadAsync("rail/show.yaml", Show);
        await world.SettleAsync();
        Assert.Empty(await world.ProblemsAsync("rail/night"));
    }

    [Fact]
    public async Task Files_that_could_be_two_episodes_go_where_their_episode_is_in_whatever_order_they_come()
    {
        await using var world = await WorldAsync();
        await world.UploadAsync("rail/final.mix.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello.\n");
        await world.SettleAsync();
        await world.UploadAsync("rail/final.mix.md", Notes.Replace("Night", "Mixed", StringComparison.Ordinal));
        await world.SettleAsync();

        Assert.Contains("Hello.", await world.ReadAsync("rail/final-mix/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(await world.PathsAsync(Containers.Reports), path => path.EndsWith("/final.report.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notes_typed_here_and_a_transcript_from_a_Mac_are_one_episode()
    {
        await using var world = await WorldAsync();
        await world.UploadAsync("rail/Zoë’s Café.md".Normalize(NormalizationForm.FormC), Notes);
        await world.UploadAsync("rail/Zoë’s Café.srt".Normalize(NormalizationForm.FormD), "1\n00:00:01,000 --> 00:00:02,000\nBonjour.\n");
        await world.SettleAsync();

        Assert.Contains("Bonjour.", await world.ReadAsync("rail/zoes-cafe/index.html"), StringComparison.Ordinal);
        Assert.Equal("published", await world.OutcomeAsync("rail/zoes-cafe"));
    }

    [Fact]
    public async Task A_transcript_is_served_as_it_was_understood()
    {
        await using var world = await WorldAsync();
        await world.UploadAsync("rail/night.vtt", Encoding.Latin1.GetBytes("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nZoë\n"));
        await world.SettleAsync();

        var served = Assert.Single(await world.PathsAsync(), path => path.EndsWith(".vtt", StringComparison.Ordinal));
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nZoë\n", await world.ReadAsync(served));
    }

    private static readonly byte[] Picture = Pictures.Png(1400, 1400);

    private static readonly Dictionary<string, byte[]> Good = new()
    {
        ["rail/night.md"] = Encoding.UTF8.GetBytes(Notes),
        ["rail/night.png"] = Picture,
        ["rail/show.yaml"] = Encoding.UTF8.GetBytes(Show),
        ["rail/cover.png"] = Picture,
    };

    private async Task<World> WorldAsync()
    {
        var world = await World.CreateAsync(azurite.NewAccount());
        foreach (var (path, bytes) in Good) await world.UploadAsync(path, bytes);
        await world.SettleAsync();
        return world;
    }

    private static async Task<string?> ReportAsync(World world, string name) => await world.ReadAsync($"rail/{name}.report.json", Containers.Reports);
}
