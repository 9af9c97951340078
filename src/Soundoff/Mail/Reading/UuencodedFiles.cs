using System.Text;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Files that lie uuencoded within plain text: <c>begin 644 name</c>, lines of length and data, <c>end</c> (POSIX uuencode).</summary>
internal static class UuencodedFiles
{
    /// <summary>The text without them. What begins like one and has no end stays text.</summary>
    public static string Take(string text, List<MimeEntity> files)
    {
        if (!text.Contains("begin ", StringComparison.Ordinal)) return text;
        var rest = new StringBuilder(text.Length);
        var kept = 0;
        var at = 0;
        while (at < text.Length)
        {
            var next = NextLine(text, at);
            if (Name(text.AsSpan(at, next - at)) is { } name && End(text, next) is { } end)
            {
                rest.Append(text, kept, at - kept);
                files.Add(File(name, text[at..end]));
                kept = at = end;
            }
            else at = next;
        }

        return rest.Append(text, kept, text.Length - kept).ToString();
    }

    private static MimePart File(string name, string encoded) => new(new ContentType("application", "octet-stream"))
    {
        FileName = name,
        Content = new MimeContent(new MemoryStream(Encoding.Latin1.GetBytes(encoded), writable: false), ContentEncoding.UUEncode),
    };

    private static string? Name(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        if (!line.StartsWith("begin ") || line.Length < 11) return null;
        var mode = line.Slice(6, 3);
        return mode.ContainsAnyExceptInRange('0', '7') || line[9] != ' ' ? null : line[10..].ToString();
    }

    // A line's first sign is its length in bytes; every three bytes take four signs. Programs differ in whether they fill up the last.
    private static int? End(string text, int at)
    {
        while (at < text.Length)
        {
            var next = NextLine(text, at);
            var line = text.AsSpan(at, next - at).TrimEnd("\r\n");
            if (line.TrimEnd() is "end") return next;
            var bytes = line.IsEmpty ? 0 : line[0] - 32 & 63;
            if (line.Length > 0 && (line[0] is < ' ' or > '`' || line.Length - 1 > (bytes + 2) / 3 * 4 + 2 || line.ContainsAnyExceptInRange(' ', '`'))) return null;
            at = next;
        }

        return null;
    }

    private static int NextLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }
}
