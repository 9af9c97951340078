using System.Text.RegularExpressions;
using Soundoff.Limits;
using Soundoff.Problems;

namespace Soundoff.Notes;

/// <summary>
/// Keeps the reading of Markdown linear. For each mark that opens something and is never closed, a parser looks through the rest of its paragraph: 40,000
/// times <c>[a](</c> in one paragraph would take minutes. Paragraphs beyond a bound that no written text comes near are published as they stand.
/// </summary>
internal static partial class MarkdownEffort
{
    // Marks times characters of their paragraphs, of the whole text: some 0.2 seconds.
    private const long Most = 40_000_000;

    // Quotations in quotations and lists in lists.
    private const int DeepestLine = 100;

    /// <summary>Whether a line opens more quotations and lists in each other than any text needs.</summary>
    public static bool IsTooDeep(string text) => text.Length > DeepestLine && text.Split('\n').Any(line => Depth(line) > DeepestLine && !Rule().IsMatch(line));

    /// <summary>The text with everything escaped that would take too long; a warning for the first such paragraph.</summary>
    public static string Bounded(string file, string text, int linesBefore, List<Problem> problems)
    {
        // Most texts are far too short to take long.
        if ((long)text.Length * text.Length < Most) return text;
        var lines = text.Split('\n');
        var left = Most;
        var escaped = 0;
        int? first = null;
        foreach (var (from, to) in Paragraphs(lines))
        {
            var length = 0L;
            for (var i = from; i < to; i++) length += lines[i].Length + 1;
            var effort = length * Marks(string.Join('\n', lines[from..to]));
            if (effort <= left)
            {
                left -= effort;
                continue;
            }

            for (var i = from; i < to; i++) lines[i] = Sign().Replace(lines[i], @"\$0");
            escaped++;
            first ??= from + linesBefore + 1;
        }

        if (escaped > 0)
            problems.Add(Problem.Warning(file, $"This paragraph{(escaped > 1 ? $", and {escaped - 1} more," : "")} holds so many marks of Markdown that are not closed that it is published as it stands, without formatting.",
                "Close its brackets, stars and underscores, or divide it by empty lines.", line: first));
        return string.Join('\n', lines);
    }

    private static int Depth(string line) => Nested().Match(line).Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(part => part[0] == '>' ? part.Length : 1);

    // Runs of lines that are parsed together; code is not parsed.
    private static IEnumerable<(int From, int To)> Paragraphs(string[] lines)
    {
        var (from, fence) = (0, (string?)null);
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i].Trim() : "";
            var mark = Fence().Match(line).Value;
            var inFence = fence is not null;
            if (inFence ? line.StartsWith(fence!, StringComparison.Ordinal) && line.Trim(fence![0]).Length == 0 : mark.Length > 0) fence = inFence ? null : mark;
            var ends = line.Length == 0 || inFence || mark.Length > 0;
            // An item of a list is a paragraph of its own.
            if (!ends && !Item().IsMatch(line)) continue;
            if (from < i) yield return (from, i);
            from = ends ? i + 1 : i;
        }
    }

    // Links, emphasis, code and tags that are whole cost nothing more.
    private static int Marks(string paragraph) => Opener().Count(Whole().Replace(paragraph, " "));

    [GeneratedRegex(@"\[[^\[\]\n]*\]\([^()\s]*\)|(?:^|[\s(|>])(?:\*{1,3}|_{1,3}|~~|`{1,3})[^\s*_~`\[\]][^*_~`\[\]\n]*(?:\*{1,3}|_{1,3}|~~|`{1,3})(?:$|[\s.,;:!?)|<])|<[^<>\n]*>", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[\[*_~`<]", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Opener();

    [GeneratedRegex(@"^(?:[-+*]|\d{1,9}[.)])\s|^#{1,6}\s|^\[\^?[^\]]+\]:", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Item();

    [GeneratedRegex("^(?:`{3,}|~{3,})", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Fence();

    // Each sign or number and its space open one more.
    [GeneratedRegex(@"^\s*(?:(?:>|[-+*]\s|[0-9]{1,9}[.)]\s)\s*)*", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Nested();

    // A rule may have spaces between its signs.
    [GeneratedRegex(@"^\s*(?:(?:-\s*)+|(?:\*\s*)+)$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Rule();

    [GeneratedRegex(@"[!-/:-@\[-`{-~]", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Sign();
}
