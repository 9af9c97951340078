using System.Text;

namespace Soundoff.Audio.Id3;

/// <summary>Text in one of ID3v2's four encodings.</summary>
internal static class Id3Text
{
    /// <summary>The first value of a text frame's content after its encoding byte.</summary>
    public static string? First(byte encoding, ReadOnlySpan<byte> bytes) => Decode(encoding, bytes[..End(encoding, bytes)]);

    /// <summary>Where the text that begins here ends: at its terminator, or at the end.</summary>
    public static int End(byte encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding is not (1 or 2)) return bytes.IndexOf((byte)0) is >= 0 and var at ? at : bytes.Length;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
            if (bytes[i] == 0 && bytes[i + 1] == 0) return i;
        return bytes.Length;
    }

    /// <summary>Bytes of a terminator.</summary>
    public static int Terminator(byte encoding) => encoding is 1 or 2 ? 2 : 1;

    private static string? Decode(byte encoding, ReadOnlySpan<byte> bytes) => encoding switch
    {
        1 when bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) => AudioTagText.Clean(Encoding.BigEndianUnicode.GetString(bytes[2..])),
        1 when bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) => AudioTagText.Clean(Encoding.Unicode.GetString(bytes[2..])),
        1 => AudioTagText.Clean(Encoding.Unicode.GetString(bytes)),
        2 => AudioTagText.Clean(Encoding.BigEndianUnicode.GetString(bytes)),
        3 => AudioTagText.Utf8(bytes),
        _ => AudioTagText.Latin(bytes),
    };
}
