using System.Buffers.Binary;

namespace Soundoff.Audio.Mp4;

/// <summary>When a fragment begins, if it says so, and how long it plays, in the track's units.</summary>
internal readonly record struct Mp4Fragment(double? Start, double Duration);

/// <summary>Reads one track's share of fragments (<c>moof</c>).</summary>
/// <param name="track">The track's number.</param>
/// <param name="usual">Duration of a sample where the fragment does not say.</param>
internal sealed class Mp4FragmentReader(uint track, uint usual)
{
    private const int LongestRun = 128 * 1024;

    /// <summary>Reads the content of a fragment.</summary>
    public async Task<Mp4Fragment> ReadAsync(Stretch fragment, CancellationToken cancellation)
    {
        var (start, duration) = ((double?)null, 0.0);
        var parts = new Mp4Boxes(fragment);
        while (await parts.NextAsync(cancellation) is { } part)
        {
            if (part.Type != "traf" || await Mp4Boxes.FindAsync(part.Content, cancellation, "tfhd") is not { } head) continue;
            var sample = Usual((await head.ReadAsync(0, 24, cancellation)).Span);
            if (sample is null) continue;
            var boxes = new Mp4Boxes(part.Content);
            while (await boxes.NextAsync(cancellation) is { } box)
            {
                if (box.Type == "tfdt") start ??= Start((await box.Content.ReadAsync(0, 12, cancellation)).Span);
                if (box.Type == "trun") duration += Run((await box.Content.ReadAsync(0, LongestRun, cancellation)).Span, sample.Value);
            }
        }

        return new(start, duration);
    }

    // Duration of a sample in this fragment; null when it is another track's. Flags say which numbers stand before it.
    private uint? Usual(ReadOnlySpan<byte> head)
    {
        if (head.Length < 8 || BinaryPrimitives.ReadUInt32BigEndian(head[4..]) != track) return null;
        var flags = BinaryPrimitives.ReadUInt32BigEndian(head) & 0xFFFFFF;
        var at = 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        return (flags & 8) != 0 && at + 4 <= head.Length ? BinaryPrimitives.ReadUInt32BigEndian(head[at..]) : usual;
    }

    private static double? Start(ReadOnlySpan<byte> time) => time switch
    {
        [1, ..] when time.Length == 12 => BinaryPrimitives.ReadUInt64BigEndian(time[4..]),
        [0, ..] when time.Length >= 8 => BinaryPrimitives.ReadUInt32BigEndian(time[4..]),
        _ => null,
    };

    private static double Run(ReadOnlySpan<byte> run, uint usual)
    {
        if (run.Length < 8) return 0;
        var flags = BinaryPrimitives.ReadUInt32BigEndian(run) & 0xFFFFFF;
        var count = BinaryPrimitives.ReadUInt32BigEndian(run[4..]);
        if ((flags & 0x100) == 0) return (double)count * usual;
        // Each sample has as many numbers as flags among these, its duration first.
        var entry = 4 * System.Numerics.BitOperations.PopCount(flags & 0xF00);
        var duration = 0.0;
        var at = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        for (; count > 0 && at + entry <= run.Length; count--, at += entry) duration += BinaryPrimitives.ReadUInt32BigEndian(run[at..]);
        return duration;
    }
}
