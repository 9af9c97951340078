using System.Buffers.Binary;

namespace Soundoff.Audio.Mp4;

/// <summary>A sample of a track: where it is, and when it begins in the track's units.</summary>
internal readonly record struct Mp4Sample(long Offset, uint Size, double Start);

/// <summary>The samples of a track of few: its chapters.</summary>
internal static class Mp4Samples
{
    private const int Most = 1000;
    private const int LongestTable = 16 * 1024;

    /// <summary>
    /// Joins the tables: durations (<c>stts</c>), sizes (<c>stsz</c>), samples in each chunk (<c>stsc</c>), places of chunks (<c>stco</c>,
    /// <c>co64</c>).
    /// </summary>
    public static async Task<IReadOnlyList<Mp4Sample>> ReadAsync(Stretch tables, CancellationToken cancellation)
    {
        var (durations, sizes, runs) = (
            await TableAsync(tables, "stts", cancellation), await TableAsync(tables, "stsz", cancellation), await TableAsync(tables, "stsc", cancellation));
        var chunks = await TableAsync(tables, "stco", cancellation);
        var wide = chunks.Length == 0;
        if (wide) chunks = await TableAsync(tables, "co64", cancellation);
        return Join(durations.Span, sizes.Span, runs.Span, chunks.Span, wide);
    }

    private static List<Mp4Sample> Join(ReadOnlySpan<byte> durations, ReadOnlySpan<byte> sizes, ReadOnlySpan<byte> runs, ReadOnlySpan<byte> chunks, bool wide)
    {
        var samples = new List<Mp4Sample>();
        var (time, run, inRun, each, fixedSize) = (0.0, 0, 0u, 1u, Number(sizes, 0));
        for (var chunk = 0; Number(chunks, 0) > chunk; chunk++)
        {
            var place = 4 + chunk * (wide ? 8 : 4);
            if (place + (wide ? 8 : 4) > chunks.Length) break;
            var offset = wide ? BinaryPrimitives.ReadInt64BigEndian(chunks[place..]) : Number(chunks, place);
            // A run of chunks begins at the chunk it names, counted from 1.
            for (var next = 4; next + 12 <= runs.Length && Number(runs, next) <= chunk + 1; next += 12) each = Number(runs, next + 4);
            for (uint i = 0; i < each; i++)
            {
                if (samples.Count >= Most || samples.Count >= Number(sizes, 4)) return samples;
                var size = fixedSize > 0 ? fixedSize : Number(sizes, 8 + 4 * samples.Count);
                samples.Add(new(offset, size, time));
                offset += size;
                while (inRun == 0 && 4 + 8 * run + 8 <= durations.Length) inRun = Number(durations, 4 + 8 * run++);
                if (run > 0) time += Number(durations, 8 * run);
                if (inRun > 0) inRun--;
            }
        }

        return samples;
    }

    private static uint Number(ReadOnlySpan<byte> table, int at) => at >= 0 && at + 4 <= table.Length ? BinaryPrimitives.ReadUInt32BigEndian(table[at..]) : 0;

    // Without version and flags.
    private static async Task<ReadOnlyMemory<byte>> TableAsync(Stretch tables, string type, CancellationToken cancellation) =>
        await Mp4Boxes.FindAsync(tables, cancellation, type) is { } box ? await box.ReadAsync(4, LongestTable, cancellation) : default;
}
