using Soundoff.Audio.Id3;

namespace Soundoff.Audio.Mp3;

/// <summary>MPEG audio, mostly layer 3: measured by the encoder's own header or, without one, by its frames.</summary>
internal static class Mp3Reader
{
    // An encoder's header stands in the first frame, of which it needs this much.
    private const int EnoughOfFrame = 256;

    // Taggers leave a little less or more than the encoder counted.
    private const int Slack = 4096;

    private const int MostParts = 32;

    /// <inheritdoc cref="AudioReader"/>
    public static async Task<bool> ReadAsync(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        var frames = new FrameStream(window, MpegHeader.Frame);
        if (await frames.FirstAsync(start, cancellation) is not var (first, offset)) return false;
        draft.Format = AudioFormat.Mp3;
        draft.SampleRate = first.SampleRate;
        draft.Channels = first.Channels;
        var end = await Id3Place.BehindAsync(window, draft, offset, cancellation);

        var bytes = (await window.ReadAsync(offset, EnoughOfFrame, cancellation)).Span;
        var header = MpegHeader.Read(bytes)!.Value;
        if (header.Layer != 3)
            draft.Warning(
                $"The file holds MPEG layer {header.Layer} audio, which many podcast apps do not play.",
                "Save the recording as MP3, which is layer 3.");
        await MeasureAsync(window, draft, frames, first, offset, end, cancellation);
        return true;
    }

    // By the encoder's header, as far as it goes: recordings that were joined have one each, and the first speaks of the first alone.
    private static async Task MeasureAsync(AudioWindow window, AudioDraft draft, FrameStream frames, AudioFrame first, long offset, long end, CancellationToken cancellation)
    {
        for (var part = 1; ; part++)
        {
            var bytes = (await window.ReadAsync(offset, EnoughOfFrame, cancellation)).Span;
            if (part > MostParts || MpegHeader.Read(bytes) is not { } header || EncoderHeader.Read(bytes, header) is not { } said || !IsPossible(said, end - offset))
            {
                await frames.MeasureAsync(draft, first, offset, end, cancellation);
                return;
            }

            var (there, length) = (end - offset, said.Bytes > 0 ? said.Bytes : end - offset);
            draft.Add(said.Frames * first.Seconds, Math.Min(length, there));
            if (there < length - length / 100) draft.CutOff(length, there);
            if (there <= length + Slack) return;
            if (await NextAsync(window, frames, offset + length, cancellation) is not var (next, begin) || end - begin <= Slack) return;
            if (part == 1)
                draft.Warning(
                    "The file holds several recordings one after the other; some players show the length of the first alone.",
                    "Join them in an audio program and save one recording.");
            (first, offset) = (next, begin);
        }
    }

    private static async Task<(AudioFrame Frame, long Offset)?> NextAsync(AudioWindow window, FrameStream frames, long at, CancellationToken cancellation) =>
        await frames.FirstAsync(await Id3Place.PassAsync(window, at, cancellation), cancellation);

    // No frame is shorter than 24 bytes.
    private static bool IsPossible(EncoderHeader said, long there) => said.Frames > 0 && said.Frames <= Math.Max(there, said.Bytes) / 24 + 1;
}
