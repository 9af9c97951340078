using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Plain text as lines, free of signs that nobody can see.</summary>
internal static class PlainLines
{
    // Blank lines in a row beyond this say nothing.
    private const int MostBlank = 2;

    public static List<MailLine> Of(string text)
    {
        var lines = new List<MailLine>(1 + text.AsSpan().Count('\n'));
        var isClean = !text.AsSpan().ContainsAny(Signs.OddInText);
        foreach (var line in text.AsSpan().EnumerateLines()) lines.Add(new(isClean && line is not "-- " ? line.TrimEnd().ToString() : Line(line)));
        return lines;
    }

    /// <summary>One text of lines, blank ones at both ends and in long rows left out.</summary>
    public static string Joined(List<MailLine> lines)
    {
        // Measured first: a long letter is then written once, into memory of its own length.
        var length = 0;
        foreach (var (gap, line) in Shown(lines)) length += gap + line.Length;
        return string.Create(length, lines, static (text, all) =>
        {
            foreach (var (gap, line) in Shown(all))
            {
                text[..gap].Fill('\n');
                line.Span.CopyTo(text[gap..]);
                text = text[(gap + line.Length)..];
            }
        });
    }

    /// <summary>A whole text cleaned as its lines are.</summary>
    public static string Clean(string text) => Joined(Of(text));

    // Lines that say something, and the line ends before each.
    private static IEnumerable<(int Gap, ReadOnlyMemory<char> Line)> Shown(List<MailLine> lines)
    {
        var (blank, isFirst) = (0, true);
        foreach (var line in lines)
        {
            var text = line.Text.AsMemory().TrimEnd();
            if (text.IsEmpty)
            {
                blank++;
                continue;
            }

            yield return (isFirst ? 0 : 1 + Math.Min(blank, MostBlank), text);
            (blank, isFirst) = (0, false);
        }
    }

    private static string Line(ReadOnlySpan<char> line)
    {
        if (line is "-- ") return "-- ";
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
        return text is "-- " ? text : text.TrimEnd();
    }
}
