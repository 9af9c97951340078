namespace Soundoff.Mail.Reading;

/// <summary>The end of a quoted line that a program wrapped without repeating the "&gt;".</summary>
internal static class TornLine
{
    // Programs wrap at 65 signs and more.
    private const int Shortest = 50;
    private const int Width = 64;

    /// <summary>Whether it goes on the quoted line above it and quotation goes on below it.</summary>
    public static bool Is(List<MailLine> lines, int at) =>
        at + 1 < lines.Count && lines[at + 1].IsQuote && lines[at - 1].IsQuote && IsTorn(lines[at - 1].Text, lines[at].Text)
        && (IsSmall(lines[at].Text) || IsFull(lines[at - 1].Text, lines[at].Text));

    /// <summary>Whether it goes on the quoted line above it, and no quotation follows.</summary>
    public static bool IsLast(List<MailLine> lines, int at) =>
        (at + 1 == lines.Count || lines[at + 1].IsBlank) && IsTorn(lines[at - 1].Text, lines[at].Text) && IsSmall(lines[at].Text) && IsFull(lines[at - 1].Text, lines[at].Text);

    private static bool IsTorn(ReadOnlySpan<char> quoted, ReadOnlySpan<char> line) =>
        line.Length > 0 && quoted is ['>', ..] and { Length: >= Shortest } && line.Length * 2 < quoted.Length && quoted[^1] is not ('.' or '!' or '?' or ':');

    // In the midst of a sentence.
    private static bool IsSmall(ReadOnlySpan<char> line) => char.IsLower(line[0]) || !char.IsLetter(line[0]);

    // Its first word had no more room above.
    private static bool IsFull(ReadOnlySpan<char> quoted, ReadOnlySpan<char> line)
    {
        var word = line.IndexOf(' ');
        return quoted.Length + 1 + (word < 0 ? line.Length : word) > Width;
    }
}
