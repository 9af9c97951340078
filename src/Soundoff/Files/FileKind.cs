namespace Soundoff.Files;

/// <summary>Names what a file is by its first bytes, in words for the publisher.</summary>
internal static class FileKind
{
    /// <summary>"a JPEG picture"; null for text and for what is not known.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\x03\x04"u8)) return Zip(bytes);
        if (bytes.Length > 11 && bytes.StartsWith("RIFF"u8))
            return bytes[8..].StartsWith("WEBP"u8) ? "a WebP picture" : bytes[8..].StartsWith("WAVE"u8) ? "a WAV recording" : "a RIFF file";
        if (bytes.Length > 11 && bytes[4..].StartsWith("ftyp"u8)) return "an MP4 file";
        return bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "a GIF picture",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "a PDF document",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Word or Office document",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "a rich text (RTF) document",
            [0x1F, 0x8B, ..] => "a gzip archive",
            [(byte)'I', (byte)'D', (byte)'3', < 5, ..] or [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => "an MP3 recording",
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "an Ogg recording",
            [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "a FLAC recording",
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
            _ => null,
        };
    }

    private static string Zip(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head.IndexOf("word/"u8) >= 0) return "a Word document";
        if (head.IndexOf("opendocument.text"u8) >= 0) return "an OpenDocument text";
        return head.IndexOf("[Content_Types].xml"u8) >= 0 ? "a Word or Office document" : "a ZIP archive";
    }
}
