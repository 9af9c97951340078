using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

public class ReconcilerTests(AzuriteFixture azurite)
{
    private const string Notes = "---\ntitle: Night trains\ndate: 2026-02-03\ntopics: [trains]\nguests: [Ana Pop]\n---\nThey run again.\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_lost_events_left_behind_is_found()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/stays.md", Notes);
        await world.UploadAsync("rail/goes.md", Notes);
        await world.SettleAsync();

        await world.StoreAsync("rail/comes.md", Notes);
        await world.RemoveAsync("rail/goes.md");
        await world.Account.Container(Containers.Site).DeleteBlobAsync("rail/stays/index.html", cancellationToken: Cancellation);
        await world.Account.Container(Containers.Site).DeleteBlobAsync("rail/feed.json", cancellationToken: Cancellation);
        await world.Account.Container(Containers.Site).UploadBlobAsync("rail/stray/index.html", BinaryData.FromString("left over"), Cancellation);
        await ReconcileAsync(world);
        await world.SettleAsync();

        var paths = await world.PathsAsync();
        Assert.Contains("rail/comes/index.html", paths);
        Assert.Contains("rail/stays/index.html", paths);
        Assert.Contains("rail/feed.json", paths);
        Assert.DoesNotContain("rail/goes/index.html", paths);
        Assert.DoesNotContain("rail/stray/index.html", paths);
    }

    [Fact]
    public async Task A_station_on_which_nothing_changed_queues_nothing()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/show.yaml", "title: Rail\n");
        await world.UploadAsync("rail/night.md", Notes);
        await world.UploadAsync("rail/later.md", Notes.Replace("2026-02-03", "2126-03-02", StringComparison.Ordinal));
        await world.UploadAsync("bare/first.txt", "A show without settings\nThe text.\n");
        await world.SettleAsync();
        // The scheduled episode's own message waits for its date.
        var waiting = await world.DelayedAsync(Queues.EpisodeEvents);
        var before = await world.VersionsAsync();

        await ReconcileAsync(world);
        Assert.Equal(waiting, await world.DelayedAsync(Queues.EpisodeEvents));
        Assert.Equal(0, await world.DelayedAsync(Queues.ShowUpdates));
        Assert.Equal(before, await world.VersionsAsync());
    }

    [Fact]
    public async Task Files_that_were_put_back_while_their_events_were_lost_have_true_reports_again()
    {
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/show.yaml", "title: Rail\n");
        await world.UploadAsync("rail/night.md", Notes);
        await world.SettleAsync();
        await world.UploadAsync("rail/show.yaml", "title: [\n");
        await world.UploadAsync("rail/night.md", "---\ntitle: [\n---\n");
        await world.SettleAsync();
        Assert.Equal(["refused", "refused"], [await world.OutcomeAsync("rail/show"), await world.OutcomeAsync("rail/night")]);

        await world.StoreAsync("rail/show.yaml", "title: Rail\n");
        await world.StoreAsync("rail/night.md", Notes);
        await ReconcileAsync(world);
        await world.SettleAsync();
        Assert.Equal(["published", "published"], [await world.OutcomeAsync("rail/show"), await world.OutcomeAsync("rail/night")]);
    }

    private static Task ReconcileAsync(World world) => world.Services.GetRequiredService<Reconciler>().RunAsync(Cancellation);
}
