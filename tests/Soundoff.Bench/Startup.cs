using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Soundoff.Account;
using Soundoff.Cli.Local;
using Soundoff.FunctionsHost;
using Soundoff.Storage;
using Spectre.Console;

namespace Soundoff.Bench;

/// <summary>
/// How long a new instance takes until its first messages are handled, on an emulator: the Functions app in its worker, compiled when it runs (JIT) against compiled before
/// (ReadyToRun). The host is the tests' own; it starts within a few hundredths of a second.
/// </summary>
internal static class Startup
{
    private const string Show = "rail";

    private static readonly Build[] Builds = [new("JIT", "jit"), new("ReadyToRun", "r2r"), new("ReadyToRun, no PGO", "r2r") { HasPgo = false }];

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

            var table = new Table().AddColumns("Medians in ms", "Functions loaded", "First event read", "First show rendered", "Until then, in all");
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
        using var publish = Process.Start("dotnet", ["publish", Path.Combine(Root(), "src", "Functions"), "-c", "Release", $"-p:PublishReadyToRun={readyToRun}", "-o", Path.Combine(folder.FullName, output), "-v", "quiet", "--nologo"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException("The functions could not be published.");
    }

    private static async Task<double[]> StartAsync(DirectoryInfo folder, Build build, string connection, string path)
    {
        await new BlobContainerClient(connection, Containers.Episodes).GetBlobClient(path).UploadAsync(BinaryData.FromString("# Night trains\n\nThey run again, by night."), overwrite: true);
        await new QueueClient(connection, Queues.EpisodeEvents).SendMessageAsync(BlobEvent.Json(path));
        var app = new FunctionsApp(Path.Combine(folder.FullName, build.Folder), connection, new Dictionary<string, string>
        {
            ["Site__BaseUrl"] = "https://radio.example/",
            ["Publishing__Settle"] = "00:00:00",
            ["DOTNET_TieredPGO"] = build.HasPgo ? "1" : "0",
            // A host that looks every two seconds would hide what is measured.
            ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.010",
        });
        var watch = Stopwatch.StartNew();
        await using var running = await RunningApp.StartAsync(app, CancellationToken.None);
        var loaded = watch.Elapsed.TotalMilliseconds;
        await HandledAsync(running, "EpisodeChanged");
        var read = watch.Elapsed.TotalMilliseconds;
        await HandledAsync(running, "ShowChanged");
        var rendered = watch.Elapsed.TotalMilliseconds;
        await running.StopAsync();
        return [loaded, read - loaded, rendered - read, rendered];
    }

    private static async Task HandledAsync(RunningApp app, string function)
    {
        while (app.Tally.Succeeded(function) == 0)
        {
            if (app.Tally.Failed(function) > 0) throw new InvalidOperationException($"{function} failed:\n{app.Log.Text}");
            await Task.Delay(1);
        }
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
    }
}
