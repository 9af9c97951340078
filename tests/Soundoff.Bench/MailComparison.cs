using System.Diagnostics;
using System.Globalization;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;
using Spectre.Console;

namespace Soundoff.Bench;

/// <summary>Soundoff's reading and sorting beside MimeKit and npm's mailparser, over the same messages in one run: the fastest of many rounds of each.</summary>
internal static class MailComparison
{
    private const int MostRounds = 500;

    private static readonly (string Name, byte[] Raw)[] Messages =
    [
        ("letter, 5 KB", SampleMessage.OfSize(5_000)),
        ("letter, 50 KB", SampleMessage.OfSize(50_000)),
        ("with a recording, 5 MB", SampleMessage.OfSize(5_000_000)),
        ("reply with history, 5 KB", HtmlMessage.Reply(5_000)),
        ("reply with history, 50 KB", HtmlMessage.Reply(50_000)),
        ("HTML alone, 5 KB", HtmlMessage.Alone(5_000)),
        ("HTML alone, 50 KB", HtmlMessage.Alone(50_000)),
    ];

    /// <param name="rounds">How many; 500 when none is given.</param>
    public static async Task<int> RunAsync(string[] rounds)
    {
        var count = rounds is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : MostRounds;
        var folder = Directory.CreateTempSubdirectory("soundoff-mail");
        var files = Messages.Select((_, i) => Path.Combine(folder.FullName, $"{i}.eml")).ToList();
        foreach (var (file, message) in files.Zip(Messages)) await File.WriteAllBytesAsync(file, message.Raw);
        var others = await MailParser.MeasureAsync(files, count, Console.Error.WriteLine);
        folder.Delete(recursive: true);

        var times = Measure([.. Messages.Select(m => Ways(m.Raw))], count);
        var table = new Table().AddColumns("µs", "MimeKit, bare", "with text", "Soundoff", "to bare", "to text", "its key", "mailparser");
        foreach (var column in table.Columns.Skip(1)) column.RightAligned();
        foreach (var (i, message) in Messages.Index())
        {
            var (bare, text, soundoff, key) = (times[i][0], times[i][1], times[i][2], times[i][3]);
            table.AddRow(message.Name, Text(bare), Text(text), Text(soundoff), Text(soundoff / bare), Text(soundoff / text), Text(key), others is null ? "-" : Text(others[i]));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static Action[] Ways(byte[] raw)
    {
        var mail = MailReader.Read(raw);
        return [() => ReadingWays.Parse(raw), () => ReadingWays.ParseAndText(raw), () => ReadingWays.ReadAndSort(raw), () => LetterKey.Of(mail)];
    }

    // In turns, so that a busy machine slows all alike, and all are compiled to the end before the fastest rounds come.
    private static double[][] Measure(Action[][] messages, int rounds)
    {
        var best = messages.Select(ways => ways.Select(_ => double.MaxValue).ToArray()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (message, ways) in messages.Index())
            {
                // Few enough that a round may pass without garbage being collected.
                var times = Math.Max(1, 80_000 / Messages[message].Raw.Length);
                foreach (var (way, act) in ways.Index())
                {
                    var watch = Stopwatch.StartNew();
                    for (var i = 0; i < times; i++) act();
                    best[message][way] = Math.Min(best[message][way], watch.Elapsed.TotalMicroseconds / times);
                }
            }
        }

        return best;
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
