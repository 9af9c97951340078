using Soundoff.Problems;
using Spectre.Console;

namespace Soundoff.Cli;

/// <summary>Prints problems: what, where, and how to mend it.</summary>
internal static class ProblemLines
{
    public static void Write(IAnsiConsole console, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var (word, colour) = problem.Severity == Severity.Error ? ("error", "red") : ("warning", "yellow");
            var place = problem.File + (problem.Line is { } line ? FormattableString.Invariant($":{line}") : "") + (problem.Field is { } field ? $" {field}" : "");
            console.MarkupLine($"  [{colour}]{word,-9}[/] [bold]{Markup.Escape(place)}[/]  {Markup.Escape(problem.Message)}");
            console.MarkupLine($"            [dim]{Markup.Escape(problem.Mend)}[/]");
        }
    }
}
