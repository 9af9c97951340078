namespace Soundoff.Texts;

/// <summary>
/// Signs that end a line in some programs and in none of the formats that are read here: vertical tab, form feed, next line, and Unicode's separators of lines
/// and paragraphs. Everywhere they are white space, so that words are never joined.
/// </summary>
internal static class SoftBreak
{
    /// <summary>Whether the character is one.</summary>
    public static bool Is(char c) => c is '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>The text with a space for each.</summary>
    public static string ToSpaces(string text) => text.Any(Is) ? string.Concat(text.Select(c => Is(c) ? ' ' : c)) : text;
}
