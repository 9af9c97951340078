namespace Soundoff.Audio.Ogg;

/// <summary>The playing time of an Ogg file: from its first page with sound to the last.</summary>
internal static class OggTime
{
    private const int Tail = 64 * 1024;
    private const int MostPages = 64;
    private const int SamplePages = 16;

    // Seconds. Below this a first page is taken to begin at zero, as it does in all but recordings that were cut out of a stream.
    private const long Beginning = 2;

    /// <summary>Sets duration and bit rate.</summary>
    /// <param name="window">The file.</param>
    /// <param name="draft">Where they go.</param>
    /// <param name="codec">What the audio's first packet says.</param>
    /// <param name="serials">The streams' numbers, the audio's first.</param>
    /// <param name="start">Where the page after the comments begins.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task MeasureAsync(
        AudioWindow window, AudioDraft draft, OggCodec codec, IReadOnlyList<uint> serials, long start, CancellationToken cancellation)
    {
        var bytes = Math.Max(0, window.Length - start);
        var tail = await LastAsync(window, serials, cancellation);
        if (tail.Cut is { } claimed) draft.CutOff(claimed, window.Length);
        if (tail.Chained || tail.Audio is not { } last)
        {
            // Several recordings one after the other, each with a time of its own: what the first plays of its bytes stands for all of them.
            draft.Estimated = true;
            if (tail.Chained)
                draft.Warning(
                    "The file holds several recordings one after the other, of which some players play only the first.",
                    "Join them in an audio program and save one recording.");
            var sample = await TimedAsync(window, serials[0], start, SamplePages, cancellation);
            if (sample.Count < 2) return;
            var seconds = (double)(sample[^1].Granule - sample[0].Granule) / codec.GranuleRate;
            draft.Measure(seconds / (sample[^1].Next - sample[0].Next) * bytes, bytes);
            return;
        }

        var begin = Begin(await TimedAsync(window, serials[0], start, 2, cancellation), codec);
        draft.Measure((double)(last.Granule - begin) / codec.GranuleRate, bytes);
        if (!last.Ends && tail.Cut is null)
            draft.Warning("The recording has no mark at its end, so it may be cut off.", "Listen to its end; if it is whole, nothing need be done.");
    }

    private static async Task<(OggPage? Audio, bool Chained, long? Cut)> LastAsync(
        AudioWindow window, IReadOnlyList<uint> serials, CancellationToken cancellation)
    {
        foreach (var within in (int[])[Tail, 3 * Tail])
        {
            var from = Math.Max(0, window.Length - within);
            var bytes = await window.ReadAsync(from, within, cancellation);
            var (chained, cut) = (false, (long?)null);
            for (var at = bytes.Span.LastIndexOf("OggS"u8); at >= 0; at = bytes.Span[..at].LastIndexOf("OggS"u8))
            {
                if (OggPage.Read(bytes[at..], from + at) is not { } page) continue;
                chained |= !serials.Contains(page.Serial);
                if (page.Next > window.Length) cut = page.Next;
                else if (chained || (page.Serial == serials[0] && page.Granule > 0)) return (page, chained, cut);
            }
        }

        return default;
    }

    // The first pages of the stream on which sound ends.
    private static async Task<List<OggPage>> TimedAsync(AudioWindow window, uint serial, long start, int wanted, CancellationToken cancellation)
    {
        var timed = new List<OggPage>();
        for (var (at, pages) = (start, 0); pages < MostPages && timed.Count < wanted && await OggPage.AtAsync(window, at, cancellation) is { } page; pages++)
        {
            if (page.Serial == serial && page.Granule > 0) timed.Add(page);
            at = page.Next;
        }

        return timed;
    }

    // The granule at which playing begins. What a first page plays is taken to be as long as what the second does, packet by packet.
    private static long Begin(List<OggPage> timed, OggCodec codec)
    {
        if (timed is not [var one, var two] || two.Packets == 0) return codec.PreSkip;
        var before = one.Granule - (two.Granule - one.Granule) / two.Packets * one.Packets;
        return codec.PreSkip + (before > Beginning * codec.GranuleRate ? before : 0);
    }
}
