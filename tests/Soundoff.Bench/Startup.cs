using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Soundoff.Account;
using Soundoff.Cli.Local;
using Spectre.Console;

namespace Soundoff.Bench;

/// <summary>
/// How long a new instance takes until its first messages are handled, on an emulator: the engine as the Functions app composes it, without the worker, compiled when it
/// runs (JIT) against compiled before (ReadyToRun).
/// </summary>
internal static class Startup
{
    private const string Project = "Soundoff.FirstMessage";
    private const string Show = "rail";

    private static readonly Build[] Builds = [new("JIT", "jit"), new("ReadyToRun", "r2r"), new("ReadyToRun, no PGO", "r2r") { HasPgo = false }, new("ReadyToRun, warmed up", "r2r") { IsWarm = true }];

    /// <param name="runs">How many starts of each; 10 when none is given.</param>
    public static async Task<int> RunAsync(string[] runs)
    {
        var count = runs is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 10;
        var folder = Directory.CreateTempSubdirectory("soundoff-startup");
        try
        {
            await PublishAsync(folder, "jit", "false");
            await PublishAsync(folder, "r2r", "true");
            await using var azurite = await Azurite.StartAsync(null, Console.Error.WriteLine, CancellationToken.None);
            var station = await BenchShow.CreateAsync(azurite.ConnectionString, Show);
            await station.FillAsync(10);
            var results = Builds.ToDictionary(b => b, _ => new List<double[]>());
            // In turns, so that what else the machine does falls on all alike; the first turn warms caches and is not counted.
            for (var turn = 0; turn <= count; turn++)
            {
                foreach (var build in Builds)
                {
                    var times = await StartAsync(folder, build, azurite.ConnectionString, $"{Show}/new-{turn}-{Array.IndexOf(Builds, build)}.md");
                    if (turn > 0) results[build].Add(times);
                }
            }

            var table = new Table().AddColumns("Medians in ms", "Composed", "First event read", "First show rendered", "Until then, process and all");
            table.Columns.Skip(1).ToList().ForEach(c => c.RightAligned());
            foreach (var build in Builds) table.AddRow([build.Name, .. Enumerable.Range(0, 4).Select(i => Median(results[build].Select(r => r[i])))]);
            AnsiConsole.Write(table);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(DirectoryInfo folder, string output, string readyToRun)
    {
        using var publish = Process.Start("dotnet", ["publish", Path.Combine(Root(), "tests", Project), "-c", "Release", "-r", "linux-x64", "--self-contained", "false", $"-p:PublishReadyToRun={readyToRun}", "-o", Path.Combine(folder.FullName, output), "-v", "quiet", "--nologo"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException($"{Project} could not be published.");
    }

    private static async Task<double[]> StartAsync(DirectoryInfo folder, Build build, string connection, string path)
    {
        await new BlobContainerClient(connection, Containers.Episodes).GetBlobClient(path).UploadAsync(BinaryData.FromString("# Night trains\n\nThey run again, by night."), overwrite: true);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder.FullName, build.Folder, Project + ".dll"), Show, path, build.IsWarm ? "warm" : "cold"]) { RedirectStandardOutput = true };
        start.Environment["Storage__ConnectionString"] = connection;
        start.Environment["Site__BaseUrl"] = "https://radio.example/";
        start.Environment["Publishing__Settle"] = "00:00:00";
        start.Environment["Logging__LogLevel__Default"] = "None";
        start.Environment["DOTNET_TieredPGO"] = build.HasPgo ? "1" : "0";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{Project} ended without a word.");
        var total = watch.Elapsed.TotalMilliseconds;
        await process.WaitForExitAsync();
        return [.. line.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)), total];
    }

    private static string Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2].ToString("0", CultureInfo.InvariantCulture);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Functions.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run it inside the repository.");
        return folder;
    }

    private sealed record Build(string Name, string Folder)
    {
        public bool HasPgo { get; init; } = true;
        public bool IsWarm { get; init; }
    }
}
