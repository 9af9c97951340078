namespace Soundoff.Artwork;

/// <summary>What a file is that should have been a picture, in words for its publisher.</summary>
internal static class Contents
{
    /// <summary>Completes "it is …".</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "empty";
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return "a JPEG that ends before its size is told";
        if (bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47])) return "a PNG without a readable header";
        if (bytes.StartsWith("GIF8"u8)) return "a GIF that ends before its size is told";
        if (bytes.StartsWith("%PDF"u8)) return "a PDF";
        if (bytes.StartsWith("8BPS"u8)) return "a Photoshop document";
        if (bytes.StartsWith("PK"u8)) return "a ZIP archive or an office document";
        if (bytes.StartsWith("ID3"u8)) return "an MP3 recording";
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8)) return "a TIFF";
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8)) return Brand(bytes[8..12]);
        var start = bytes[..Math.Min(bytes.Length, 512)];
        if (start.IndexOf("<svg"u8) >= 0) return "an SVG drawing";
        if (start.IndexOf("<html"u8) >= 0 || start.IndexOf("<!DOCTYPE html"u8) >= 0 || start.IndexOf("<!doctype html"u8) >= 0) return "a web page";
        return start.IndexOfAnyInRange((byte)0, (byte)8) < 0 ? "text" : "data of an unknown kind";
    }

    private static string Brand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("avi"u8) ? "an AVIF picture" : brand.StartsWith("hei"u8) || brand.StartsWith("mif"u8) ? "a HEIC picture" : "an MP4 file";
}
