using System.Net;
using Soundoff.Account;
using Soundoff.FunctionsHost;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Functions.Deployed;

public sealed class DeployedOperationTests(AzuriteFixture azurite, PublishedApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_timer_runs_and_the_nightly_comparison_finds_an_upload_whose_event_was_lost()
    {
        await using var station = await Deployment.StartAsync(azurite.NewAccount(), await app.FolderAsync());
        await station.World.StoreAsync("rail/night.txt", "Night trains\nThey run again.\nThe text.\n");
        foreach (var timer in DeclaredTrigger.All.Where(trigger => trigger.Kind == "timer"))
            Assert.True(await station.App.RunTimerAsync(timer.Function), $"{timer.Function} failed:\n{station.App.Log.Text}");
        await station.ShowsAsync("rail/night/index.html", "Night trains");
    }

    [Fact]
    public async Task A_message_that_is_none_is_tried_five_times_and_put_aside_while_the_others_go_on()
    {
        await using var station = await Deployment.StartAsync(azurite.NewAccount(), await app.FolderAsync());
        await station.World.Account.Queue(Queues.EpisodeEvents).SendMessageAsync("hello", Cancellation);
        await station.World.UploadAsync("rail/night.txt", "Night trains\nThey run again.\nThe text.\n");
        await station.ShowsAsync("rail/night/index.html", "Night trains");
        var poison = station.World.Account.Queue(Queues.EpisodeEvents + "-poison");
        await Eventually.BecomesTrueAsync("the message is put aside", async () => (await poison.PeekMessagesAsync(cancellationToken: Cancellation)).Value is [{ MessageText: "hello" }]);
        await station.QuietAsync();
        Assert.Equal(5, station.App.Tally.Failed("EpisodeChanged"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(station, "api/health"));
    }

    [Fact]
    public async Task Health_is_told_to_anybody_and_its_details_to_who_has_a_key()
    {
        await using var station = await Deployment.StartAsync(azurite.NewAccount(), await app.FolderAsync());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(station, "api/health"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(station, "api/health", HttpMethod.Head));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(station, "api/health/detail"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(station, "api/health/detail?code=" + station.App.Key));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(station, "api/unknown.html"));
    }

    [Fact]
    public async Task Without_a_setting_that_it_needs_the_app_does_not_start_and_says_which()
    {
        var settings = new Dictionary<string, string> { ["Mail__Domain"] = "radio.example" };
        var failure = await Assert.ThrowsAsync<WorkerEndedException>(async () =>
            await RunningApp.StartAsync(new(await app.FolderAsync(), azurite.NewAccount(), settings), Cancellation));
        Assert.Contains("Site:BaseUrl", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(Deployment station, string path, HttpMethod? method = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(station.App.Address, path));
        using var answer = await http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}
