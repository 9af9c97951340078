using System.Text.RegularExpressions;
using Soundoff.Limits;
using Soundoff.Problems;

namespace Soundoff.Fields;

/// <summary>Says in a publisher's words why YAML could not be read.</summary>
internal static partial class YamlMistake
{
    private const int LongestLine = 2000;

    /// <summary>The one error of an unreadable document, on the line of the mistake.</summary>
    /// <param name="file">Named in the problem.</param>
    /// <param name="yaml">The document.</param>
    /// <param name="line">Where the parser stopped: on the mistake or below it.</param>
    /// <param name="tab">Whether the parser stopped at a tab.</param>
    /// <param name="lineBefore">Lines of the file that stand before the document.</param>
    public static Problem Explain(string file, string yaml, int line, bool tab, int lineBefore)
    {
        var lines = yaml.Split('\n');
        var at = Math.Clamp(line, 1, lines.Length);
        if (Tab(lines, tab ? lines.Length : at) is { } tabbed)
            return Error(tabbed, "This line is indented with a tab, which YAML does not allow.", "Indent with spaces.");
        if (Unclosed(lines, at) is { } quote)
            return Error(quote, "A quotation mark is opened here and not closed.", "Close it, or put the whole value in the other kind of quotes.");
        if (Bracket(lines, at) is { } bracket)
            return Error(bracket, "A bracket is opened here and not closed.", "Close it, or put the value in quotes.");
        if (WithoutColon(file, string.Join('\n', lines[..at]), lineBefore) is { } colon) return colon;
        // The parser often notices on the next line.
        for (var on = at; on >= Math.Max(1, at - 1); on--)
            if (OfValue(lines[on - 1]) is var (what, mend)) return Error(on, what, mend);
        var above = at - 1;
        while (above > 0 && lines[above - 1].Trim().Length == 0) above--;
        if (above > 0 && Quoted().IsMatch(lines[above - 1]) && Indent(lines[at - 1]) > Indent(lines[above - 1]))
            return Error(at, "This line is indented under a field that has its value already.", "Begin it in the same column as the field above.");
        if (above > 0 && NameAndValue().Match(lines[above - 1]) is { Success: true } item && Field().IsMatch(lines[at - 1]))
            return Error(above, "There is no colon in this line, but the next one is a field that belongs to it.", $"Write it as a field too: {item.Groups["name"].Value}: {item.Groups["value"].Value.Trim()}");
        return Error(at, "The fields cannot be read from this line on.", "Write each field as \"key: value\" in one column, and put values with special characters in quotes.");

        Problem Error(int on, string what, string mend) => Problem.Error(file, what, mend, line: on + lineBefore);
    }

    /// <summary>The error of a line that is a field but for its colon; null when there is no such line.</summary>
    public static Problem? WithoutColon(string file, string yaml, int lineBefore)
    {
        var lines = yaml.Split('\n');
        var at = Array.FindIndex(lines, l => l.Length is > 0 and <= LongestLine && char.IsLetter(l[0]) && !Field().IsMatch(l));
        if (at < 0 || NameAndValue().Match(lines[at]) is not { Success: true } found) return null;
        var (name, sign, value) = (found.Groups["name"].Value, found.Groups["sign"].Value.Trim(), found.Groups["value"].Value.Trim());
        var what = sign switch
        {
            ":" => $"There is no space after the colon of \"{name}\".",
            "" => $"There is no colon after \"{name}\".",
            _ => $"There is \"{sign}\" after \"{name}\" where a colon and a space must be.",
        };
        return Problem.Error(file, what, $"Write {name}: {(value.Length == 0 ? "and its value" : FieldReader.Cut(value, 80))}", line: at + 1 + lineBefore);
    }

    // What is wrong with the value of one line.
    private static (string What, string Mend)? OfValue(string line)
    {
        if (line.Length > LongestLine) return null;
        if (Quoted().Match(line) is { Success: true } quoted && quoted.Groups[2].Value.Contains(": ", StringComparison.Ordinal))
            return ("The value holds a colon, which YAML takes for another field.", $"Put it in quotes: {quoted.Groups[1].Value.Trim()}: {InQuotes(quoted.Groups[2].Value)}");
        var value = Value().Match(line).Groups[1].Value.TrimEnd();
        if (value.Length == 0) return null;
        if (value[0] is '"' or '\'' && Closing(value) is >= 0 and var closing && value[(closing + 1)..].TrimStart() is [not ('#' or ',' or ']' or '}' or ':'), ..])
            return ("Words stand after the closing quotation mark.", $"Put the whole value in the other kind of quotes: '{value.Replace("'", "''", StringComparison.Ordinal)}'");
        if (value[0] is '[' or '{' && value.LastIndexOfAny([']', '}']) is > 0 and var end && value[(end + 1)..].TrimStart() is [not '#', ..])
            return ($"The value begins with {value[0]}, which begins a list or a group in YAML, and words stand after its end.", $"Put the value in quotes: {InQuotes(value)}");
        return value[0] is '@' or '`' or '%' or ']' or '}' or ',' or '!' or '|' or '>'
            ? ($"The value begins with {value[0]}, which means something else in YAML.", $"Put the value in quotes: {InQuotes(value)}")
            : null;
    }

    private static string InQuotes(string value) => $"\"{value.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

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

    private static bool Closes(string value) => Closing(value) >= 0;

    // Where the quote that opens the value is closed; -1 when it is not.
    private static int Closing(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[0] == '"' && value[i] == '\\') i++;
            else if (value[i] == value[0] && value[0] == '\'' && i + 1 < value.Length && value[i + 1] == '\'') i++;
            else if (value[i] == value[0]) return i;
        }

        return -1;
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

    [GeneratedRegex(@"^\s*(?:-\s+)*[""']?[^\s:""'#][^:""']*[""']?\s*:(?:\s|$)", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Field();

    // "title Night trains", "title:Night trains", "title = Night trains", perhaps as the first field of an item.
    [GeneratedRegex(@"^\s*(?:-\s+)?(?<name>[\p{L}_][\p{L}\p{N}_-]*)(?<sign>\s*[=;：]\s*|:|\s+|$)(?<value>.*)$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex NameAndValue();
}
