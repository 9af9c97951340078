using System.Globalization;
using System.Net;
using Azure.Storage.Blobs;
using Soundoff.Account;
using Soundoff.Cli;
using Soundoff.Cli.Local;
using Soundoff.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

public sealed class LocalStationTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly RecordingStatus _status = new();
    private readonly HttpClient _http = new();
    private Uri _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_saved_in_the_folder_shows_in_the_browser_and_what_is_deleted_goes()
    {
        _folder.Write("radio/show.yaml", "title: Night Desk\nlanguage: en\n");
        _folder.Write("radio/one.md", "---\ntitle: First words\n---\nText.");
        await using var station = await BeginAsync(azurite.NewAccount(), _folder.At("radio"));
        Assert.Contains("is the show \"radio\"", station.FolderSaid, StringComparison.Ordinal);
        await ShowsAsync("radio/one/", "First words");

        // As most editors save: a file beside it, then moved over it.
        _folder.Write("radio/.one.md.swp", "---\ntitle: Second words\n---\nText.");
        File.Move(_folder.At("radio/.one.md.swp"), _folder.At("radio/one.md"), overwrite: true);
        await ShowsAsync("radio/one/", "Second words");
        await Eventually.BecomesTrueAsync("the episode is said to be live", () => _status.Reports.Any(report => report is { Outcome: Outcome.Published, Title: "Second words" }));

        _folder.Write("radio/one.md", "---\ntitle: Second words\ndate: soon\n---\nText.");
        await Eventually.BecomesTrueAsync("the mistake is told", () => _status.Reports.Any(report => report.Outcome == Outcome.Refused && report.Problems.Any(problem => problem is { File: "one.md", Line: 3, Field: "date" })));
        await ShowsAsync("radio/one/", "Second words");

        File.Delete(_folder.At("radio/one.md"));
        await IsGoneAsync("radio/one/");
        Assert.DoesNotContain(_status.Failures, failed => failed.Poisoned);
    }

    [Fact]
    public async Task What_changed_while_nothing_ran_is_caught_up_with()
    {
        var account = azurite.NewAccount();
        _folder.Write("radio/stays.md", "# Stays\n\nText.");
        _folder.Write("radio/goes.md", "# Goes\n\nText.");
        await using (await BeginAsync(account, _folder.At("radio")))
        {
            await ShowsAsync("radio/stays/", "Stays");
            await ShowsAsync("radio/goes/", "Goes");
        }

        File.Delete(_folder.At("radio/goes.md"));
        _folder.Write("radio/stays.md", "# Stays changed\n\nText.");
        _folder.Write("radio/comes.md", "# Comes\n\nText.");
        // Past the watcher: nobody tells of this one but the comparison at the start.
        var uploads = new BlobContainerClient(account, Containers.Episodes);
        await uploads.GetBlobClient("other/by-hand.md").UploadAsync(BinaryData.FromString("# By hand\n\nText."), Cancellation);
        await using var station = await BeginAsync(account, _folder.At("radio"));
        await ShowsAsync("radio/stays/", "Stays changed");
        await ShowsAsync("radio/comes/", "Comes");
        await ShowsAsync("other/by-hand/", "By hand");
        await IsGoneAsync("radio/goes/");
    }

    [Fact]
    public async Task An_upload_and_a_delete_past_any_folder_are_seen()
    {
        var account = azurite.NewAccount();
        await using var station = await BeginAsync(account, null);
        var blob = new BlobContainerClient(account, Containers.Episodes).GetBlobClient("radio/one.md");
        await blob.UploadAsync(BinaryData.FromString("# By hand\n\nText."), Cancellation);
        await ShowsAsync("radio/one/", "By hand");
        await blob.DeleteAsync(cancellationToken: Cancellation);
        await IsGoneAsync("radio/one/");
    }

    [Fact]
    public async Task A_taken_port_is_told_with_what_to_do()
    {
        await using var station = await BeginAsync(azurite.NewAccount(), null);
        var run = await CommandRun.Of("serve", "--port", _site.Port.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(ExitCode.CannotRun, run.ExitCode);
        Assert.Contains("is taken by another program", run.Error, StringComparison.Ordinal);
        Assert.Contains("--port", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_told()
    {
        var run = await CommandRun.Of("serve", "--port", CommandRun.FreePort().ToString(CultureInfo.InvariantCulture), "--storage", "nonsense");
        Assert.Equal(ExitCode.CannotRun, run.ExitCode);
        Assert.Contains("Check the connection string", run.Error, StringComparison.Ordinal);
    }

    private async Task<LocalStation> BeginAsync(string account, string? folder)
    {
        var settings = new StationSettings { Port = CommandRun.FreePort(), ConnectionString = account, Folder = folder };
        var station = await LocalStation.StartAsync(settings, _status, Cancellation);
        _site = settings.Address;
        await station.BeginAsync(Cancellation);
        return station;
    }

    private Task ShowsAsync(string path, string words) => Eventually.BecomesTrueAsync($"{path} shows \"{words}\"", async () =>
    {
        using var page = await _http.GetAsync(new Uri(_site, path), Cancellation);
        return page.IsSuccessStatusCode && (await page.Content.ReadAsStringAsync(Cancellation)).Contains(words, StringComparison.Ordinal);
    });

    private Task IsGoneAsync(string path) => Eventually.BecomesTrueAsync($"{path} is gone", async () =>
    {
        using var page = await _http.GetAsync(new Uri(_site, path), Cancellation);
        return page.StatusCode == HttpStatusCode.NotFound;
    });
}
