namespace Soundoff.Audio.Mp4;

/// <summary>The AudioSpecificConfig of AAC (ISO 14496-3 section 1.6.2.1). MP4's own field says 2 channels for mono too.</summary>
internal static class AacConfig
{
    private const byte DecoderTag = 4;
    private const byte ConfigTag = 5;

    // A type of object, of stream, a buffer's size, the highest and the average bit rate.
    private const int DecoderHead = 13;

    /// <summary>The channels of AAC; null when the sound is of another kind, or laid out in a way of its own.</summary>
    /// <param name="table">The beginning of <c>stsd</c>.</param>
    public static int? Channels(ReadOnlySpan<byte> table)
    {
        var at = table.IndexOf("esds"u8);
        if (at < 0) return null;
        // Version and flags; then a descriptor that begins with a number of two bytes and flags, and holds the decoder's.
        var bytes = Descend(table[Math.Min(table.Length, at + 8)..], 3, 3);
        bytes = Descend(Descend(bytes, DecoderTag, DecoderHead), ConfigTag, 0);
        // 5 bits of kind, 4 of rate (15: 24 more follow), 4 of channels.
        if (bytes.Length < 2 || bytes[0] >> 3 == 31 || ((bytes[0] & 7) << 1 | bytes[1] >> 7) == 15) return null;
        return (bytes[1] >> 3 & 15) switch { 0 => null, 7 => 8, > 7 => null, var channels => channels };
    }

    // A tag, a length of up to four bytes of seven bits, and its head are passed.
    private static ReadOnlySpan<byte> Descend(ReadOnlySpan<byte> bytes, byte tag, int head)
    {
        if (bytes.IsEmpty || bytes[0] != tag) return default;
        var at = 1;
        while (at < 4 && at < bytes.Length && (bytes[at] & 0x80) != 0) at++;
        return bytes[Math.Min(bytes.Length, at + 1 + head)..];
    }
}
