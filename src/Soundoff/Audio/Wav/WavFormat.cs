using System.Buffers.Binary;

namespace Soundoff.Audio.Wav;

/// <summary>A <c>fmt </c> chunk.</summary>
/// <param name="Plain">Whether the samples are stored as they are, integers or floating point.</param>
/// <param name="Channels">1 for mono.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="ByteRate">Bytes per second.</param>
/// <param name="Block">Bytes of one sample of all channels, where they are stored as they are.</param>
internal readonly record struct WavFormat(bool Plain, int Channels, uint SampleRate, uint ByteRate, int Block)
{
    /// <summary>Bytes of the chunk that tell all.</summary>
    public const int Longest = 40;

    private const ushort Pcm = 1;
    private const ushort Float = 3;
    private const ushort Extensible = 0xFFFE;

    /// <summary>Reads the chunk; null when it is too short.</summary>
    public static WavFormat? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16) return null;
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        // WAVE_FORMAT_EXTENSIBLE has the true tag as the first bytes of a GUID.
        if (tag == Extensible && bytes.Length >= 26) tag = BinaryPrimitives.ReadUInt16LittleEndian(bytes[24..]);
        return new(
            tag is Pcm or Float,
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]));
    }
}
