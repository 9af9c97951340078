using System.Globalization;
using Soundoff.Cli.Letters;
using Soundoff.Mail.Keeping;
using Soundoff.Operations;
using Soundoff.Publishing;
using Soundoff.Texts;
using Spectre.Console;

namespace Soundoff.Cli.Operations;

/// <summary>What <c>soundoff status</c> tells people.</summary>
internal static class StatusScreen
{
    private const int ProblemsShown = 5;
    private const int LongestWords = 60;

    public static void Write(IAnsiConsole console, StationStatus status, DateTimeOffset now)
    {
        var queues = new Table().Border(TableBorder.Simple).AddColumn("Queue").AddColumn(new TableColumn("Waiting").RightAligned()).AddColumn(new TableColumn("Poisoned").RightAligned());
        foreach (var queue in status.Health.Queues)
            queues.AddRow(queue.Name, queue.Waiting?.ToString(CultureInfo.InvariantCulture) ?? "[red]missing[/]", queue.Poisoned == 0 ? "0" : FormattableString.Invariant($"[red]{queue.Poisoned}[/]"));
        console.Write(queues);
        if (status.Health.Queues.Any(queue => queue.Poisoned > 0)) console.MarkupLine("[yellow]Poisoned messages failed five times: mend what made them fail, then 'soundoff redrive'.[/]");
        foreach (var show in status.Shows) Write(console, show, now);
        if (status.Shows.Count == 0) console.MarkupLine("No show yet.");
        console.MarkupLine(status.Health.Healthy ? "[green]All is well.[/]" : "[red]Something is to be mended.[/]");
    }

    private static void Write(IAnsiConsole console, ShowStatus show, DateTimeOffset now)
    {
        console.MarkupLine(show.Show == LetterStore.NoShow ? "[bold]Mail that names no show[/]" : $"[bold]{Markup.Escape(ScreenText.Line(show.Title))}[/] [dim]/{Markup.Escape(show.Show)}/[/]");
        if (show.Show != LetterStore.NoShow)
            console.MarkupLine(FormattableString.Invariant($"  {show.Live} live, {show.Scheduled} scheduled, {Drafts(show.Drafts)}; {(show.OldestWork is { } since ? "work waits since " + Age(now - since) : "no work waits")}"));
        foreach (var report in show.Problems.Take(ProblemsShown))
        {
            console.MarkupLine($"  [{(report.Outcome == Outcome.Refused ? "red]refused " : "yellow]problems")}[/] {Markup.Escape(ScreenText.Line(report.Slug))}");
            ProblemLines.Write(console, report.Problems);
        }

        if (show.Problems.Count > ProblemsShown) console.MarkupLine(FormattableString.Invariant($"  … and problems of {show.Problems.Count - ProblemsShown} more"));
        foreach (var letter in show.Letters)
            console.MarkupLine(FormattableString.Invariant($"  [dim]{letter.Received.UtcDateTime:MM-dd HH:mm}[/] {EnumName.Of(letter.Class)}, {EnumName.Of(letter.State)}: {Markup.Escape(ScreenText.Line(letter.Excerpt, LongestWords))}"));
    }

    private static string Drafts(int count) => FormattableString.Invariant($"{count} draft{(count == 1 ? "" : "s")}");

    private static string Age(TimeSpan age) => age.TotalHours >= 1 ? FormattableString.Invariant($"{age.TotalHours:0} h") : age.TotalMinutes >= 1 ? FormattableString.Invariant($"{age.TotalMinutes:0} min") : FormattableString.Invariant($"{Math.Max(0, age.TotalSeconds):0} s");
}
