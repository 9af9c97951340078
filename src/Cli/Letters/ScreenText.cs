using System.Globalization;
using System.Text;

namespace Soundoff.Cli.Letters;

/// <summary>Text of strangers, made fit for a terminal: what would move the cursor, change colours or turn the direction of writing is shown as a mark instead.</summary>
internal static class ScreenText
{
    private const char Mark = '\u00B7';

    /// <summary>The text with its lines kept.</summary>
    public static string Lines(string text) => Clean(text.ReplaceLineEndings("\n"), keepLines: true);

    /// <summary>The text on one line, cut to a length.</summary>
    public static string Line(string? text, int length = int.MaxValue)
    {
        var line = string.Join(' ', Clean(text ?? "", keepLines: false).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var whole = new StringInfo(line);
        return whole.LengthInTextElements <= length ? line : whole.SubstringByTextElements(0, length - 1) + "\u2026";
    }

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (sign is '\n' or '\t') clean.Append(keepLines ? sign : ' ');
            else if (sign is '\r' or '\u0085' or '\u2028' or '\u2029') clean.Append(' ');
            // Unicode Annex 9: embeddings, overrides and isolates.
            else if (char.IsControl(sign) || sign is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069') clean.Append(Mark);
            else clean.Append(sign);
        }

        return clean.ToString();
    }
}
