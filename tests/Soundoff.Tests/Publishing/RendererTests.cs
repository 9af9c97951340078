using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Publishing.Rendering;
using Soundoff.Storage;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>One renderer of a show at a time: who comes meanwhile leaves, who dies is followed, and who comes back from the dead harms nothing.</summary>
public class RendererTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_wake_up_that_finds_another_at_work_leaves_and_has_the_show_looked_at_when_the_claim_has_ended()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.StoreAsync("rail/night.txt", Text("Night trains"));
        await world.EpisodeAsync(BlobEvent.Json("rail/night.txt"));
        await HoldAsync(world, world.Clock.Now + RendererClaim.Duration);
        var before = await world.DelayedAsync(Queues.ShowUpdates);

        for (var i = 0; i < 50; i++) await world.ShowAsync("rail");
        Assert.Null(await world.ReadAsync("rail/night/index.html"));
        Assert.Equal(before + 1, await world.DelayedAsync(Queues.ShowUpdates));

        // The wake-up that was delayed until then finds the claim of a dead process.
        world.Clock.Now += RendererClaim.Duration;
        await world.ShowAsync("rail");
        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
        Assert.True(RendererClaim.Duration < TimeSpan.FromMinutes(1), "A claim that was left delays a page by more than a minute.");
    }

    [Theory]
    [InlineData("ghost")]
    [InlineData("https://radio.example/rail")]
    [InlineData("{\"name\":\"ghost\"}")]
    public async Task A_message_that_names_no_show_fails_and_says_what_was_expected(string message)
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        var failure = await Assert.ThrowsAsync<UnknownShowException>(() => world.ShowAsync(message));
        Assert.Contains("show-updates names no show", failure.Message, StringComparison.Ordinal);
        Assert.Contains("such as my-show", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_do_not_wake_a_renderer_that_is_at_work_and_have_the_show_looked_at_should_it_die()
    {
        var policy = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy);
        await world.UploadAsync("rail/first.txt", Text("First"));
        await world.SettleAsync();
        await HoldAsync(world, world.Clock.Now + RendererClaim.Duration);
        policy.Reset();
        for (var i = 0; i < 20; i++)
        {
            await world.StoreAsync($"rail/part-{i}.txt", Text($"Part {i}"));
            await world.EpisodeAsync(BlobEvent.Json($"rail/part-{i}.txt"));
        }

        Assert.Equal(1, policy.Wakes);
        Assert.Equal(1, await world.DelayedAsync(Queues.ShowUpdates));
    }

    [Fact]
    public async Task Work_that_is_listed_while_the_renderer_lets_go_and_whose_wake_up_found_it_at_work_is_rendered_all_the_same()
    {
        var policy = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy, sideBySide: 1);
        await using var other = world.Second(TimeSpan.Zero);
        var operations = await CountAsync(policy, world, "first");

        // The last operation is the look after letting go, the one before it lets go.
        await world.StoreAsync("rail/second.txt", Text("Second"));
        await world.EpisodeAsync(BlobEvent.Json("rail/second.txt"));
        policy.Reset();
        policy.FailAt = operations - 1;
        policy.Meanwhile = async () =>
        {
            await other.StoreAsync("rail/third.txt", Text("Third"));
            await other.EpisodeAsync(BlobEvent.Json("rail/third.txt"));
            await other.ShowAsync("rail");
            Assert.Null(await other.ReadAsync("rail/third/index.html"));
        };
        await world.ShowAsync("rail");
        Assert.Contains("Third", await world.ReadAsync("rail/third/index.html"));
    }

    [Fact]
    public async Task A_long_round_renews_its_claim()
    {
        var policy = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy, sideBySide: 1);
        var operations = await CountAsync(policy, world, "first");
        await world.StoreAsync("rail/night.txt", Text("Night trains"));
        await world.EpisodeAsync(BlobEvent.Json("rail/night.txt"));
        policy.Reset();
        policy.FailAt = operations / 2;
        policy.Meanwhile = () =>
        {
            world.Clock.Now += RendererClaim.Duration / 2;
            return Task.CompletedTask;
        };
        await world.ShowAsync("rail");
        // Taken, and renewed.
        Assert.Equal(2, policy.Log.Count(line => line.StartsWith("PUT", StringComparison.Ordinal) && line.Contains("RowKey='w'", StringComparison.Ordinal)));
        Assert.Contains("Night trains", await world.ReadAsync("rail/night/index.html"));
    }

    [Fact]
    public async Task A_renderer_that_fails_lets_go()
    {
        var policy = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy, sideBySide: 1);
        await world.StoreAsync("rail/night.txt", Text("Night trains"));
        await world.EpisodeAsync(BlobEvent.Json("rail/night.txt"));
        policy.Reset();
        policy.FailAt = 12;
        await Assert.ThrowsAsync<CrashException>(() => world.ShowAsync("rail"));
        Assert.False((await world.Services.GetRequiredService<RendererClaims>().ReadAsync("rail", Cancellation)).IsHeld(world.Clock.Now));
    }

    /// <summary>
    /// While the first renderer stands still at an operation, its claim ends, the text is put back as it was before, and another renders that: what is public does not
    /// change then, so no version tells the first one that what it is about to write is old.
    /// </summary>
    [Fact]
    public async Task A_renderer_that_stood_still_past_its_claim_at_any_operation_leaves_the_newest_site()
    {
        var expected = await StandStillAsync(null);
        for (var at = 1; at <= expected.Operations; at++)
        {
            var (state, _) = await StandStillAsync(at);
            Assert.True(expected.State == state, $"Standing still at operation {at} left another state:\n{PublishedState.Difference(expected.State, state)}");
        }
    }

    private async Task<(string State, int Operations)> StandStillAsync(int? at)
    {
        var policy = new FaultPolicy();
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy, sideBySide: 1);
        await using var other = world.Second(RendererClaim.Duration * 2);
        await world.UploadAsync("rail/day.txt", Text("Day trains"));
        await world.UploadAsync("rail/night.txt", Text("Night trains"));
        await world.SettleAsync();

        await world.StoreAsync("rail/night.txt", Text("Trains of another night"));
        await world.EpisodeAsync(BlobEvent.Json("rail/night.txt"));
        policy.Reset();
        policy.FailAt = at;
        policy.Meanwhile = async () =>
        {
            world.Clock.Now += RendererClaim.Duration * 2;
            await BackAsync();
        };
        await world.ShowAsync("rail");
        var operations = policy.Count;
        policy.FailAt = null;
        if (at is null) await BackAsync();
        await world.SettleAsync();
        Assert.Contains("Night trains", await world.ReadAsync("rail/index.html"));
        return (await PublishedState.OfAsync(world), operations);

        async Task BackAsync()
        {
            await other.StoreAsync("rail/night.txt", Text("Night trains"));
            await other.EpisodeAsync(BlobEvent.Json("rail/night.txt"));
            await other.ShowAsync("rail");
        }
    }

    // How many operations it takes to render an episode when the show is known.
    private static async Task<int> CountAsync(FaultPolicy policy, World world, string key)
    {
        await world.UploadAsync("rail/before.txt", Text("Before"));
        await world.SettleAsync();
        await world.StoreAsync($"rail/{key}.txt", Text(key));
        await world.EpisodeAsync(BlobEvent.Json($"rail/{key}.txt"));
        policy.Reset();
        await world.ShowAsync("rail");
        return policy.Count;
    }

    // Another process renders the show, until then.
    private static async Task HoldAsync(World world, DateTimeOffset until) => await world.Account.Table(Tables.Catalog).UpsertEntityAsync(
        new TableEntity("rail", "w") { ["Owner"] = "another process", ["Until"] = until }, TableUpdateMode.Replace, Cancellation);

    private static string Text(string title) => $"{title}\nThey run again.\nThe text.\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
