using System.Buffers.Binary;

namespace Soundoff.Audio.Mp4;

/// <summary>
/// The playing time of a fragmented file, whose movie box does not tell it: from the movie's extension (<c>mehd</c>), an index in front
/// (<c>sidx</c>), the last fragment where an index at the end finds it (<c>mfra</c>), or the fragments one by one.
/// </summary>
internal static class Mp4Fragments
{
    // Each fragment costs a range.
    private const int MostWalked = 48;
    private const int LongestIndex = 128 * 1024;
    private const int NearBy = 256 * 1024;

    /// <summary>Sets duration and bit rate.</summary>
    /// <param name="window">The file.</param>
    /// <param name="draft">Where they go.</param>
    /// <param name="movie">The movie box.</param>
    /// <param name="track">The sound.</param>
    /// <param name="extension">The movie's extension.</param>
    /// <param name="start">Where the movie box ends.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task MeasureAsync(
        AudioWindow window, AudioDraft draft, Mp4Movie movie, Mp4Track track, Stretch extension, long start, CancellationToken cancellation)
    {
        var file = new Stretch(window, start, long.MaxValue);
        var bytes = movie.HasVideo ? 0 : file.Length;
        var fragments = new Mp4FragmentReader(track.Id, await DefaultAsync(extension, track.Id, cancellation));
        var seconds = await StatedAsync(movie, extension, cancellation) ?? await IndexedAsync(file, cancellation);
        if (seconds is null && await LastAsync(window, track, fragments, start, cancellation) is { } end)
            seconds = Time(end - await BeginAsync(file, track, fragments, cancellation), track);
        if (seconds is { } known) draft.Measure(known, bytes);
        else await WalkAsync(file, draft, track, fragments, movie.HasVideo, cancellation);
    }

    // Where the first fragment begins: not at zero when it was cut out of a stream.
    private static async Task<double> BeginAsync(Stretch file, Mp4Track track, Mp4FragmentReader fragments, CancellationToken cancellation) =>
        track.Clock.Duration == 0 && await Mp4Boxes.FindAsync(file.From(0, NearBy), cancellation, "moof") is { } first
            ? (await fragments.ReadAsync(first, cancellation)).Start ?? 0
            : 0;

    private static double Time(double ticks, Mp4Track track) => track.Clock.Timescale > 0 ? ticks / track.Clock.Timescale : 0;

    private static async Task<double?> StatedAsync(Mp4Movie movie, Stretch extension, CancellationToken cancellation)
    {
        if (await Mp4Boxes.FindAsync(extension, cancellation, "mehd") is not { } box) return null;
        var bytes = (await box.ReadAsync(0, 12, cancellation)).Span;
        double duration = bytes switch
        {
            [1, ..] when bytes.Length == 12 => BinaryPrimitives.ReadInt64BigEndian(bytes[4..]),
            [0, ..] when bytes.Length >= 8 => BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            _ => 0,
        };
        return duration > 0 && movie.Timescale > 0 ? duration / movie.Timescale : null;
    }

    // The samples' duration where a fragment does not say (trex).
    private static async Task<uint> DefaultAsync(Stretch extension, uint id, CancellationToken cancellation)
    {
        var boxes = new Mp4Boxes(extension);
        while (await boxes.NextAsync(cancellation) is { } box)
        {
            if (box.Type != "trex") continue;
            var bytes = (await box.Content.ReadAsync(0, 16, cancellation)).Span;
            if (bytes.Length == 16 && BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) == id) return BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        }

        return 0;
    }

    // An index counts only when it reaches to the end: some writers put one in front of every fragment.
    private static async Task<double?> IndexedAsync(Stretch file, CancellationToken cancellation)
    {
        var boxes = new Mp4Boxes(file);
        var box = await boxes.NextAsync(cancellation);
        if (box is { Type: "styp" or "free" }) box = await boxes.NextAsync(cancellation);
        if (box is not { Type: "sidx" } index) return null;
        var bytes = (await index.Content.ReadAsync(0, LongestIndex, cancellation)).Span;
        var head = bytes is [1, ..] ? 32 : 24;
        if (bytes.Length < head) return null;
        var timescale = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        var (ticks, reach) = (0.0, index.End);
        for (int count = BinaryPrimitives.ReadUInt16BigEndian(bytes[(head - 2)..]), at = head; count > 0; count--, at += 12)
        {
            if (at + 12 > bytes.Length) return null;
            reach += BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) & 0x7FFFFFFF;
            ticks += BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]);
        }

        const int slack = 64 * 1024;
        return timescale > 0 && reach + slack >= file.Start + file.Length ? ticks / timescale : null;
    }

    // The last 4 bytes are the length of the index of fragments, in which each track's last entry names its last fragment.
    private static async Task<double?> LastAsync(AudioWindow window, Mp4Track track, Mp4FragmentReader fragments, long start, CancellationToken cancellation)
    {
        var tail = await window.ReadAsync(window.Length - 16, 16, cancellation);
        if (tail.Length < 16 || !tail.Span[4..].StartsWith("mfro"u8)) return null;
        var length = BinaryPrimitives.ReadUInt32BigEndian(tail.Span[12..]);
        if (await Mp4Boxes.FindAsync(new(window, window.Length - length, length), cancellation, "mfra") is not { } index) return null;
        var boxes = new Mp4Boxes(index);
        while (await boxes.NextAsync(cancellation) is { } box)
        {
            var head = await box.Content.ReadAsync(0, 16, cancellation);
            if (box.Type != "tfra" || head.Length < 16 || BinaryPrimitives.ReadUInt32BigEndian(head.Span[4..]) != track.Id) continue;
            var (wide, lengths) = (head.Span[0] == 1, head.Span[11]);
            var entry = (wide ? 16 : 8) + 3 + (lengths >> 4 & 3) + (lengths >> 2 & 3) + (lengths & 3);
            var last = await box.Content.ReadAsync(16 + (BinaryPrimitives.ReadUInt32BigEndian(head.Span[12..]) - 1L) * entry, 16, cancellation);
            if (last.Length < 16) return null;
            var offset = wide ? BinaryPrimitives.ReadInt64BigEndian(last.Span[8..]) : BinaryPrimitives.ReadUInt32BigEndian(last.Span[4..]);
            if (offset < start || await Mp4Boxes.FindAsync(new(window, offset, long.MaxValue), cancellation, "moof") is not { } fragment) return null;
            return await fragments.ReadAsync(fragment, cancellation) is { Start: { } from } found ? from + found.Duration : null;
        }

        return null;
    }

    private static async Task WalkAsync(
        Stretch file, AudioDraft draft, Mp4Track track, Mp4FragmentReader fragments, bool video, CancellationToken cancellation)
    {
        // Some movie boxes hold the first part themselves.
        var (end, walked, reached) = ((double)track.Clock.Duration, 0, 0L);
        var begin = await BeginAsync(file, track, fragments, cancellation);
        var boxes = new Mp4Boxes(file);
        var box = await boxes.NextAsync(cancellation);
        for (; box is { } one && walked < MostWalked; box = await boxes.NextAsync(cancellation))
        {
            reached = Math.Min(one.End, file.Start + file.Length) - file.Start;
            if (one.End > file.Start + file.Length) draft.CutOff(one.End, file.Start + file.Length);
            if (one.Type != "moof") continue;
            walked++;
            var found = await fragments.ReadAsync(one.Content, cancellation);
            end = (found.Start ?? end) + found.Duration;
        }

        // What was not reached is taken to play as long by the byte as what was.
        draft.Estimated = reached < file.Length && reached > 0;
        var seconds = Time(end - begin, track);
        draft.Measure(draft.Estimated ? seconds / reached * file.Length : seconds, video ? 0 : file.Length);
    }
}
