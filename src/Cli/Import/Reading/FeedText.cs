using System.Text;

namespace Soundoff.Cli.Import.Reading;

/// <summary>Finds out in which encoding a feed is written, and opens it as text.</summary>
internal static class FeedText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    static FeedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Opens the text; with a sentence when it is not what it says it is.</summary>
    /// <param name="file">The document.</param>
    /// <param name="charset">As the server says; null when it says nothing.</param>
    public static (StreamReader Text, string? Mended) Open(string file, string? charset)
    {
        var head = new byte[1024];
        using (var start = File.OpenRead(file)) head = head[..start.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var (encoding, said) = EncodingOf(head, charset);
        if (encoding.CodePage != StrictUtf8.CodePage || IsUtf8(file)) return (new(file, encoding), null);
        return (new(file, Windows), $"it is said to be {said}, but is not; it was read as Windows-1252");
    }

    // Everybody who says ISO-8859-1 may mean Windows-1252, which is the same and more (WHATWG Encoding).
    private static Encoding Windows => Encoding.GetEncoding(1252);

    // What the document says of itself goes before what its server says: the server mostly says the same of all its documents.
    private static (Encoding Encoding, string Said) EncodingOf(ReadOnlySpan<byte> head, string? charset) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, "UTF-8"),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => (Encoding.Unicode, "UTF-16"),
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, "UTF-16"),
        _ => (Declared(Encoding.Latin1.GetString(head)) ?? charset) is { } name && Named(name) is { } named ? (named, name) : (StrictUtf8, "UTF-8"),
    };

    private static string? Declared(string head)
    {
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        if (end < 0 || !head.TrimStart().StartsWith("<?xml", StringComparison.Ordinal)) return null;
        var at = head.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0 || at > end || head.IndexOfAny(['"', '\''], at) is var open && (open < 0 || open > end)) return null;
        var close = head.IndexOf(head[open], open + 1);
        return close < 0 || close > end ? null : head[(open + 1)..close].Trim();
    }

    private static Encoding? Named(string name)
    {
        try
        {
            var encoding = Encoding.GetEncoding(name);
            return encoding.CodePage switch
            {
                28591 or 20127 => Windows,
                // Two bytes a character would have shown in the head.
                65001 or 1200 or 1201 => StrictUtf8,
                _ => encoding,
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8(string file)
    {
        using var text = new StreamReader(file, StrictUtf8);
        var piece = new char[16 * 1024];
        try
        {
            while (text.Read(piece) > 0) { }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
