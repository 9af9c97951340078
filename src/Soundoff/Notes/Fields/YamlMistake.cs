using System.Text.RegularExpressions;
using Soundoff.Problems;
using YamlDotNet.Core;

namespace Soundoff.Notes.Fields;

/// <summary>Says in a publisher's words why YAML could not be read.</summary>
internal static partial class YamlMistake
{
    /// <summary>The one error of an unreadable document, on the line of the mistake.</summary>
    public static Problem Explain(string file, string yaml, YamlException wrong, int lineBefore)
    {
        var lines = yaml.Split('\n');
        var at = Math.Clamp((int)wrong.Start.Line, 1, lines.Length);
        if (Tab(lines, at) is { } tab)
            return Error(tab, "This line is indented with a tab, which YAML does not allow.", "Indent with spaces.");
        if (Unclosed(lines, at) is { } quote)
            return Error(quote, "A quotation mark is opened here and not closed.", "Close it, or put the whole value in the other kind of quotes.");
        if (lines[at - 1] is var line && line.Count(c => c == ':') > 1 && Quoted().Match(line) is { Success: true } value)
            return Error(at, "The value holds a colon, which YAML takes for another field.", $"Put it in quotes: {value.Groups[1].Value.Trim()}: \"{value.Groups[2].Value.Trim().Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        if (Bracket().IsMatch(lines[at - 1]))
            return Error(at, "A bracket is opened here and not closed, or the other way round.", "Close it, or put the value in quotes.");
        return Error(at, $"The fields cannot be read as YAML here: {Sentence(wrong.Message)}", "Write each field as \"key: value\", and put values with special characters in quotes.");

        Problem Error(int line, string message, string mend) => Problem.Error(file, message, mend, line: line + lineBefore);
    }

    // The parser may stop some lines below a tab that it first took for text.
    private static int? Tab(string[] lines, int at)
    {
        for (var i = at; i >= Math.Max(1, at - 1); i--)
            if (LeadingTab().IsMatch(lines[i - 1])) return i;
        return at < lines.Length && LeadingTab().IsMatch(lines[at]) ? at + 1 : null;
    }

    // A quote that swallows the next lines makes the parser stop below the line to mend.
    private static int? Unclosed(string[] lines, int at)
    {
        for (var i = 1; i <= at; i++)
        {
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

    [GeneratedRegex(@"^[ ]*\t")]
    private static partial Regex LeadingTab();

    [GeneratedRegex(@"^(?:\s*-)*\s*(?:[^\s:""'][^:]*:)?\s+(.*)$")]
    private static partial Regex Value();

    [GeneratedRegex(@"^\s*(?:-\s+)?([^:""']+):\s+([^""'\[{].*)$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@":\s*[\[{][^\]}]*$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^\(Line: [^)]*\) - \(Line: [^)]*\):\s*")]
    private static partial Regex Position();
}
