using Azure.Storage.Blobs;
using Soundoff.Account;
using Soundoff.Cli;
using Soundoff.Cli.Local;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli.Publish;

public sealed class PublishCommandTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_brought_up_listed_opened_changed_and_taken_down()
    {
        var account = azurite.NewAccount();
        var settings = new StationSettings { Port = CommandRun.FreePort(), ConnectionString = account };
        await using var station = await LocalStation.StartAsync(settings, new RecordingStatus(), TestContext.Current.CancellationToken);
        await station.BeginAsync(TestContext.Current.CancellationToken);
        _folder.Write("rail/show.yaml", "title: Rail\nlanguage: en\n");
        _folder.Write("rail/night.md", "---\ntitle: Night\n---\nText.");
        _folder.Write("rail/later.md", "---\ntitle: Later\ndraft: true\n---\nText.");
        var show = _folder.At("rail");

        var dry = await CommandRun.Of("publish", show, "--to", account, "--dry-run");
        Assert.Equal(ExitCode.Good, dry.ExitCode);
        Assert.Contains("new        rail/night.md", dry.Output, StringComparison.Ordinal);
        Assert.Contains("3 files to upload, 0 are there already", dry.Output, StringComparison.Ordinal);
        Assert.Empty(Uploads(account));

        var first = await CommandRun.Of("publish", show, "--to", account);
        Assert.Equal((ExitCode.Good, ""), (first.ExitCode, first.Error));
        Assert.Contains($"live       Night  {settings.Address}rail/night/", first.Output, StringComparison.Ordinal);
        Assert.Contains("draft      Later", first.Output, StringComparison.Ordinal);

        var again = await CommandRun.Of("publish", show, "--to", account);
        Assert.Equal(ExitCode.Good, again.ExitCode);
        Assert.Contains("0 files to upload, 3 are there already", again.Output, StringComparison.Ordinal);

        Assert.Equal(["later draft", "night published"], (await CommandRun.Of("list", "rail", "--json", "--to", account)).Lines.Select(line => $"{line.GetProperty("slug")} {line.GetProperty("outcome")}").Order(StringComparer.Ordinal));
        Assert.Equal($"{settings.Address}rail/night/\n", (await CommandRun.Of("open", "night", "--print", "--to", account)).Output.ReplaceLineEndings("\n"));
        Assert.Equal(ExitCode.Misused, (await CommandRun.Of("open", "nothing", "--print", "--to", account)).ExitCode);

        // What is wrong stops before anything is uploaded.
        _folder.Write("rail/night.md", "---\ntitle: Night\ndate: soon\n---\nText.");
        var wrong = await CommandRun.Of("publish", show, "--to", account);
        Assert.Equal(ExitCode.NotPublished, wrong.ExitCode);
        Assert.Contains("Nothing was uploaded", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("night.md:3 date", wrong.Error, StringComparison.Ordinal);

        // What the folder has not is shown, and deleted only when that is asked for.
        _folder.Write("rail/night.md", "---\ntitle: Night, again\n---\nText.");
        File.Delete(_folder.At("rail/later.md"));
        var kept = await CommandRun.Of("publish", show, "--to", account, "--json");
        Assert.Equal((ExitCode.Good, "Night, again"), (kept.ExitCode, Assert.Single(kept.Lines).GetProperty("title").GetString()));
        Assert.Contains("rail/later.md", Uploads(account));
        var deleted = await CommandRun.Of("publish", show, "--to", account, "--delete");
        Assert.Contains("delete     rail/later.md", deleted.Output, StringComparison.Ordinal);
        Assert.Equal(["rail/night.md", "rail/show.yaml"], Uploads(account));

        Assert.Equal(ExitCode.NotPublished, (await CommandRun.AskedAsync("n", "unpublish", "rail/night", "--to", account)).ExitCode);
        var gone = await CommandRun.AskedAsync("y", "unpublish", "rail/night", "--to", account);
        Assert.Equal(ExitCode.Good, gone.ExitCode);
        Assert.Contains("removed    rail/night", gone.Output, StringComparison.Ordinal);
        Assert.Equal(["rail/show.yaml"], Uploads(account));
    }

    [Fact]
    public async Task A_large_file_that_was_broken_off_goes_on_with_the_blocks_that_lack()
    {
        var container = new BlobContainerClient(azurite.NewAccount(), Containers.Episodes);
        await container.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        var bytes = new byte[1_000_000];
        new Random(7).NextBytes(bytes);
        await File.WriteAllBytesAsync(_folder.At("long.mp3"), bytes, TestContext.Current.CancellationToken);
        var file = new Soundoff.Cli.Publish.DifferentFile("rail/long.mp3", new FileInfo(_folder.At("long.mp3")), true);
        var uploader = new Soundoff.Cli.Publish.Uploader(container, block: 100_000);

        using var broken = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var sent = 0L;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => uploader.PutAsync(file, count =>
        {
            if ((sent += count) >= 400_000) broken.Cancel();
        }, broken.Token));
        Assert.Empty(container.GetBlobs(cancellationToken: TestContext.Current.CancellationToken));

        await uploader.PutAsync(file, _ => { }, TestContext.Current.CancellationToken);
        var there = await container.GetBlobClient("rail/long.mp3").DownloadContentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(bytes, there.Value.Content.ToArray());
        Assert.Equal(await Soundoff.Cli.Publish.Difference.HashAsync(file.File, TestContext.Current.CancellationToken), there.Value.Details.ContentHash);
    }

    private static IEnumerable<string> Uploads(string account) =>
        new BlobContainerClient(account, Containers.Episodes).GetBlobs(cancellationToken: TestContext.Current.CancellationToken).Select(blob => blob.Name);
}
