using System.Buffers.Binary;
using System.IO.Compression;

namespace Soundoff.Feeds;

/// <summary>A fragment as catalog rows store it: its length (32 bits, little endian), then Brotli.</summary>
public static class FeedFragment
{
    /// <summary>The longest packed fragment, in bytes: four table properties of 64 KiB with room to spare.</summary>
    public const int PackedLimit = 240 * 1024;

    private const int HeaderLength = sizeof(int);
    private const int Quality = 6;
    private const int Window = 20;

    /// <summary>The fragment in fewer bytes; the same fragment gives the same bytes. Nothing stays nothing.</summary>
    public static byte[] Pack(ReadOnlyMemory<byte> fragment)
    {
        if (fragment.IsEmpty) return [];
        var packed = new byte[HeaderLength + BrotliEncoder.GetMaxCompressedLength(fragment.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(packed, fragment.Length);
        if (!BrotliEncoder.TryCompress(fragment.Span, packed.AsSpan(HeaderLength), out var length, Quality, Window))
            throw new InvalidOperationException("Brotli needs more room than it says it needs at most.");
        return packed[..(HeaderLength + length)];
    }

    /// <summary>The fragment as it was.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a packed fragment.</exception>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed)
    {
        if (packed.IsEmpty) return default;
        var length = packed.Length > HeaderLength ? BinaryPrimitives.ReadInt32LittleEndian(packed.Span) : -1;
        if (length is < 0 or > 64 << 20) throw new InvalidDataException("This is no packed feed fragment.");
        var fragment = new byte[length];
        if (!BrotliDecoder.TryDecompress(packed.Span[HeaderLength..], fragment, out var written) || written != length)
            throw new InvalidDataException("The packed feed fragment is damaged.");
        return fragment;
    }
}
