using System.Buffers.Binary;
using System.Text;

namespace Soundoff.Audio.Mp4;

/// <summary>What a track box (<c>trak</c>) says.</summary>
internal sealed record Mp4Track
{
    private const int MostReferences = 16;

    // A sound entry up to its sample rate, and what stands before it in stsd; and what tells most of the codec.
    private const int EntryLength = 44;
    private const int LongestEntry = 256;

    private static readonly string[] Protected = ["drms", "drmi", "enca", "encv", "aavd"];

    public uint Id { get; private init; }

    /// <summary><c>soun</c>, <c>vide</c>, <c>text</c> …</summary>
    public string Handler { get; private init; } = "";

    /// <summary>Its duration in the movie's units, edits applied.</summary>
    public double Edited { get; private init; }

    public bool HasEdits { get; private init; }

    /// <summary>Its own units, and its duration without edits.</summary>
    public Mp4Clock Clock { get; private init; }

    public int? SampleRate { get; private init; }

    public int? Channels { get; private init; }

    /// <summary>Whether only those who bought it can play it: iTunes' m4p, Audible's, or common encryption.</summary>
    public bool IsProtected { get; private init; }

    /// <summary>Whether its pictures are stills.</summary>
    public bool IsStill { get; private init; }

    /// <summary>The tracks that hold its chapters.</summary>
    public IReadOnlyList<uint> ChapterTracks { get; private init; } = [];

    /// <summary>The tables of its samples (<c>stbl</c>).</summary>
    public Stretch Samples { get; private init; }

    public static async Task<Mp4Track> ReadAsync(Stretch content, CancellationToken cancellation)
    {
        var head = await BytesAsync(content, 36, cancellation, "tkhd");
        var wide = head.Length > 0 && head.Span[0] == 1;
        var clock = Mp4Clock.Read((await BytesAsync(content, Mp4Clock.Longest, cancellation, "mdia", "mdhd")).Span);
        var handler = await BytesAsync(content, 12, cancellation, "mdia", "hdlr");
        var samples = await Mp4Boxes.FindAsync(content, cancellation, "mdia", "minf", "stbl") ?? default;
        var entry = await BytesAsync(samples, LongestEntry, cancellation, "stsd");
        var codec = entry.Length >= 16 ? Encoding.Latin1.GetString(entry.Span[12..16]) : "";
        var sound = entry.Length >= EntryLength && handler.Span.EndsWith("soun"u8);
        return new()
        {
            Id = head.Length < 36 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(head.Span[(wide ? 20 : 12)..]),
            Edited = head.Length < 36 ? 0
                : wide ? BinaryPrimitives.ReadInt64BigEndian(head.Span[28..])
                : Mp4Clock.Known(BinaryPrimitives.ReadUInt32BigEndian(head.Span[20..])),
            HasEdits = await Mp4Boxes.FindAsync(content, cancellation, "edts", "elst") is not null,
            Handler = handler.Length < 12 ? "" : Encoding.Latin1.GetString(handler.Span[8..]),
            Clock = clock,
            Channels = !sound ? null : AacConfig.Channels(entry.Span) ?? BinaryPrimitives.ReadUInt16BigEndian(entry.Span[32..]),
            // 16 bits; rates above stand only in the track's own clock.
            SampleRate = !sound ? null
                : BinaryPrimitives.ReadUInt16BigEndian(entry.Span[40..]) is > 1 and var rate ? rate
                : (int)Math.Min(clock.Timescale, int.MaxValue),
            IsProtected = Protected.Contains(codec),
            IsStill = codec is "jpeg" or "png " or "mjpa",
            ChapterTracks = Numbers((await BytesAsync(content, 4 * MostReferences, cancellation, "tref", "chap")).Span),
            Samples = samples,
        };
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(Stretch inside, int count, CancellationToken cancellation, params string[] path) =>
        await Mp4Boxes.FindAsync(inside, cancellation, path) is { } box ? await box.ReadAsync(0, count, cancellation) : default;

    private static uint[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * i)..]);
        return numbers;
    }
}
