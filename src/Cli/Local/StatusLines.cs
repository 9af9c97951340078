using Soundoff.Publishing;
using Spectre.Console;

namespace Soundoff.Cli.Local;

/// <summary>Prints what happens in a local run: a line per episode, and what is to be mended below it.</summary>
internal sealed class StatusLines(IAnsiConsole console, bool verbose) : IStatus
{
    // Pumps and watchers speak at once; their lines do not mix.
    private readonly Lock _turn = new();
    private string? _lastNote;

    public void Reported(Report report)
    {
        // A show's settings come along with its first episode; without problems there is nothing to say of them.
        if (report is { Slug: "show", Outcome: Outcome.Published, Problems.Count: 0 }) return;
        var (word, colour) = report.Outcome switch
        {
            Outcome.Published => ("live", "green"),
            Outcome.Scheduled => ("scheduled", "blue"),
            Outcome.Draft => ("draft", "blue"),
            Outcome.Removed => ("removed", "grey"),
            _ => ("refused", "red"),
        };
        var place = report.Outcome switch
        {
            Outcome.Published => report.Url,
            Outcome.Scheduled => FormattableString.Invariant($"from {report.Date:yyyy-MM-dd HH:mm zzz} at {report.Url}"),
            Outcome.Refused => "not published until this is mended; what was live stays live",
            _ => "",
        };
        lock (_turn)
        {
            console.MarkupLine($"[{colour}]{word,-10}[/] [bold]{Markup.Escape(report.Title ?? $"{report.Show}/{report.Slug}")}[/]  {Markup.Escape(place ?? "")}");
            ProblemLines.Write(console, report.Problems);
        }
    }

    public void Failed(FailedTry failed)
    {
        var what = failed.Message.Length == 0
            ? $"The queue {failed.Trigger.Queue} cannot be read just now: {FirstLine(failed.Failure)}"
            : failed.Poisoned
                ? $"{failed.Trigger.Function} gave up after {failed.Number} tries; the message is in {failed.Trigger.Queue}-poison: {FirstLine(failed.Failure)}"
                : $"{failed.Trigger.Function} failed at try {failed.Number} and tries again: {FirstLine(failed.Failure)}";
        Warn(verbose ? what + Environment.NewLine + failed.Message + Environment.NewLine + failed.Failure : what);
    }

    public void Warn(string sentence)
    {
        lock (_turn)
        {
            // What is wrong with the storage is wrong for every message in hand: once is enough.
            if (sentence == _lastNote) return;
            _lastNote = sentence;
            console.MarkupLine($"[yellow]{"note",-10}[/] {Markup.Escape(sentence)}");
        }
    }

    private static string FirstLine(Exception failure) => failure.Message.Split('\n')[0].Trim();
}
