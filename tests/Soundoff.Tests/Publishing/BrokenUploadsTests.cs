using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Soundoff.Account;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>Each upload that is wrong says so exactly, and what was live stays. Run with SOUNDOFF_ACCEPT=1 to write the twins anew, then read them.</summary>
public class BrokenUploadsTests(AzuriteFixture azurite)
{
    private const string Show = "title: Rail\nlanguage: en\nfeed: { textEpisodes: true }\n";

    private static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. BrokenUploads.All.Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_upload_is_reported_exactly_and_the_last_good_page_stays(string name)
    {
        var upload = BrokenUploads.All.Single(b => b.Name == name);
        await using var world = await World.CreateAsync(azurite.NewAccount());
        await world.UploadAsync("rail/show.yaml", Show);
        foreach (var (path, bytes) in upload.Good) await world.UploadAsync(path, bytes);
        await world.SettleAsync();
        Assert.NotNull(await world.ReadAsync("rail/night/index.html"));
        var site = await world.VersionsAsync();
        var reports = await ReportsAsync(world);

        foreach (var (path, bytes) in upload.Broken) await world.StoreAsync(path, bytes);
        foreach (var (path, _) in upload.Broken) await world.PostAsync(path);
        await world.SettleAsync();

        var report = Assert.Single((await ReportsAsync(world)).Except(reports)).Value;
        AssertIsTwin(name, report);
        // Not one public file was so much as written again.
        if (upload.Shows is null) Assert.Equal(site, await world.VersionsAsync());
        else Assert.Contains(upload.Shows, System.Net.WebUtility.HtmlDecode(await world.ReadAsync("rail/night/index.html")));
    }

    [Fact]
    public void Every_twin_has_its_upload() =>
        Assert.Equal(BrokenUploads.All.Select(b => b.Name).Order(StringComparer.Ordinal), Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Data", "broken");

    private static async Task<IReadOnlyDictionary<string, string>> ReportsAsync(World world)
    {
        var reports = new Dictionary<string, string>();
        foreach (var path in await world.PathsAsync(Containers.Reports)) reports[path] = (await world.ReadAsync(path, Containers.Reports))!;
        return reports;
    }

    private static void AssertIsTwin(string name, string report, [CallerFilePath] string source = "")
    {
        var json = JsonNode.Parse(report)!;
        var told = new JsonObject { ["outcome"] = json["outcome"]!.DeepClone(), ["problems"] = json["problems"]!.DeepClone() }.ToJsonString(Shown) + "\n";
        if (Environment.GetEnvironmentVariable("SOUNDOFF_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "Data", "broken", name + ".json"), told);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".json")), told);
    }
}
