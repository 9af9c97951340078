using System.Buffers.Binary;

namespace Soundoff.Audio.Mp3;

/// <summary>What an encoder says of the whole stream in its first frame: Xing, called Info where the rate is constant, or Fraunhofer's VBRI.</summary>
/// <param name="Frames">Frames of audio, this one not counted.</param>
/// <param name="Bytes">Bytes of all frames, this one counted; 0 when it does not say.</param>
internal readonly record struct EncoderHeader(uint Frames, uint Bytes)
{
    private const int Vbri = 36;

    /// <summary>Reads the first frame; null when it is plain audio.</summary>
    public static EncoderHeader? Read(ReadOnlySpan<byte> frame, MpegHeader header)
    {
        var xing = MpegHeader.Length + header.SideInfo;
        if (frame.Length >= xing + 16 && (frame[xing..].StartsWith("Xing"u8) || frame[xing..].StartsWith("Info"u8))) return ReadXing(frame[xing..]);
        if (frame.Length < Vbri + 18 || !frame[Vbri..].StartsWith("VBRI"u8)) return null;
        return new(BinaryPrimitives.ReadUInt32BigEndian(frame[(Vbri + 14)..]), BinaryPrimitives.ReadUInt32BigEndian(frame[(Vbri + 10)..]));
    }

    // Flags say what follows: 1 frames, 2 bytes.
    private static EncoderHeader? ReadXing(ReadOnlySpan<byte> xing)
    {
        var flags = BinaryPrimitives.ReadUInt32BigEndian(xing[4..]);
        if ((flags & 1) == 0) return null;
        return new(BinaryPrimitives.ReadUInt32BigEndian(xing[8..]), (flags & 2) == 0 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(xing[12..]));
    }
}
