using System.Buffers.Binary;
using Soundoff.Audio.Id3;
using Soundoff.Chapters;

namespace Soundoff.Audio.Mp4;

/// <summary>Chapters of an MP4 file: Nero's list (<c>udta/chpl</c>), else the text track that the sound refers to (QuickTime's <c>tref/chap</c>).</summary>
internal static class Mp4Chapters
{
    // A count of one byte, and titles of 255 bytes at most.
    private const int LongestList = 128 * 1024;
    private const double NeroUnits = 1e7;
    private const int LongestTitle = 1024;

    /// <summary>Reads the chapters into the draft.</summary>
    public static async Task ReadAsync(AudioWindow window, AudioDraft draft, Mp4Movie movie, Mp4Track sound, CancellationToken cancellation)
    {
        if (movie.UserData is { } data && await Mp4Boxes.FindAsync(data, cancellation, "chpl") is { } list)
            List((await list.ReadAsync(0, LongestList, cancellation)).Span, draft);
        if (draft.HasChapters) return;
        var track = movie.Tracks.FirstOrDefault(t => sound.ChapterTracks.Contains(t.Id) && t.Handler is "text" or "sbtl");
        if (track is not null) await TrackAsync(window, draft, track, cancellation);
    }

    private static void List(ReadOnlySpan<byte> bytes, AudioDraft draft)
    {
        // Version 1 has four bytes more before the count.
        var at = bytes is [> 0, ..] ? 8 : 4;
        if (at >= bytes.Length) return;
        for (int count = bytes[at++]; count > 0 && at + 9 <= bytes.Length; count--)
        {
            var (start, length) = (BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]) / NeroUnits, bytes[at + 8]);
            at += 9;
            if (length > bytes.Length - at) return;
            Take(start, AudioTagText.Utf8(bytes.Slice(at, length)), draft);
            at += length;
        }
    }

    private static async Task TrackAsync(AudioWindow window, AudioDraft draft, Mp4Track track, CancellationToken cancellation)
    {
        if (track.Clock.Timescale == 0) return;
        foreach (var sample in await Mp4Samples.ReadAsync(track.Samples, cancellation))
        {
            // A length of two bytes, then UTF-8, or UTF-16 with a byte order mark.
            var text = await window.ReadAsync(sample.Offset, (int)Math.Min(sample.Size, LongestTitle), cancellation);
            if (text.Length < 2) continue;
            var title = text.Slice(2, Math.Min(text.Length - 2, BinaryPrimitives.ReadUInt16BigEndian(text.Span)));
            var encoding = title.Span is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] ? Id3Text.Utf16 : Id3Text.Utf8;
            Take(sample.Start / track.Clock.Timescale, Id3Text.First(encoding, title.Span), draft);
        }
    }

    private static void Take(double start, string? title, AudioDraft draft)
    {
        if (ChapterTime.TryFromSeconds(start, out var time)) draft.Take(new() { Start = time, Title = title ?? "", Listed = title is not null });
    }
}
