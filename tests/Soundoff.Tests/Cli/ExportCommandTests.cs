using System.IO.Compression;
using Azure.Storage.Blobs;
using Soundoff.Account;
using Soundoff.Cli;
using Soundoff.Cli.Local;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

public sealed class ExportCommandTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_exported_and_published_into_an_empty_account_gives_the_same_site_byte_for_byte()
    {
        _folder.Write("rail/show.yaml", "title: Rail\nlanguage: en\nguid: 9b024349-ccf0-5f69-a609-6b82873eab3c\n");
        _folder.Write("rail/night.md", "---\ntitle: Night\ndate: 2026-03-01\n---\nText.");
        _folder.Write("rail/day.md", "---\ntitle: Day\ndate: 2026-02-01\n---\nText.");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "audio", "info-8khz.mp3"), _folder.At("rail/night.mp3"));
        var (port, before, after) = (CommandRun.FreePort(), azurite.NewAccount(), azurite.NewAccount());
        await PublishAsync(port, before, _folder.At("rail"));

        var run = await CommandRun.Of("export", "rail", _folder.At("out"), "--from", before);
        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        Assert.Equal(["records", "reports", "site", "uploads"], Directory.GetDirectories(_folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await PublishAsync(port, after, _folder.At("out/uploads/rail"));
        Assert.Equal(Site(before), Site(after));

        var zip = await CommandRun.Of("site", "export", _folder.At("site.zip"), "--from", before);
        Assert.Equal(ExitCode.Good, zip.ExitCode);
        using (var archive = ZipFile.OpenRead(_folder.At("site.zip")))
            Assert.Equal(Site(before).Keys, archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));

        var none = await CommandRun.Of("export", "nothing", _folder.At("none"), "--from", before);
        Assert.Equal(ExitCode.Misused, none.ExitCode);
        Assert.Contains("Nothing of a show \"nothing\"", none.Error, StringComparison.Ordinal);
    }

    // The same address each time, which stands in every page.
    private static async Task PublishAsync(int port, string account, string folder)
    {
        await using var station = await LocalStation.StartAsync(new() { Port = port, ConnectionString = account }, new RecordingStatus(), Cancellation);
        await station.BeginAsync(Cancellation);
        var run = await CommandRun.Of("publish", folder, "--to", account);
        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        var catalog = (Soundoff.Catalog.CatalogTable)station.Services.GetService(typeof(Soundoff.Catalog.CatalogTable))!;
        await Eventually.BecomesTrueAsync("nothing is left to be rendered", async () => (await catalog.WorkAsync("rail", 10, Cancellation)).Rows.Count == 0);
    }

    private static SortedDictionary<string, string> Site(string account)
    {
        var site = new BlobContainerClient(account, Containers.Site);
        return new(site.GetBlobs(cancellationToken: Cancellation).ToDictionary(blob => blob.Name, blob => Convert.ToHexString(blob.Properties.ContentHash)), StringComparer.Ordinal);
    }
}
