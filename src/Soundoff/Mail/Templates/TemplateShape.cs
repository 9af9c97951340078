namespace Soundoff.Mail.Templates;

/// <summary>
/// The shape of a template before it is parsed. Parser and interpreter call themselves for each block within a block, each filter after a filter and each bracket
/// in a bracket: without these limits a template could use up the stack, which ends the process whatever catches.
/// </summary>
internal static class TemplateShape
{
    private const int MostBlocks = 100;
    private const int LongestTag = 1000;
    private const int MostBrackets = 20;

    private static readonly string[] Blocks = ["if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "comment", "raw", "macro", "liquid", "doc"];

    /// <summary>What is wrong with it and on which line, from 1; null when nothing is.</summary>
    public static (int? Line, string Message)? Fault(string source)
    {
        var blocks = 0;
        for (var at = NextTag(source, 0); at >= 0; at = NextTag(source, at))
        {
            var begin = at;
            if (source[at + 1] == '%' && Blocks.Contains(WordAt(source, at + 2)) && ++blocks > MostBlocks) return Wrong(begin, $"The template has more than {MostBlocks} blocks.");
            if (EndOfTag(source, ref at) is { } wrong) return Wrong(begin, wrong);
        }

        return null;

        (int?, string) Wrong(int where, string what) => (LineAt(source, where), what);
    }

    /// <summary>The line on which a tag of this name stands first; null when there is none.</summary>
    public static int? LineOfTag(string source, string name)
    {
        for (var at = source.IndexOf("{%", StringComparison.Ordinal); at >= 0; at = source.IndexOf("{%", at + 2, StringComparison.Ordinal))
            if (WordAt(source, at + 2) == name) return LineAt(source, at);
        return null;
    }

    private static int NextTag(string source, int at)
    {
        for (at = source.IndexOf('{', at); at >= 0 && at + 1 < source.Length; at = source.IndexOf('{', at + 1))
            if (source[at + 1] is '%' or '{') return at;
        return -1;
    }

    // Goes behind the tag. Where our reading of quotes could differ from the parser's, the tag is refused: else what we take for text could be brackets to it.
    private static string? EndOfTag(string source, ref int at)
    {
        var close = source[at + 1] == '%' ? '%' : '}';
        var begin = at;
        var brackets = 0;
        var quote = '\0';
        for (at += 2; at < source.Length; at++)
        {
            if (at - begin > LongestTag) return $"The tag that begins here has more than {LongestTag} characters.";
            var c = source[at];
            var ends = c is '%' or '}' && at + 1 < source.Length && source[at + 1] == '}';
            if (quote != '\0')
            {
                if (ends || c == '\\') return "A text in quotes in this tag holds \\, %} or }}.";
                if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'') quote = c;
            else if (c is '[' or '(' && ++brackets > MostBrackets) return $"The tag that begins here has more than {MostBrackets} brackets.";
            else if (ends && c == close)
            {
                at += 2;
                return null;
            }
        }

        return null;
    }

    private static string WordAt(string source, int at)
    {
        while (at < source.Length && (source[at] == '-' || char.IsWhiteSpace(source[at]))) at++;
        var end = at;
        while (end < source.Length && char.IsAsciiLetter(source[end]) && end - at < 20) end++;
        return source[at..end];
    }

    private static int LineAt(string source, int at) => 1 + source.AsSpan(0, at).Count('\n');
}
