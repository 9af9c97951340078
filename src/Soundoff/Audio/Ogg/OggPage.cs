using System.Buffers.Binary;

namespace Soundoff.Audio.Ogg;

/// <summary>A page's header (RFC 3533 section 6).</summary>
/// <param name="Offset">Where the page begins in the file.</param>
/// <param name="Flags">1 goes on with a packet, 2 begins a stream, 4 ends one.</param>
/// <param name="Granule">Samples up to the end of the last packet that ends here; -1 when none does.</param>
/// <param name="Serial">The stream's number.</param>
/// <param name="Lacing">The lengths of its segments; one below 255 ends a packet.</param>
internal readonly record struct OggPage(long Offset, byte Flags, long Granule, uint Serial, ReadOnlyMemory<byte> Lacing)
{
    /// <summary>Bytes of a page at most.</summary>
    public const int Longest = MostHeader + 255 * 255;

    private const int Header = 27;
    private const int MostHeader = Header + 255;

    public bool Begins => (Flags & 2) != 0;
    public bool Ends => (Flags & 4) != 0;
    public long Body => Offset + Header + Lacing.Length;
    public int BodyLength => Sum(Lacing.Span);
    public long Next => Body + BodyLength;

    /// <summary>How many packets end on it.</summary>
    public int Packets => Lacing.Length - Lacing.Span.Count((byte)255);

    /// <summary>Reads the page at a place; null when none begins there.</summary>
    public static async ValueTask<OggPage?> AtAsync(AudioWindow window, long offset, CancellationToken cancellation) =>
        Read(await window.ReadAsync(offset, MostHeader, cancellation), offset);

    /// <summary>Reads the page that the bytes begin with.</summary>
    public static OggPage? Read(ReadOnlyMemory<byte> bytes, long offset)
    {
        var span = bytes.Span;
        if (span.Length < Header || !span.StartsWith("OggS"u8) || span[4] != 0 || span[5] > 7 || span.Length < Header + span[26]) return null;
        return new(
            offset, span[5], BinaryPrimitives.ReadInt64LittleEndian(span[6..]), BinaryPrimitives.ReadUInt32LittleEndian(span[14..]), bytes.Slice(Header, span[26]));
    }

    private static int Sum(ReadOnlySpan<byte> lacing)
    {
        var sum = 0;
        foreach (var b in lacing) sum += b;
        return sum;
    }
}
