namespace Soundoff.Audio.Mp4;

/// <summary>M4A and MP4 (ISO/IEC 14496-12): the movie box, wherever it stands, and the fragments after it.</summary>
internal static class Mp4Reader
{
    // A movie box behind the sound is fetched with what follows it.
    private const int Behind = 64 * 1024;

    private static readonly string[] First = ["ftyp", "moov", "mdat", "free", "skip", "wide", "pnot"];

    // HEIC and AVIF pictures are built of the same boxes.
    private static readonly string[] PictureBrands = ["hei", "hev", "mif", "msf", "avi"];

    /// <inheritdoc cref="AudioReader"/>
    public static async Task<bool> ReadAsync(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        var boxes = new Mp4Boxes(new(window, start, long.MaxValue));
        var box = await boxes.NextAsync(cancellation);
        if (box is not { } first || !First.Contains(first.Type) || await IsPictureAsync(first, cancellation)) return false;

        var (movie, sound, end, cut) = ((Mp4Movie?)null, 0L, 0L, (long?)null);
        for (; box is { } one && movie is not { Extension: not null }; box = await boxes.NextAsync(cancellation))
        {
            end = one.End;
            if (end > window.Length) cut = end;
            if (one.Type == "moov") movie ??= await Mp4Movie.ReadAsync(one.Content, cancellation);
            if (one.Type != "mdat") continue;
            sound += one.Content.Length;
            if (movie is null) await window.ReadAsync(end, Behind, cancellation);
        }

        if (movie is null && sound == 0 && cut is null) return false;
        draft.Format = AudioFormat.M4a;
        if (cut is { } claimed) draft.CutOff(claimed, window.Length);
        if (movie is not null) await DescribeAsync(window, draft, movie, sound, end, cancellation);
        else if (cut is null) draft.Error("The file holds sound but not the table that finds it (moov).", AudioDraft.UploadAgain);
        return true;
    }

    private static async Task<bool> IsPictureAsync(Mp4Box first, CancellationToken cancellation)
    {
        var brand = System.Text.Encoding.Latin1.GetString((await first.Content.ReadAsync(0, 4, cancellation)).Span);
        return first.Type == "ftyp" && PictureBrands.Any(known => brand.StartsWith(known, StringComparison.Ordinal));
    }

    private static async Task DescribeAsync(AudioWindow window, AudioDraft draft, Mp4Movie movie, long sound, long end, CancellationToken cancellation)
    {
        if (movie.Sound is not { } track)
        {
            draft.Error(movie.HasVideo ? "The file is a video without sound." : "There is no sound in the file.", "Upload the recording as MP3 or M4A.");
            return;
        }

        draft.SampleRate = track.SampleRate;
        draft.Channels = track.Channels;
        if (track.IsProtected)
            draft.Error("The recording is protected (DRM): nobody else can play it.", "Upload a recording without protection, saved from its source.");
        if (movie.HasVideo)
            draft.Warning("There is a video in the file; podcast apps that expect audio play its sound at most.", "Save the sound alone as M4A.");
        if (movie.Extension is { } extension) await Mp4Fragments.MeasureAsync(window, draft, movie, track, extension, end, cancellation);
        else draft.Measure(movie.Seconds(track), movie.HasVideo ? 0 : sound);
        if (movie.UserData is { } data) await Mp4Tags.ReadAsync(data, draft, cancellation);
        await Mp4Chapters.ReadAsync(window, draft, movie, track, cancellation);
    }
}
