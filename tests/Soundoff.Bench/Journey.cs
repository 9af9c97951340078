using System.Globalization;
using Soundoff.Cli.Local;
using Spectre.Console;

namespace Soundoff.Bench;

/// <summary>
/// How long a publish takes on an emulator, from the upload of its notes to the live page and feed, and what it costs. A plain program: an
/// emulator's noise is no matter for a benchmark runner.
/// </summary>
internal static class Journey
{
    private const int Publishes = 20;

    /// <param name="sizes">How many episodes the show has before: one table row for each; 10 and 500 when none is given.</param>
    public static async Task<int> RunAsync(string[] sizes)
    {
        await using var azurite = await Azurite.StartAsync(null, Console.Error.WriteLine, CancellationToken.None);
        var table = new Table().AddColumns("Episodes before", "Median, ms", "95 %, ms", "Storage operations", "KiB sent");
        table.Columns.Skip(1).ToList().ForEach(c => c.RightAligned());
        foreach (var size in (sizes is [] ? ["10", "500"] : sizes).Select(s => int.Parse(s, CultureInfo.InvariantCulture)))
        {
            var show = await BenchShow.CreateAsync(azurite.ConnectionString, $"show{size}");
            await show.FillAsync(size);

            var runs = new List<Publish>();
            for (var i = 0; i < Publishes; i++) runs.Add(await show.PublishAsync(i));
            table.AddRow(Row(size, runs));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static string[] Row(int size, List<Publish> runs)
    {
        var times = runs.Select(r => r.Time.TotalMilliseconds).Order().ToList();
        var operations = runs.Select(r => r.Operations).Order().ToList();
        return
        [
            size.ToString("N0", CultureInfo.InvariantCulture),
            Text(times[times.Count / 2]),
            Text(times[(int)(times.Count * 0.95)]),
            operations[0] == operations[^1] ? Text(operations[0]) : $"{operations[0]} to {operations[^1]}",
            Text(runs.Average(r => r.Bytes) / 1024),
        ];

        static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);
    }
}

/// <summary>One publish.</summary>
/// <param name="Time">From the upload of the notes until page and feed are live.</param>
/// <param name="Operations">Requests of the handlers to storage.</param>
/// <param name="Bytes">Bytes that they sent.</param>
internal sealed record Publish(TimeSpan Time, int Operations, long Bytes);
