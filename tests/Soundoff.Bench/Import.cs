using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Catalog;
using Soundoff.Cli.Local;
using Soundoff.Publishing;
using Spectre.Console;

namespace Soundoff.Bench;

/// <summary>
/// How long a folder of text episodes takes through <c>soundoff serve</c> on an emulator until all of it is live: mirror, watcher, queue pump and engine in one process, as they
/// run there. The emulator keeps its account in memory.
/// </summary>
internal static class Import
{
    private const string Show = "archive";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <param name="counts">How many episodes: one table row for each; 100 and 1,000 when none is given.</param>
    public static async Task<int> RunAsync(string[] counts)
    {
        var table = new Table().AddColumns("Episodes", "Seconds", "Episodes a second", "Requests of an episode", "Memory at most, MB");
        foreach (var column in table.Columns) column.RightAligned();
        foreach (var count in (counts is [] ? ["100", "1000"] : counts).Select(c => int.Parse(c, CultureInfo.InvariantCulture))) table.AddRow(await RunAsync(count));
        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<string[]> RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("soundoff-import-").FullName;
        try
        {
            await WriteAsync(folder, count);
            await using var azurite = await Azurite.StartAsync(null, Console.Error.WriteLine, CancellationToken.None);
            using var requests = new RequestCount(new BlobServiceClient(azurite.ConnectionString).Uri.Host);
            var watch = Stopwatch.StartNew();
            await using var station = await LocalStation.StartAsync(new() { Port = FreePort(), ConnectionString = azurite.ConnectionString, Folder = folder }, new Silence(), CancellationToken.None);
            await station.BeginAsync(CancellationToken.None);
            await LiveAsync(station.Services, count);
            var seconds = watch.Elapsed.TotalSeconds;
            return [Text(count, "N0"), Text(seconds, "0.0"), Text(count / seconds, "0.0"), Text(requests.Total / (double)count, "0.0"), Text(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "0")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A day each, as an archive has them.
    private static async Task WriteAsync(string folder, int count)
    {
        Directory.CreateDirectory(Path.Combine(folder, Show));
        var newest = DateTimeOffset.UtcNow.Date;
        for (var i = 1; i <= count; i++)
            await File.WriteAllTextAsync(
                Path.Combine(folder, Show, string.Create(CultureInfo.InvariantCulture, $"part-{i:00000}.md")),
                string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Part {i}\ndate: {newest.AddDays(-i):yyyy-MM-dd}\ntopics: [Trains]\n---\nThey run again, by night.\n\nThe second paragraph of part {i}.\n"));
    }

    private static async Task LiveAsync(IServiceProvider services, int count)
    {
        var catalog = services.GetRequiredService<CatalogTable>();
        while (true)
        {
            await Task.Delay(Look);
            if (await catalog.OldestWorkAsync(Show, CancellationToken.None) is not null) continue;
            if ((await catalog.StatesAsync(Show, CancellationToken.None)).GetValueOrDefault(EpisodeState.Live) == count) return;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed class Silence : IStatus
    {
        public void Reported(Report report)
        {
        }

        public void Failed(FailedTry failed) => Console.Error.WriteLine(failed);

        public void Warn(string sentence) => Console.Error.WriteLine(sentence);
    }

    /// <summary>Counts this process's requests to a host, by the instruments of the HTTP client.</summary>
    private sealed class RequestCount : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _total;

        public RequestCount(string host)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" }) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
            {
                foreach (var tag in tags) if (tag.Key == "server.address" && tag.Value as string == host) Interlocked.Increment(ref _total);
            });
            _listener.Start();
        }

        public long Total => Interlocked.Read(ref _total);

        public void Dispose() => _listener.Dispose();
    }
}
