using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>RFC 3676, <c>format=flowed</c>: lines that end with a space go on in the next line of the same quote depth.</summary>
internal static class FlowedText
{
    /// <param name="text">As it was sent.</param>
    /// <param name="deletesSpaces"><c>DelSp=yes</c>: the space that marks a soft line end is no part of the text (section 4.1).</param>
    public static string Unfold(string text, bool deletesSpaces)
    {
        var unfolded = new StringBuilder(text.Length);
        var depth = -1;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            var quotes = written.IndexOfAnyExcept('>') is var first && first < 0 ? written.Length : first;
            var line = written[quotes..];

            // Section 4.4: a space before a line that begins with one, with ">" or with "From ".
            if (line.Length > 0 && line[0] == ' ') line = line[1..];
            var signature = line is "-- ";
            if (quotes != depth || signature)
            {
                if (unfolded.Length > 0 && unfolded[^1] != '\n') unfolded.Append('\n');
                unfolded.Append('>', quotes);
                if (quotes > 0 && line.Length > 0) unfolded.Append(' ');
            }

            var flows = line.Length > 0 && line[^1] == ' ' && !signature;
            unfolded.Append(flows && deletesSpaces ? line[..^1] : line);
            if (!flows) unfolded.Append('\n');
            depth = flows ? quotes : -1;
        }

        return unfolded.ToString();
    }
}
