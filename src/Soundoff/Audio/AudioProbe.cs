using Soundoff.Audio.Adts;
using Soundoff.Audio.Flac;
using Soundoff.Audio.Id3;
using Soundoff.Audio.Mp3;
using Soundoff.Audio.Mp4;
using Soundoff.Audio.Ogg;
using Soundoff.Audio.Wav;
using Soundoff.Files;
using Soundoff.Problems;

namespace Soundoff.Audio;

/// <summary>Reads a format from the first byte after a tag in front; false, and nothing in the draft, when the file is of another format.</summary>
internal delegate Task<bool> AudioReader(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation);

/// <summary>
/// Learns what an audio file says about itself from a few ranges of it. What the bytes are decides the format, not the file's name.
/// </summary>
public static class AudioProbe
{
    // Each begins with a mark of its own.
    private static readonly AudioReader[] Marked = [Mp4Reader.ReadAsync, OggReader.ReadAsync, FlacReader.ReadAsync, WavReader.ReadAsync];

    // These are nothing but frames, which may also lie inside a file of quite another kind.
    private static readonly AudioReader[] Framed = [AdtsReader.ReadAsync, Mp3Reader.ReadAsync];

    /// <summary>
    /// Reads at most 1 MiB of the file, and of pictures larger than that at most 16 MiB by ranges of their own. No value, and an error that says
    /// what the file is instead, when no audio is in it. Bad bytes never throw.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="file">Its name, for problems; its ending is held against what it holds.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">The source could not be read; the caller may try again.</exception>
    public static async Task<Reading<AudioFacts>> ReadAsync(IRangeSource source, string file, CancellationToken cancellation)
    {
        if (source.Length == 0) return Problem.Error(file, "The file is empty.", "Upload it again, and wait until the upload has ended.");
        var window = new AudioWindow(source);
        var draft = new AudioDraft(file);
        var start = await Id3Place.InFrontAsync(window, draft, cancellation);
        var head = await window.ReadAsync(start, OtherKind.Enough, cancellation);
        if (!await AnyAsync(Marked, window, draft, start, cancellation)
            && (OtherKind.Of(head.Span) is not null || !await AnyAsync(Framed, window, draft, start, cancellation)))
            return start >= window.Length ? OnlyTag(file, start, window.Length) : NoAudio(file, head.Span);
        await draft.FetchPictureAsync(cancellation);
        return draft.Done();
    }

    private static async Task<bool> AnyAsync(AudioReader[] readers, AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        foreach (var read in readers)
            if (await read(window, draft, start, cancellation)) return true;
        return false;
    }

    private static Problem OnlyTag(string file, long claimed, long there) => Problem.Error(
        file,
        FormattableString.Invariant($"No audio is in the file: its tag alone takes {claimed:N0} bytes and the file has {there:N0}."),
        AudioDraft.UploadAgain);

    private static Problem NoAudio(string file, ReadOnlySpan<byte> head) => Problem.Error(
        file,
        $"No audio that can be published is in the file: it is {OtherKind.Of(head) ?? OtherKind.Plain(head)}.",
        "Upload the recording as MP3 or M4A; if this file is not meant as audio, give it the ending of what it is.");
}
