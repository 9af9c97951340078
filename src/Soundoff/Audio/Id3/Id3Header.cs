namespace Soundoff.Audio.Id3;

/// <summary>The ten bytes in front of an ID3v2 tag (id3.org, ID3v2.2 to v2.4), or behind it (v2.4 section 3.4, the footer).</summary>
/// <param name="Version">2, 3 or 4.</param>
/// <param name="Flags">As they stand.</param>
/// <param name="Size">Bytes of the tag after its header, without a footer.</param>
internal readonly record struct Id3Header(int Version, byte Flags, int Size)
{
    public const int Length = 10;

    public bool Unsynchronised => (Flags & 0x80) != 0;
    public bool HasExtendedHeader => Version > 2 && (Flags & 0x40) != 0;

    /// <summary>Bytes from the tag's first to the first after it.</summary>
    public int Whole => Length + Size + (Version == 4 && (Flags & 0x10) != 0 ? Length : 0);

    /// <summary>Reads a header; null when the bytes are none.</summary>
    public static Id3Header? Read(ReadOnlySpan<byte> bytes) => Read(bytes, "ID3"u8);

    /// <summary>Reads a footer, which is a header with its mark turned round; null when the bytes are none.</summary>
    public static Id3Header? ReadFooter(ReadOnlySpan<byte> bytes) => Read(bytes, "3DI"u8);

    /// <summary>Four bytes of seven bits; null when a high bit is set.</summary>
    public static int? Synchsafe(ReadOnlySpan<byte> b) => ((b[0] | b[1] | b[2] | b[3]) & 0x80) != 0 ? null : b[0] << 21 | b[1] << 14 | b[2] << 7 | b[3];

    private static Id3Header? Read(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark)
    {
        if (bytes.Length < Length || !bytes.StartsWith(mark) || bytes[3] is < 2 or > 4) return null;
        return Synchsafe(bytes[6..]) is { } size ? new Id3Header(bytes[3], bytes[5], size) : null;
    }
}
