using System.Buffers.Binary;
using Soundoff.Audio.Flac;

namespace Soundoff.Audio.Ogg;

/// <summary>What the first packet of a stream says it is.</summary>
/// <param name="Format">Vorbis, Opus or FLAC.</param>
/// <param name="SampleRate">Samples per second of the sound.</param>
/// <param name="Channels">1 for mono.</param>
/// <param name="GranuleRate">Granules per second; Opus always counts 48,000.</param>
/// <param name="PreSkip">Granules in front that are not played.</param>
/// <param name="CommentsHead">Bytes before the comments in the second packet.</param>
internal sealed record OggCodec(AudioFormat Format, int SampleRate, int Channels, int GranuleRate, int PreSkip, int CommentsHead)
{
    /// <summary>Bytes of a first packet that tell enough.</summary>
    public const int Enough = 64;

    private const int OpusRate = 48000;

    /// <summary>Reads the beginning of a stream's first packet; null for what is no audio that is read.</summary>
    public static OggCodec? Read(ReadOnlySpan<byte> packet)
    {
        if (packet.Length >= 16 && packet.StartsWith("\u0001vorbis"u8))
            return BinaryPrimitives.ReadInt32LittleEndian(packet[12..]) is > 0 and var rate ? new(AudioFormat.Vorbis, rate, packet[11], rate, 0, 7) : null;
        if (packet.Length >= 19 && packet.StartsWith("OpusHead"u8))
            return new(AudioFormat.Opus, OpusRate, packet[9], OpusRate, BinaryPrimitives.ReadUInt16LittleEndian(packet[10..]), 8);
        // The FLAC mapping (RFC 9639 section 10.1): a head of 13 bytes with fLaC at its end, then STREAMINFO.
        if (packet.Length >= 17 + FlacStreamInfo.Length && packet[1..].StartsWith("FLAC"u8) && FlacStreamInfo.Read(packet[17..]) is { } info)
            return new(AudioFormat.OggFlac, info.SampleRate, info.Channels, info.SampleRate, 0, 4);
        return null;
    }

    /// <summary>Whether a first packet begins a video (Theora, Dirac, VP8).</summary>
    public static bool IsVideo(ReadOnlySpan<byte> packet) =>
        packet.StartsWith<byte>([0x80, (byte)'t', (byte)'h', (byte)'e', (byte)'o', (byte)'r', (byte)'a']) || packet.StartsWith("BBCD"u8) || packet.StartsWith("OVP80"u8);
}
