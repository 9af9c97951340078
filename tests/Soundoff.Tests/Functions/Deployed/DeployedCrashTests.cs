using System.Diagnostics;
using System.Globalization;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Functions.Deployed;

public sealed class DeployedCrashTests(AzuriteFixture azurite, PublishedApp app)
{
    private const int Uploads = 20;

    [Fact]
    public async Task An_app_that_is_ended_in_the_midst_of_twenty_uploads_leaves_the_site_as_it_would_have_been()
    {
        var undisturbed = await RunAsync(_ => Task.CompletedTask);
        Assert.Contains("rail/episode-20/index.html", undisturbed, StringComparison.Ordinal);

        // The process is asked to end, and the host starts another; it is ended without a word; the whole instance is ended as the platform does.
        await Task.WhenAll(
            SameAsync("SIGTERM", station => SignalAsync(station, "TERM")),
            SameAsync("SIGKILL", station => SignalAsync(station, "KILL")),
            SameAsync("A stopped instance", ScaleInAsync));

        async Task SameAsync(string what, Func<Deployment, Task> disturb)
        {
            var site = await RunAsync(disturb);
            Assert.True(site == undisturbed, $"{what} left another site:\n{PublishedState.Difference(undisturbed, site)}");
        }
    }

    private async Task<string> RunAsync(Func<Deployment, Task> disturb)
    {
        await using var station = await Deployment.StartAsync(azurite.NewAccount(), await app.FolderAsync());
        await Task.WhenAll(Enumerable.Range(1, Uploads).Select(number => station.World.UploadAsync(
            string.Create(CultureInfo.InvariantCulture, $"rail/episode-{number}.md"),
            string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Train {number}\ndate: 2026-02-{number:00}\n---\nIt runs at {number} o’clock.\n"))));
        await Eventually.BecomesTrueAsync("some uploads are read", () => station.App.Tally.Succeeded("EpisodeChanged") >= 4);
        await disturb(station);
        await station.QuietAsync();
        return await PublishedState.OfSiteAsync(station.World);
    }

    private static async Task SignalAsync(Deployment station, string signal)
    {
        var ended = await station.App.ProcessIdAsync();
        using var kill = Process.Start("kill", ["-" + signal, ended.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Eventually.BecomesTrueAsync("another process has taken over", async () => await station.App.ProcessIdAsync() != ended);
    }

    private static async Task ScaleInAsync(Deployment station)
    {
        Assert.Equal(0, await station.App.StopAsync());
        await station.RestartAsync();
    }
}
