using System.Buffers.Binary;

namespace Soundoff.Artwork;

/// <summary>How a picture's colours are stored.</summary>
public enum Colours
{
    /// <summary>Red, green and blue, direct or by a palette, or what can only be that.</summary>
    Rgb,

    /// <summary>Brightness alone.</summary>
    Grey,

    /// <summary>Printing inks.</summary>
    Cmyk,
}

/// <summary>What the first bytes of a picture say, without decoding it. A claim: nothing may be allocated by it.</summary>
/// <param name="Type">Media type.</param>
/// <param name="Width">In pixels, as stored, before any turning.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Colours">How its colours are stored.</param>
public readonly record struct ImageHeader(string Type, long Width, long Height, Colours Colours = Colours.Rgb)
{
    /// <summary>Reads the header of a JPEG, PNG, GIF, WebP or BMP; null when the bytes are none of these or end too early.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return Jpeg(bytes);
        if (bytes.Length >= 26 && bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png(bytes);
        if (bytes.Length >= 10 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)))
            return new("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        if (bytes.Length >= 30 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return WebP(bytes);
        if (bytes.Length >= 26 && bytes.StartsWith("BM"u8) && BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]) is >= 40 and <= 124)
        {
            // A negative height means that the rows run downwards.
            var height = (long)BinaryPrimitives.ReadInt32LittleEndian(bytes[22..]);
            return new("image/bmp", BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]), Math.Abs(height));
        }

        return null;
    }

    /// <summary>Whether a PNG has more than one frame (PNG, third edition, 11.3.2: <c>acTL</c> before the first <c>IDAT</c>). Programs that do not know it show the first.</summary>
    public static bool IsAnimatedPng(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return false;
        // A length, a name, the content and a checksum.
        for (long at = 8; at + 12 <= bytes.Length; at += 12 + BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]))
        {
            var chunk = bytes[((int)at + 4)..];
            if (chunk.StartsWith("IDAT"u8)) return false;
            if (chunk.StartsWith("acTL"u8)) return BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]) > 1;
        }

        return false;
    }

    // ISO/IEC 10918-1 annex B: segments up to the frame header, SOF0 to SOF15 without DHT, JPG and DAC.
    private static ImageHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var colours = bytes[at + 9] switch { 1 => Colours.Grey, 4 => Colours.Cmyk, _ => Colours.Rgb };
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), colours);
            }

            if (marker is 0xD9 or 0xDA) return null;
            at += 2 + (marker is 0x01 or (>= 0xD0 and <= 0xD8) ? 0 : Math.Max((ushort)2, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..])));
        }

        return null;
    }

    // PNG (third edition) 11.2.1: the first chunk is IHDR; colour types 0 and 4 are grey.
    private static ImageHeader? Png(ReadOnlySpan<byte> bytes) => !bytes[12..].StartsWith("IHDR"u8) ? null : new(
        "image/png",
        BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]),
        bytes[25] is 0 or 4 ? Colours.Grey : Colours.Rgb);

    // RFC 9649 sections 2.5 to 2.7.
    private static ImageHeader? WebP(ReadOnlySpan<byte> bytes)
    {
        var kind = bytes.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8)) return new("image/webp", 1 + Three(bytes[24..]), 1 + Three(bytes[27..]));
        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return new("image/webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
        }

        return kind.SequenceEqual("VP8 "u8)
            ? new("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF)
            : null;
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
