using System.Text.RegularExpressions;
using Soundoff.Limits;
using Soundoff.Problems;

namespace Soundoff.Fields;

/// <summary>Says in a publisher's words why YAML could not be read.</summary>
internal static partial class YamlMistake
{
    private const int LongestLine = 2000;

    /// <summary>The one error of an unreadable document, on the line of the mistake.</summary>
    public static Problem Explain(string file, string yaml, int line, string message, int lineBefore)
    {
        var lines = yaml.Split('\n');
        var at = Math.Clamp(line, 1, lines.Length);
        if (Tab(lines, message.Contains("tab", StringComparison.OrdinalIgnoreCase) ? lines.Length : at) is { } tab)
            return Error(tab, "This line is indented with a tab, which YAML does not allow.", "Indent with spaces.");
        if (Unclosed(lines, at) is { } quote)
            return Error(quote, "A quotation mark is opened here and not closed.", "Close it, or put the whole value in the other kind of quotes.");
        if (Bracket(lines, at) is { } bracket)
            return Error(bracket, "A bracket is opened here and not closed.", "Close it, or put the value in quotes.");
        if (Quoted().Match(lines[at - 1]) is { Success: true } value && value.Groups[2].Value.Contains(": ", StringComparison.Ordinal))
            return Error(at, "The value holds a colon, which YAML takes for another field.", $"Put it in quotes: {value.Groups[1].Value.Trim()}: \"{value.Groups[2].Value.Trim().Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        if (at > 1 && Quoted().IsMatch(lines[at - 2]) && Indent(lines[at - 1]) > Indent(lines[at - 2]))
            return Error(at, "This line is indented under a field that has its value already.", "Begin it in the same column as the field above.");
        return Error(at, $"The fields cannot be read as YAML here: {Sentence(message)}", "Write each field as \"key: value\", and put values with special characters in quotes.");

        Problem Error(int on, string what, string mend) => Problem.Error(file, what, mend, line: on + lineBefore);
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    // The first line indented with a tab, up to where the parser stopped and one below.
    private static int? Tab(string[] lines, int at)
    {
        var found = Array.FindIndex(lines, 0, Math.Min(at + 1, lines.Length), l => LeadingTab().IsMatch(l));
        return found < 0 ? null : found + 1;
    }

    // An open bracket swallows the next lines: the line to mend is the one that opens more than the document closes.
    private static int? Bracket(string[] lines, int at)
    {
        var last = 0;
        var depth = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (depth == 0 && i >= at) break;
            if (depth > 0 && NextField().IsMatch(lines[i])) return last;
            if (depth == 0 && !Opens().IsMatch(lines[i])) continue;
            if (depth == 0) last = i + 1;
            depth += lines[i].Count(c => c is '[' or '{') - lines[i].Count(c => c is ']' or '}');
        }

        return depth > 0 ? last : null;
    }

    // A quote that swallows the next lines makes the parser stop below the line to mend.
    private static int? Unclosed(string[] lines, int at)
    {
        for (var i = 1; i <= at; i++)
        {
            if (lines[i - 1].Length > LongestLine) continue;
            var value = Value().Match(lines[i - 1]).Groups[1].Value;
            if (value.Length > 0 && value[0] is '"' or '\'' && !Closes(value)) return i;
        }

        return null;
    }

    private static bool Closes(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[0] == '"' && value[i] == '\\') i++;
            else if (value[i] == value[0]) return true;
        }

        return false;
    }

    private static string Sentence(string message)
    {
        var text = Position().Replace(message, "").Trim().TrimEnd('.');
        return text.Length == 0 ? "it is not well formed." : char.ToLowerInvariant(text[0]) + text[1..] + ".";
    }

    [GeneratedRegex(@"^[ ]*\t", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex LeadingTab();

    [GeneratedRegex(@"^(?:\s*-)*\s*(?:[^\s:""'][^:]*:)?\s+(.*)$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Value();

    [GeneratedRegex(@"^\s*(?:-\s+)?([^:""']+):\s+([^""'\[{].*)$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Quoted();

    [GeneratedRegex(@":\s+[\[{]|^\s*-\s+[\[{]", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_-]*:(?:\s|$)", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex NextField();

    [GeneratedRegex(@"^\(Line: [^)]*\) - \(Line: [^)]*\):\s*", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Position();
}
