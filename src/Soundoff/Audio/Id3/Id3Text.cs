using System.Text;

namespace Soundoff.Audio.Id3;

/// <summary>Text in one of ID3v2's four encodings: ISO 8859-1, UTF-16 with a byte order mark, UTF-16BE, UTF-8.</summary>
internal static class Id3Text
{
    public const byte Utf16 = 1;
    public const byte Utf8 = 3;

    /// <summary>The first value of a text frame.</summary>
    public static string? Frame(ReadOnlySpan<byte> content) => content.Length < 2 ? null : First(content[0], content[1..]);

    /// <summary>The text up to its terminator.</summary>
    public static string? First(byte encoding, ReadOnlySpan<byte> bytes) => Decode(encoding, bytes[..End(encoding, bytes)]);

    /// <summary>Where the text that begins here ends: at its terminator, or at the end.</summary>
    public static int End(byte encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding is not (1 or 2)) return bytes.IndexOf((byte)0) is >= 0 and var at ? at : bytes.Length;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
            if (bytes[i] == 0 && bytes[i + 1] == 0) return i;
        return bytes.Length;
    }

    /// <summary>Where what follows the text's terminator begins; at most the length.</summary>
    public static int After(byte encoding, ReadOnlySpan<byte> bytes) => Math.Min(bytes.Length, End(encoding, bytes) + (encoding is 1 or 2 ? 2 : 1));

    private static string? Decode(byte encoding, ReadOnlySpan<byte> bytes) => encoding switch
    {
        1 when bytes.StartsWith<byte>([0xFE, 0xFF]) => Wide(Encoding.BigEndianUnicode, bytes[2..]),
        1 => Wide(Encoding.Unicode, bytes),
        2 => Wide(Encoding.BigEndianUnicode, bytes),
        _ => AudioTagText.Utf8(bytes),
    };

    private static string? Wide(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        AudioTagText.Clean(encoding.GetString(bytes[..Math.Min(bytes.Length, AudioTagText.LongestBytes)]));
}
