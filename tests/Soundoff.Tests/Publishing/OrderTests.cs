using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>Events come late, twice and in any order, and their handlers run side by side: the site is that of the container all the same.</summary>
public class OrderTests(AzuriteFixture azurite)
{
    private const string Gone = "---\ntitle: Gone\ndate: 2026-02-01\ntopics: [Trains]\n---\nThe text.\n";

    // Two files of one episode, another episode, and one that goes.
    private static readonly (string Path, Func<World, Task> Act)[] Changes =
    [
        ("rail/night.md", world => world.StoreAsync("rail/night.md", "---\ntitle: Night trains\ndate: 2026-02-03\ntopics: [Trains]\n---\nThey run again.\n")),
        ("rail/night.mp3", world => world.StoreAsync("rail/night.mp3", Recordings.Mp3())),
        ("rail/day.md", world => world.StoreAsync("rail/day.md", "---\ntitle: Day trains\ndate: 2026-02-02\naliases: [gone]\n---\nThey run too.\n")),
        ("rail/gone.md", world => world.RemoveAsync("rail/gone.md")),
    ];

    [Fact]
    public async Task Every_order_of_changes_and_of_their_events_gives_the_same_site()
    {
        string? expected = null;
        await using var first = await World.CreateAsync(azurite.NewAccount());
        await first.UploadAsync("rail/stays.md", Gone.Replace("Gone", "Stays", StringComparison.Ordinal));
        await first.UploadAsync("rail/gone.md", Gone);
        await first.SettleAsync();
        var before = await AccountCopy.OfAsync(first.Account);
        var orders = Orders(Changes).ToList();
        Assert.Equal(24, orders.Count);
        foreach (var order in orders)
        {
            var name = string.Join(", ", order.Select(c => c.Path));
            var oneByOne = await OneByOneAsync(before, order);
            expected ??= oneByOne;
            Assert.True(expected == oneByOne, $"Changes handled one by one in the order {name}:\n{PublishedState.Difference(expected, oneByOne)}");
            var together = await TogetherAsync(before, order);
            Assert.True(expected == together, $"Events handled after all changes in the order {name}:\n{PublishedState.Difference(expected, together)}");
        }
    }

    [Fact]
    public async Task Twenty_uploads_handled_side_by_side_give_the_same_site_as_one_after_the_other()
    {
        await using var alone = await World.CreateAsync(azurite.NewAccount());
        await using var crowd = await World.CreateAsync(azurite.NewAccount());
        foreach (var world in new[] { alone, crowd })
            for (var i = 10; i < 30; i++) await world.UploadAsync($"rail/e{i}.md", $"---\ntitle: Episode {i}\ndate: 2026-02-{i - 9:00}\ntopics: [Trains]\n---\nThe text.\n");
        await alone.SettleAsync();
        // Two processes, each with eight handlers of uploads and two of shows.
        await using var other = crowd.Second(TimeSpan.Zero);
        await Task.WhenAll(crowd.SettleSideBySideAsync(), other.SettleSideBySideAsync());
        await crowd.SettleAsync();
        var (expected, actual) = (await PublishedState.OfAsync(alone), await PublishedState.OfAsync(crowd));
        Assert.True(expected == actual, PublishedState.Difference(expected, actual));
        Assert.Contains("Episode 29", await crowd.ReadAsync("rail/atom.xml"));
    }

    private async Task<string> OneByOneAsync(AccountCopy before, IReadOnlyList<(string Path, Func<World, Task> Act)> order)
    {
        await using var world = await StartAsync(before);
        foreach (var (path, act) in order)
        {
            await act(world);
            await world.PostAsync(path);
            await world.PostAsync(path);
            await world.SettleAsync();
        }

        return await PublishedState.OfAsync(world);
    }

    private async Task<string> TogetherAsync(AccountCopy before, IReadOnlyList<(string Path, Func<World, Task> Act)> order)
    {
        await using var world = await StartAsync(before);
        foreach (var (_, act) in order) await act(world);
        foreach (var (path, _) in order.Concat(order)) await world.PostAsync(path);
        await world.SettleAsync();
        return await PublishedState.OfAsync(world);
    }

    private async Task<World> StartAsync(AccountCopy before)
    {
        var world = await World.CreateAsync(azurite.NewAccount());
        await before.PutAsync(world.Account);
        return world;
    }

    private static IEnumerable<IReadOnlyList<T>> Orders<T>(T[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany((item, i) => Orders<T>([.. items.Take(i), .. items.Skip(i + 1)]).Select(rest => (IReadOnlyList<T>)[item, .. rest]));
}
