using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>What it costs to publish one episode does not depend on how many there are already.</summary>
public class CostTests(AzuriteFixture azurite)
{
    // Of these, three are for search (its month read and written, its words written), five for the lists of topics and guests, five for the 404 page.
    private const int MostOfOne = 62;
    private const int MostOfMany = 30;

    [Fact]
    public async Task Publishing_takes_as_many_operations_with_five_thousand_episodes_as_with_ten_and_writes_as_many_bytes_as_with_five_hundred()
    {
        var (ten, hundreds, thousands) = (await PublishAsync(10), await PublishAsync(500), await PublishAsync(5000));
        var figures = $"10 episodes: {ten}. 500: {hundreds}. 5,000: {thousands}.";
        TestContext.Current.TestOutputHelper!.WriteLine(figures);
        Assert.True(ten.Operations == thousands.Operations && ten.Operations == hundreds.Operations, figures);
        Assert.True(ten.Operations <= MostOfOne, figures);
        Assert.True(Math.Abs(thousands.Bytes - hundreds.Bytes) <= 0.02 * hundreds.Bytes, figures);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(300)]
    public async Task Many_episodes_that_come_at_once_share_what_is_rendered_for_them(int episodes)
    {
        var policy = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy);
        var day = new DateOnly(2026, 2, 28);
        for (var i = 0; i < episodes; i++)
            await world.UploadAsync($"rail/part-{i:0000}.md", $"---\ntitle: Part {i}\ndate: {day.AddDays(-i):yyyy-MM-dd}\ntopics: [Trains]\n---\nThe text.\n");
        policy.Reset();
        await world.SettleSideBySideAsync();
        var each = (double)policy.Count / episodes;
        var figures = $"{episodes} episodes: {policy.Count} storage operations, {each:0.0} each, {policy.Wakes} wake-ups.\n{Census.Of(policy.Log)}";
        TestContext.Current.TestOutputHelper!.WriteLine(figures);
        Assert.True(each <= MostOfMany, figures);
        for (var i = 0; i < episodes; i += 25) Assert.Contains($"Part {i}", await world.ReadAsync($"rail/part-{i:0000}/index.html"));
        Assert.Contains("Part 0", await world.ReadAsync("rail/atom.xml"));
    }

    private async Task<Cost> PublishAsync(int backlog)
    {
        var policy = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy);
        await Backlog.WriteAsync(world, "rail", backlog);
        await world.StoreAsync("rail/night.mp3", Recordings.Mp3());
        await world.UploadAsync("rail/night.md", $"---\ntitle: Night trains\ndate: 2026-03-01 11:00\ntopics: [{Backlog.TopicOf(0)}]\nguests: [\"Guest 0, driver\"]\n---\nThey run again.\n");
        // No renderer is at work, and none was lately.
        world.Clock.Now += TimeSpan.FromMinutes(1);
        policy.Reset();
        await world.SettleAsync();
        var cost = new Cost(policy.Count, policy.Bytes);
        Assert.Contains("Night trains", await world.ReadAsync("rail/feed.xml"));
        Assert.Contains("Night trains", await world.ReadAsync("rail/episode-00000/index.html"));
        return cost;
    }

    private sealed record Cost(int Operations, long Bytes)
    {
        public override string ToString() => $"{Operations} storage operations, {Bytes:N0} bytes sent";
    }
}
