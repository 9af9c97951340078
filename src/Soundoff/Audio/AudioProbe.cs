using Soundoff.Audio.Id3;
using Soundoff.Audio.Mp3;
using Soundoff.Problems;

namespace Soundoff.Audio;

/// <summary>Learns what an audio file says about itself from a few ranges of it.</summary>
public static class AudioProbe
{
    /// <summary>Reads at most 1 MiB of the file, and its picture.</summary>
    public static async Task<Reading<AudioFacts>> ReadAsync(IRangeSource source, string file, CancellationToken cancellation)
    {
        var window = new AudioWindow(source);
        var draft = new AudioDraft(file, "mp3");
        long start = 0;
        if (Id3Header.Read((await window.ReadAsync(0, Id3Header.Length, cancellation)).Span) is { } header)
        {
            await new Id3Tag(window, draft, header).ReadAsync(0, cancellation);
            start = header.Whole;
        }

        if (!await new Mp3Reader(window, draft).ReadAsync(start, cancellation)) draft.Error("No audio was found in it.", "Upload an MP3.");
        return draft.Done();
    }
}
