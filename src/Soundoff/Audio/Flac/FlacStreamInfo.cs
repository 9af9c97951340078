using System.Buffers.Binary;

namespace Soundoff.Audio.Flac;

/// <summary>A STREAMINFO block (RFC 9639 section 8.2).</summary>
/// <param name="BlockSize">Samples of a frame at most; with streams of a fixed block size, of every frame but the last.</param>
/// <param name="SampleRate">Samples per second, above 0.</param>
/// <param name="Channels">1 to 8.</param>
/// <param name="Samples">Of each channel; 0 when the encoder did not know.</param>
internal readonly record struct FlacStreamInfo(int BlockSize, int SampleRate, int Channels, long Samples)
{
    public const int Length = 34;

    /// <summary>Reads the block's content; null when it is cut off or its rate is 0.</summary>
    public static FlacStreamInfo? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length) return null;
        // 20 bits of rate, 3 of channels, 5 of depth, 36 of samples.
        var bits = BinaryPrimitives.ReadUInt64BigEndian(bytes[10..]);
        var rate = (int)(bits >> 44);
        return rate == 0 ? null : new(BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), rate, (int)(bits >> 41 & 7) + 1, (long)(bits & 0xFFFFFFFFF));
    }
}
