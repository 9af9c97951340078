using Spectre.Console;

namespace Soundoff.Cli.Import;

/// <summary>Tells people what an import did, what it left, and why.</summary>
internal static class ImportScreen
{
    public static void Write(IAnsiConsole console, ImportReport report)
    {
        console.MarkupLine($"[bold]{Markup.Escape(report.Title ?? "The show")}[/] is in {Markup.Escape(report.Folder!)}");
        var fates = new[]
        {
            Count(report.Count(ItemFate.New), "new episode", "new episodes"),
            Count(report.Count(ItemFate.Updated), "changed by its feed", "changed by their feed"),
            Count(report.Count(ItemFate.Unchanged), "that was there", "that were there"),
            Count(report.Count(ItemFate.Yours), "that you changed, left as it is", "that you changed, left as they are"),
        };
        console.MarkupLine(FormattableString.Invariant($"{Markup.Escape(string.Join(", ", fates.OfType<string>().DefaultIfEmpty("no episodes")))}; {report.Bytes / 1e6:N1} MB of recordings were fetched."));
        if (report.BrokeOff is { } why)
        {
            console.MarkupLine($"[red]{"broke off",-10}[/] The feed was not read to its end: {Markup.Escape(why)}");
            console.MarkupLine("[dim]           Run the same command again later: it goes on where it was.[/]");
        }

        foreach (var file in report.Missing) Line(console, "missing", "red", file);
        foreach (var field in report.Fields) Line(console, "note", "yellow", field);
        console.MarkupLine($"Next: [bold]soundoff check {Markup.Escape(report.Folder!)}[/]");
    }

    private static void Line(IAnsiConsole console, string word, string colour, LeftField field)
    {
        var where = field.Items > 1 ? FormattableString.Invariant($"{field.Items:N0} items, such as \"{field.Where}\"") : $"\"{field.Where}\"";
        console.MarkupLine($"[{colour}]{word,-10}[/] [bold]{Markup.Escape(field.What)}[/]  {Markup.Escape(field.Why)} [dim]{Markup.Escape(where)}[/]");
        console.MarkupLine($"           [dim]{Markup.Escape(field.Mend)}[/]");
    }

    private static string? Count(int number, string one, string many) => number == 0 ? null : FormattableString.Invariant($"{number:N0} {(number == 1 ? one : many)}");
}
