using System.Text;
using Soundoff.Problems;
using Soundoff.Texts;

namespace Soundoff.Files;

/// <summary>Turns the bytes of a text upload into text with line ends of one kind, whatever program wrote it.</summary>
public static class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    // Windows-1252, 0x80 to 0x9F; the five unassigned bytes stay control characters and are dropped with them.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>
    /// UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252 with a warning that names the first line that is
    /// no UTF-8. Bytes that are no text at all give an error that names what they are.
    /// </summary>
    public static Reading<string> Decode(string file, ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (Utf16(span) is { } wide) return new(Clean(wide.GetString(span[2..])), []);
        if (Binary(file, span) is { } binary) return binary;
        var start = span.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        try
        {
            return new(Clean(StrictUtf8.GetString(span[start..])), []);
        }
        catch (DecoderFallbackException wrong)
        {
            var at = start + Math.Clamp(wrong.Index, 0, span.Length - start);
            var line = 1 + Math.Max(span[..at].Count((byte)'\n'), span[..at].Count((byte)'\r'));
            return new(Clean(FromWindows1252(span[start..])), [Problem.Warning(file,
                "This line is not UTF-8, so the file was read as Windows-1252.",
                "Save the file as UTF-8 and check its accented letters and quotation marks.", line: line)]);
        }
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Problem? Binary(string file, ReadOnlySpan<byte> bytes)
    {
        var kind = FileKind.Of(bytes);
        if (kind is null)
        {
            var head = bytes[..Math.Min(bytes.Length, 64 * 1024)];
            var odd = 0;
            foreach (var b in head)
            {
                if (b == 0) odd += head.Length;
                else if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A) or 0x7F) odd++;
            }

            if (odd * 50 <= head.Length) return null;
        }

        return Problem.Error(file, $"This is {kind ?? "binary data"}, not text.",
            "Upload the text itself, saved as UTF-8, or give the file the extension of what it is.");
    }

    internal static string FromWindows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes) text.Append(b is >= 0x80 and < 0xA0 ? Windows1252[b - 0x80] : (char)b);
        return text.ToString();
    }

    private static string Clean(string text)
    {
        // Of a text without any usual line end the unusual ones are its line ends.
        var soft = text.AsSpan().ContainsAny('\r', '\n') ? ' ' : '\n';
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            }
            else if (SoftBreak.Is(c)) clean.Append(c is '\v' or '\f' ? ' ' : soft);
            else if (c is '\t' or '\n' || (!char.IsControl(c) && c is not ('\uFEFF' or '\uFFFE' or '\uFFFF'))) clean.Append(c);
        }

        return clean.ToString();
    }
}
