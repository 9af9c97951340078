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

    /// <param name="arguments">How many starts of each, 10 when none is given; then the folder of a published app, to measure that one alone.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 10;
        var folder = Directory.CreateTempSubdirectory("soundoff-startup");
        try
        {
            var builds = arguments is [_, var published] ? [new Build("As published", published)] : await PublishAsync(folder.FullName);
            await using var azurite = await Azurite.StartAsync(null, Console.Error.WriteLine, CancellationToken.None);
            var station = await BenchShow.CreateAsync(azurite.ConnectionString, Show);
            await station.FillAsync(10);
            var results = builds.ToDictionary(b => b, _ => new List<double[]>());
            // In turns, so that what else the machine does falls on all alike; the first turn warms caches and is not counted.
            for (var turn = 0; turn <= count; turn++)
            {
                foreach (var build in builds)
                {
                    var times = await StartAsync(build, azurite.ConnectionString, $"{Show}/new-{turn}-{Array.IndexOf(builds, build)}.md");
                    if (turn > 0) results[build].Add(times);
                }
            }

            var table = new Table().AddColumns("Medians in ms", "Functions loaded", "First event read", "First show rendered", "Until then, in all");
            table.Columns.Skip(1).ToList().ForEach(c => c.RightAligned());
            foreach (var build in builds) table.AddRow([build.Name, .. Enumerable.Range(0, 4).Select(i => Median(results[build].Select(r => r[i])))]);
            AnsiConsole.Write(table);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Build[]> PublishAsync(string folder)
    {
        var (late, ahead) = (Path.Combine(folder, "jit"), Path.Combine(folder, "r2r"));
        await PublishAsync(late, readyToRun: "false");
        await PublishAsync(ahead, readyToRun: "true");
        return [new("JIT", late), new("ReadyToRun", ahead), new("ReadyToRun, no PGO", ahead) { HasPgo = false }];
    }

    private static async Task PublishAsync(string output, string readyToRun)
    {
        using var publish = Process.Start("dotnet", ["publish", Path.Combine(Root(), "src", "Functions"), "-c", "Release", $"-p:PublishReadyToRun={readyToRun}", "-o", output, "-v", "quiet", "--nologo"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException("The functions could not be published.");
    }

    private static async Task<double[]> StartAsync(Build build, string connection, string path)
    {
        await new BlobContainerClient(connection, Containers.Episodes).GetBlobClient(path).UploadAsync(BinaryData.FromString("# Night trains\n\nThey run again, by night."), overwrite: true);
        await new QueueClient(connection, Queues.EpisodeEvents).SendMessageAsync(BlobEvent.Json(path));
        var app = new FunctionsApp(build.Folder, connection, new Dictionary<string, string>
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
