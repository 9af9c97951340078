namespace Soundoff.Mail.Letters;

/// <summary>A text as pages and mail set it.</summary>
internal static class LetterParagraphs
{
    /// <summary>Paragraphs of lines: an empty line stands between two of them.</summary>
    public static string[][] Of(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split('\n'))];
}
