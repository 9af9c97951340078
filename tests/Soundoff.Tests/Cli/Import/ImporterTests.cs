using Soundoff.Cli.Import;

namespace Soundoff.Tests.Cli.Import;

public sealed class ImporterTests(ImportedFolders imported) : IClassFixture<ImportedFolders>, IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string> Feeds => [.. ImportedFolders.Feeds.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    // To write an expectation anew, take what the message of this test shows, and read it.
    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task A_feed_becomes_the_folder_that_a_person_would_make(string name)
    {
        var text = imported.Written(name) + "=== report\n" + imported.Report(name);
        var expected = Path.Combine(AppContext.BaseDirectory, "Data", "Import", name, "expected.txt");
        Assert.Equal(await File.ReadAllTextAsync(expected, Cancellation), text);
    }

    [Fact]
    public async Task A_recording_that_broke_off_goes_on_where_it_ended()
    {
        var asked = imported.Server.Requests.Where(request => request.StartsWith("breaks/audio", StringComparison.Ordinal)).Take(2).ToList();
        var whole = new FileInfo(Path.Combine(AppContext.BaseDirectory, "Data", "audio", "tagged-v24.mp3"));
        Assert.Equal(["breaks/audio/tagged-v24.mp3 bytes=0-", $"breaks/audio/tagged-v24.mp3 bytes={whole.Length / 2}-"], asked);
        Assert.Equal(await File.ReadAllBytesAsync(whole.FullName, Cancellation), await File.ReadAllBytesAsync(Path.Combine(imported.At("faults"), "breaks-off.mp3"), Cancellation));
    }

    [Fact]
    public async Task A_second_run_fetches_only_the_feed_and_what_was_missing()
    {
        var folder = _folder.At("faults");
        await imported.ImportAsync("faults", folder, Cancellation);
        var before = imported.Server.Requests.Count;
        var report = await imported.ImportAsync("faults", folder, Cancellation);
        Assert.Equal((0, 9), (report.Count(ItemFate.New), report.Count(ItemFate.Unchanged)));
        var asked = imported.Server.Requests.Skip(before).Select(request => request.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["circle/three.mp3", "faults/feed.xml", "files/picture.webp", "gone/c.json", "gone/cover.jpg", "gone/one.mp3", "signin/t.vtt", "signin/two.mp3"], asked);
    }

    [Fact]
    public async Task What_a_publisher_changed_stays_and_what_was_not_changed_follows_the_feed()
    {
        var folder = _folder.At("archives");
        await imported.ImportAsync("archives-2018", folder, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "tide-1.html"), "---\ntitle: Mine\n---\nMine.", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "show.yaml"), "title: Mine\n", Cancellation);
        imported.Server.Edit = text => text.Replace("Tide 1.", "Corrected.", StringComparison.Ordinal).Replace("Tide 2.", "Corrected.", StringComparison.Ordinal);
        var report = await imported.ImportAsync("archives-2018", folder, Cancellation);
        imported.Server.Edit = text => text;
        Assert.Equal((3, 1, 1), (report.Count(ItemFate.Unchanged), report.Count(ItemFate.Updated), report.Count(ItemFate.Yours)));
        Assert.Contains("Corrected.", await File.ReadAllTextAsync(Path.Combine(folder, "tide-2.html"), Cancellation), StringComparison.Ordinal);
        Assert.Contains("Mine.", await File.ReadAllTextAsync(Path.Combine(folder, "tide-1.html"), Cancellation), StringComparison.Ordinal);
        Assert.Equal("title: Mine\n", await File.ReadAllTextAsync(Path.Combine(folder, "show.yaml"), Cancellation));
    }

    [Fact]
    public async Task A_run_that_is_killed_anywhere_is_taken_up_to_the_same_folder()
    {
        var folder = _folder.At("twins-2014");
        for (var requests = 1; requests <= 4; requests++)
        {
            using var kill = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            using var watch = imported.Server.After(requests, kill.Cancel);
            await Record.ExceptionAsync(() => imported.ImportAsync("twins-2014", folder, kill.Token));
            // The line that was being written when the power went.
            if (File.Exists(Path.Combine(folder, ImportJournal.FileName))) await File.AppendAllTextAsync(Path.Combine(folder, ImportJournal.FileName), "{\"id\":\"cut of", Cancellation);
        }

        await imported.ImportAsync("twins-2014", folder, Cancellation);
        Assert.Equal(Files(imported.At("twins-2014")), Files(folder));
    }

    private static IEnumerable<(string, string)> Files(string folder) =>
        Directory.GetFiles(folder).Where(file => Path.GetFileName(file) != ImportJournal.FileName).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), Convert.ToHexString(File.ReadAllBytes(file))));
}
