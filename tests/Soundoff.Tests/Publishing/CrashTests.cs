using System.Collections.Concurrent;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>
/// The process ends at every storage operation of a publish once, before and after its effect, whoever renders then included; handled again by a new one, the result is
/// the same to the byte. Each fault has a storage account of its own, so that some of them can be tried side by side.
/// </summary>
public class CrashTests(AzuriteFixture azurite)
{
    private const int SideBySide = 3;

    private const string Notes = """
        ---
        title: Night trains
        date: 2026-02-03
        guests: ["Ana Ruiz, who repairs signals"]
        topics: [Trains]
        chapters: ["00:00 Departure", "00:01 Arrival"]
        ---
        They run again.
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_crash_anywhere_in_a_first_publish_leaves_the_same_site_once_it_is_handled_again(bool afterEffect) =>
        BreakEachAsync(afterEffect, _ => Task.CompletedTask, async world =>
        {
            await world.StoreAsync("rail/show.yaml", "title: Rail\nhosts: [Ida Falk]\n");
            await world.StoreAsync("rail/night.mp3", Recordings.Mp3());
            await world.StoreAsync("rail/night.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nThe train stands.\n");
            await world.UploadAsync("rail/night.md", Notes);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_anywhere_in_a_change_a_rename_and_a_removal_leaves_the_same_site_once_they_are_handled_again(bool afterEffect)
    {
        await using var before = await World.CreateAsync(azurite.NewAccount());
        await before.UploadAsync("rail/old.md", "---\ntitle: Old\ndate: 2026-02-02\n---\nThe text.\n");
        await before.StoreAsync("rail/night.mp3", Recordings.Mp3());
        await before.UploadAsync("rail/night.md", Notes);
        await before.SettleAsync();
        var copy = await AccountCopy.OfAsync(before.Account);
        await BreakEachAsync(afterEffect, world => copy.PutAsync(world.Account), async world =>
        {
            await world.UploadAsync("rail/night.mp3", Recordings.Mp3(70));
            await world.UploadAsync("rail/new.md", "---\ntitle: New\ndate: 2026-02-02\naliases: [old]\n---\nThe text.\n");
            await world.DeleteAsync("rail/old.md");
        });
    }

    private async Task BreakEachAsync(bool afterEffect, Func<World, Task> prepare, Func<World, Task> act)
    {
        var sound = new FaultPolicy { AfterEffect = afterEffect };
        var expected = await RunAsync(sound, prepare, act);
        var operations = sound.Handled;
        Assert.True(operations > (afterEffect ? 20 : 60), "The faults never reached the handlers.");

        var failures = new ConcurrentBag<string>();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(1, operations), limit, async (at, _) =>
        {
            var state = await RunAsync(new FaultPolicy { AfterEffect = afterEffect, FailAt = at, Kills = true }, prepare, act);
            if (state != expected) failures.Add($"A fault at operation {at} left another state:\n{PublishedState.Difference(expected, state)}");
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{operations} operations broken {(afterEffect ? "after" : "before")} their effect.");
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(3)));
    }

    private async Task<string> RunAsync(FaultPolicy policy, Func<World, Task> prepare, Func<World, Task> act)
    {
        var failAt = policy.FailAt;
        policy.FailAt = null;
        // One after the other: then the operation of a number is always the same.
        await using var world = await World.CreateAsync(azurite.NewAccount(), policy, sideBySide: 1);
        await prepare(world);
        await act(world);
        policy.Reset();
        policy.FailAt = failAt;
        await world.SettleAsync(crashes: true);
        policy.Stop();
        return await PublishedState.OfAsync(world);
    }
}
