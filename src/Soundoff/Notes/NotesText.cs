using System.Net;
using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Notes;

/// <summary>Plain text as paragraphs of HTML, nothing else in it interpreted.</summary>
internal static partial class NotesText
{
    public static string Paragraphs(string text) =>
        string.Concat(BlankLines().Split(text.ReplaceLineEndings("\n").Trim()).Where(p => p.Trim().Length > 0)
            .Select(p => $"<p>{WebUtility.HtmlEncode(p.Trim()).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n")).TrimEnd();

    [GeneratedRegex(@"\n[ \t]*\n", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex BlankLines();
}
