using System.Buffers.Binary;

namespace Soundoff.Audio.Mp3;

/// <summary>The header of a frame of MPEG audio (ISO 11172-3, 13818-3; version 2.5 by custom).</summary>
/// <param name="Version">10, 20 or 25.</param>
/// <param name="Layer">1 to 3.</param>
/// <param name="BitRate">Bits per second.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="Padded">One slot longer than the rate asks for.</param>
/// <param name="Mono">One channel.</param>
internal readonly record struct MpegHeader(int Version, int Layer, int BitRate, int SampleRate, bool Padded, bool Mono)
{
    public const int Length = 4;

    private static readonly int[][] BitRates =
    [
        [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
        [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
        [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
        [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
        [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    ];

    private static readonly int[] SampleRates = [44100, 48000, 32000];

    /// <summary>Samples of a frame, of each channel.</summary>
    public int Samples => Layer == 1 ? 384 : Layer == 3 && Version != 10 ? 576 : 1152;

    /// <summary>Bytes of the frame, header included.</summary>
    public int Bytes => Layer == 1 ? (12 * BitRate / SampleRate + (Padded ? 1 : 0)) * 4 : Samples / 8 * BitRate / SampleRate + (Padded ? 1 : 0);

    /// <summary>Bytes of layer 3's side information, after which an encoder's own header stands.</summary>
    public int SideInfo => (Version == 10, Mono) switch { (true, false) => 32, (false, true) => 9, _ => 17 };

    /// <summary>Reads four bytes; null when they are no header, or of a free-format stream.</summary>
    public static MpegHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length) return null;
        var bits = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if ((bits & 0xFFE00000) != 0xFFE00000) return null;
        var version = (bits >> 19 & 3) switch { 3 => 10, 2 => 20, 0 => 25, _ => 0 };
        var layer = (bits >> 17 & 3) switch { 3 => 1, 2 => 2, 1 => 3, _ => 0 };
        var (rate, frequency) = ((int)(bits >> 12 & 15), (int)(bits >> 10 & 3));
        if (version == 0 || layer == 0 || rate is 0 or 15 || frequency == 3) return null;
        var table = version == 10 ? layer - 1 : layer == 1 ? 3 : 4;
        var divisor = version switch { 10 => 1, 20 => 2, _ => 4 };
        return new(version, layer, BitRates[table][rate - 1] * 1000, SampleRates[frequency] / divisor, (bits >> 9 & 1) != 0, (bits >> 6 & 3) == 3);
    }

    /// <summary>Reads a header as a frame of a stream.</summary>
    public static AudioFrame? Frame(ReadOnlySpan<byte> bytes) =>
        Read(bytes) is { } header ? new(header.Bytes, header.Samples, header.SampleRate, header.Mono ? 1 : 2, header.Version << 8 | header.Layer) : null;
}
