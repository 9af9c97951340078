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
        foreach (var line in text.AsSpan().EnumerateLines()) lines.Add(new(Line(line)));
        return lines;
    }

    /// <summary>One text of lines, blank ones at both ends and in long rows left out.</summary>
    public static string Joined(IEnumerable<MailLine> lines)
    {
        var text = new StringBuilder();
        var blank = 0;
        foreach (var line in lines)
        {
            if (line.Text.AsSpan().IsWhiteSpace())
            {
                blank++;
                continue;
            }

            if (text.Length > 0) text.Append('\n', 1 + Math.Min(blank, MostBlank));
            text.Append(line.Text.AsSpan().TrimEnd());
            blank = 0;
        }

        return text.ToString();
    }

    /// <summary>A whole text cleaned as its lines are.</summary>
    public static string Clean(string text) => Joined(Of(text));

    private static string Line(ReadOnlySpan<char> line)
    {
        if (line is "-- ") return "-- ";
        line = line.TrimEnd();
        if (Ascii.IsValid(line) ? !line.ContainsAnyInRange('\0', '\u001F') && !line.Contains('\u007F') : !line.ContainsAny(Signs.Odd)) return line.ToString();
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
