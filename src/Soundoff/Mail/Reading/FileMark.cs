namespace Soundoff.Mail.Reading;

/// <summary>What the first bytes of a file say that it is.</summary>
/// <param name="Type">Media type.</param>
/// <param name="Ending">Its usual ending.</param>
/// <param name="IsShown">Audio that can be played, a picture that can be looked at.</param>
/// <param name="IsHarmful">A program, or an archive that may hold one.</param>
internal sealed record FileMark(string Type, string Ending, bool IsShown = false, bool IsHarmful = false)
{
    public static FileMark? Of(ReadOnlySpan<byte> head, string stated) => Picture(head) ?? Audio(head, stated) ?? Container(head, stated) ?? Program(head) ?? Archive(head) ?? Document(head);

    private static FileMark? Picture(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Shown("image/jpeg", ".jpg"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Shown("image/png", ".png"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Shown("image/gif", ".gif"),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Shown("image/bmp", ".bmp"),
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => new("image/tiff", ".tif"),
        _ => head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? Shown("image/webp", ".webp") : null,
    };

    private static FileMark? Audio(ReadOnlySpan<byte> head, string stated)
    {
        if (head.StartsWith("ID3"u8) || (head is [0xFF, (>= 0xF2 and <= 0xF3) or (>= 0xFA and <= 0xFB), ..] && stated != "application/octet-stream")) return Shown("audio/mpeg", ".mp3");
        if (head is [0xFF, 0xFB or 0xF3 or 0xFA or 0xF2, >= 0x10 and < 0xF0, ..]) return Shown("audio/mpeg", ".mp3");
        if (head is [0xFF, 0xF1 or 0xF9, ..]) return Shown("audio/aac", ".aac");
        if (head.StartsWith("fLaC"u8)) return Shown("audio/flac", ".flac");
        if (head.StartsWith("#!AMR"u8)) return Shown("audio/amr", ".amr");
        if (head.StartsWith("caff"u8)) return Shown("audio/x-caf", ".caf");
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WAVE"u8)) return Shown("audio/wav", ".wav");
        if (head.Length >= 12 && head.StartsWith("FORM"u8) && head[8..].StartsWith("AIF"u8)) return Shown("audio/aiff", ".aiff");
        if (!head.StartsWith("OggS"u8)) return null;
        return head.IndexOf("OpusHead"u8) >= 0 ? Shown("audio/ogg", ".opus") : head.IndexOf("theora"u8) >= 0 ? new("video/ogg", ".ogv") : Shown("audio/ogg", ".ogg");
    }

    // ISO base media and Matroska hold sound, films and pictures: the brand tells, else what the message says.
    private static FileMark? Container(ReadOnlySpan<byte> head, string stated)
    {
        var isAudio = stated.StartsWith("audio/", StringComparison.Ordinal);
        if (head is [0x1A, 0x45, 0xDF, 0xA3, ..]) return isAudio ? Shown("audio/webm", ".weba") : new("video/webm", ".webm");
        if (head.Length < 12 || !head[4..].StartsWith("ftyp"u8)) return null;
        var brand = head.Slice(8, 4);
        if (brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8)) return Shown("audio/mp4", ".m4a");
        if (brand.StartsWith("hei"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("hev"u8)) return Shown("image/heic", ".heic");
        if (brand.StartsWith("avif"u8)) return Shown("image/avif", ".avif");
        if (brand.StartsWith("qt"u8)) return new("video/quicktime", ".mov");
        if (brand.StartsWith("3g"u8)) return isAudio ? Shown("audio/3gpp", ".3gp") : new("video/3gpp", ".3gp");
        return isAudio ? Shown("audio/mp4", ".m4a") : new("video/mp4", ".mp4");
    }

    private static FileMark? Program(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'M', (byte)'Z', ..] and { Length: >= 64 } => Harmful("application/vnd.microsoft.portable-executable", ".exe"),
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => Harmful("application/x-executable", ".bin"),
        [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0xFE, 0xED, 0xFA, 0xCE or 0xCF, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] => Harmful("application/x-mach-binary", ".bin"),
        [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0, ..] => Harmful("application/x-ms-shortcut", ".lnk"),
        [(byte)'#', (byte)'!', (byte)'/' or (byte)' ', ..] => Harmful("text/x-shellscript", ".sh"),
        _ => null,
    };

    private static FileMark? Archive(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\x03\x04"u8)) return Zip(head);
        if (head.Length > 262 && head[257..].StartsWith("ustar"u8)) return Harmful("application/x-tar", ".tar");
        return head switch
        {
            [(byte)'P', (byte)'K', 5, 6, ..] => Harmful("application/zip", ".zip"),
            [0x1F, 0x8B, ..] => Harmful("application/gzip", ".gz"),
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, ..] => Harmful("application/vnd.rar", ".rar"),
            [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => Harmful("application/x-7z-compressed", ".7z"),
            [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, ..] => Harmful("application/x-bzip2", ".bz2"),
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => Harmful("application/x-xz", ".xz"),
            [(byte)'M', (byte)'S', (byte)'C', (byte)'F', ..] => Harmful("application/vnd.ms-cab-compressed", ".cab"),
            [(byte)'I', (byte)'T', (byte)'S', (byte)'F', ..] => Harmful("application/vnd.ms-htmlhelp", ".chm"),
            [0x28, 0xB5, 0x2F, 0xFD, ..] => Harmful("application/zstd", ".zst"),
            _ => null,
        };
    }

    // Documents of today are zips. The first entry of OpenDocument and EPUB files is their type, uncompressed; Office names its parts.
    private static FileMark Zip(ReadOnlySpan<byte> head)
    {
        if (head.Length > 60 && head[30..].StartsWith("mimetype"u8))
        {
            if (head[38..].StartsWith("application/epub+zip"u8)) return new("application/epub+zip", ".epub");
            if (head[38..].StartsWith("application/vnd.oasis.opendocument.text"u8)) return new("application/vnd.oasis.opendocument.text", ".odt");
        }

        if (head.IndexOf("META-INF/MANIFEST.MF"u8) >= 0 || head.IndexOf("AndroidManifest.xml"u8) >= 0) return Harmful("application/java-archive", ".jar");
        if (head.IndexOf("[Content_Types].xml"u8) < 0) return new("application/zip", ".zip");
        if (head.IndexOf("word/"u8) >= 0) return new(DocumentTypes.Of(".docx")!, ".docx");
        if (head.IndexOf("xl/"u8) >= 0) return new(DocumentTypes.Of(".xlsx")!, ".xlsx");
        return head.IndexOf("ppt/"u8) >= 0 ? new(DocumentTypes.Of(".pptx")!, ".pptx") : new("application/zip", ".zip");
    }

    private static FileMark? Document(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? new("application/pdf", ".pdf") : head.StartsWith(@"{\rtf"u8) ? new("application/rtf", ".rtf") : null;

    private static FileMark Shown(string type, string ending) => new(type, ending, IsShown: true);

    private static FileMark Harmful(string type, string ending) => new(type, ending, IsHarmful: true);
}
