using System.Buffers.Binary;
using System.Text;

namespace Soundoff.Tests.Audio;

/// <summary>Bytes as audio files are built of, for those that no encoder at hand makes.</summary>
internal static class Make
{
    /// <summary>A frame of silence: MPEG 1 layer 3, 128 kbit/s, 48 kHz, mono, 384 bytes, 24 ms.</summary>
    public static readonly byte[] Mp3Frame = Join([0xFF, 0xFB, 0x94, 0xC0], new byte[380]);

    /// <summary>A frame of silence: AAC LC in ADTS, 44.1 kHz, mono, 64 bytes, 1024 samples.</summary>
    public static readonly byte[] AdtsFrame = Join([0xFF, 0xF1, 0x50, 0x40, 0x08, 0x1F, 0xFC], new byte[57]);

    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "audio", name));

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Times(int count, byte[] bytes) => Join([.. Enumerable.Repeat(bytes, count)]);

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    public static byte[] Big64(long number) => Join(Big((uint)(number >> 32)), Big((uint)number));

    public static byte[] Little(uint number) => [.. Big(number).Reverse()];

    public static byte[] Little64(long number) => [.. Big64(number).Reverse()];

    /// <summary>Seven bits in each of four bytes, as ID3 writes sizes.</summary>
    public static byte[] Synchsafe(int number) => [(byte)(number >> 21 & 127), (byte)(number >> 14 & 127), (byte)(number >> 7 & 127), (byte)(number & 127)];

    /// <summary>An ID3v2 tag around what stands in it.</summary>
    public static byte[] Id3(int version, byte flags, params byte[][] inside)
    {
        var body = Join(inside);
        return Join(Text("ID3"), [(byte)version, 0, flags], Synchsafe(body.Length), body);
    }

    /// <summary>A frame of a tag; its size as the version writes it.</summary>
    public static byte[] Id3Frame(int version, string id, byte[] content, byte format = 0) => version switch
    {
        2 => Join(Text(id), Big((uint)content.Length)[1..], content),
        3 => Join(Text(id), Big((uint)content.Length), [0, format], content),
        _ => Join(Text(id), Synchsafe(content.Length), [0, format], content),
    };

    /// <summary>A text frame in ISO 8859-1.</summary>
    public static byte[] Id3Words(int version, string id, string text) => Id3Frame(version, id, Join([0], Text(text)));

    /// <summary>A chapter's frame with its title.</summary>
    public static byte[] Id3Chapter(int version, string id, uint start, uint end, string title) =>
        Id3Frame(version, "CHAP", Join(Text(id + "\0"), Big(start), Big(end), Big(uint.MaxValue), Big(uint.MaxValue), Id3Words(version, "TIT2", title)));

    /// <summary>Puts a zero after each 0xFF, as unsynchronised tags have it.</summary>
    public static byte[] Unsynchronised(byte[] bytes) => [.. bytes.SelectMany(b => b == 0xFF ? new byte[] { 0xFF, 0 } : [b])];

    /// <summary>A first frame in which the encoder tells how many frames and bytes there are.</summary>
    public static byte[] Xing(uint frames, uint bytes)
    {
        var frame = Mp3Frame.ToArray();
        Join(Text("Xing"), Big(bytes > 0 ? 3u : 1u), Big(frames), Big(bytes)).CopyTo(frame, 21);
        return frame;
    }

    /// <summary>A box of an MP4 file.</summary>
    public static byte[] Box(string type, params byte[][] inside)
    {
        var content = Join(inside);
        return Join(Big((uint)content.Length + 8), Text(type), content);
    }

    /// <summary>A chunk of a RIFF file.</summary>
    public static byte[] Chunk(string id, params byte[][] inside)
    {
        var content = Join(inside);
        return Join(Text(id), Little((uint)content.Length), content, new byte[content.Length & 1]);
    }

    /// <summary>A picture that is only as long as is asked for: a PNG header, then zeros.</summary>
    public static byte[] Png(int length) =>
        Join([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Big(13), Text("IHDR"), Big(1400), Big(1400), [8, 2, 0, 0, 0], new byte[length - 29]);
}
