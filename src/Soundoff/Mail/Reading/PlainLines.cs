using System.Buffers;
using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Plain text as lines, free of signs that nobody can see.</summary>
internal static class PlainLines
{
    // As EnumerateLines of .NET parts lines (Unicode Standard, section 5.8).
    private static readonly SearchValues<char> Ends = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    // In a text without odd signs there are no others.
    private static readonly SearchValues<char> PlainEnds = SearchValues.Create("\r\n");

    /// <summary>The lines of a text: slices of it, or of what it is without the signs that nobody can see.</summary>
    public static List<MailLine> Of(string text)
    {
        var all = text.AsSpan();
        var lines = new List<MailLine>(1 + all.Count('\n'));
        var isClean = !all.ContainsAny(Signs.OddInText);
        var ends = isClean ? PlainEnds : Ends;
        for (var at = 0; at <= all.Length;)
        {
            var length = all[at..].IndexOfAny(ends);
            var end = length < 0 ? all.Length : at + length;
            var line = all[at..end];
            lines.Add(new(isClean && line is not MailLine.SignatureMark ? text.AsMemory(at, line.TrimEnd().Length) : Clean(line).AsMemory()));
            at = end + (all[end..].StartsWith("\r\n") ? 2 : 1);
        }

        return lines;
    }

    /// <summary>A whole text cleaned as its lines are.</summary>
    public static string Clean(string text) => JoinedLines.Of(Of(text));

    private static string Clean(ReadOnlySpan<char> line)
    {
        if (line is MailLine.SignatureMark) return MailLine.SignatureMark;
        line = line.TrimEnd();
        if (!line.ContainsAny(Signs.Odd)) return line.ToString();
        var clean = new StringBuilder(line.Length);
        foreach (var sign in line)
        {
            if (sign is '\t') clean.Append(sign);
            else if (sign is '\u00A0' or '\u202F' or '\u2007') clean.Append(' ');
            else if (!char.IsControl(sign) && !Signs.IsUnwanted(sign)) clean.Append(sign);
        }

        var text = clean.ToString();
        return text is MailLine.SignatureMark ? text : text.TrimEnd();
    }
}
