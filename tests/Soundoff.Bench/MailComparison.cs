using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Soundoff.Bench;

/// <summary>Soundoff's reading and sorting beside MimeKit and npm's mailparser, over the same messages in one run: the fastest of many rounds of each.</summary>
internal static class MailComparison
{
    private const int Rounds = 200;

    private static readonly int[] Sizes = [5, 50, 5000];

    public static async Task<int> RunAsync()
    {
        var messages = Sizes.Select(s => SampleMessage.OfSize(s * 1000)).ToList();
        var folder = Directory.CreateTempSubdirectory("soundoff-mail");
        var files = Sizes.Select(s => Path.Combine(folder.FullName, $"{s}.eml")).ToList();
        foreach (var (file, message) in files.Zip(messages)) await File.WriteAllBytesAsync(file, message);
        var others = await MailParser.MeasureAsync(files, Console.Error.WriteLine);
        folder.Delete(recursive: true);

        var table = new Table().AddColumns("KB", "MimeKit, bare, µs", "with text, µs", "Soundoff, µs", "to bare", "to text", "mailparser, µs");
        foreach (var column in table.Columns) column.RightAligned();
        for (var i = 0; i < messages.Count; i++)
        {
            var raw = messages[i];
            var times = Measure([() => ReadingWays.Parse(raw), () => _ = ReadingWays.Parse(raw).TextBody, () => ReadingWays.ReadAndSort(raw)], Math.Max(1, 400_000 / raw.Length));
            table.AddRow(
                Sizes[i].ToString(CultureInfo.InvariantCulture), Text(times[0], "0.0"), Text(times[1], "0.0"), Text(times[2], "0.0"), Text(times[2] / times[0], "0.0"), Text(times[2] / times[1], "0.0"),
                others is null ? "-" : Text(others[i], "0.0"));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    // In turns, so that a busy machine slows all alike.
    private static double[] Measure(Action[] ways, int times)
    {
        var best = ways.Select(_ => double.MaxValue).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < times; i++) ways[way]();
                best[way] = Math.Min(best[way], watch.Elapsed.TotalMicroseconds / times);
            }
        }

        return best;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
