using Soundoff.Audio.Id3;

namespace Soundoff.Audio.Mp3;

/// <summary>MPEG audio, mostly layer 3: measured by the encoder's own header or, without one, by its frames.</summary>
internal static class Mp3Reader
{
    // An encoder's header stands in the first frame, of which it needs this much.
    private const int EnoughOfFrame = 256;

    // Taggers leave a little less or more than the encoder counted.
    private const int Slack = 4096;

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
        if (EncoderHeader.Read(bytes, header) is not { } said || !Believed(said, draft, first, end - offset))
            await frames.MeasureAsync(draft, first, offset, end, cancellation);
        return true;
    }

    private static bool Believed(EncoderHeader said, AudioDraft draft, AudioFrame first, long there)
    {
        var bytes = said.Bytes > 0 ? said.Bytes : there;
        // No frame is shorter than 24 bytes; a file that is much longer than the header says was joined of several.
        if (said.Frames == 0 || said.Frames > Math.Max(there, bytes) / 24 + 1 || there > bytes + bytes / 16 + Slack) return false;
        draft.Measure(said.Frames * first.Seconds, bytes);
        if (there < bytes - bytes / 100) draft.CutOff(bytes, there);
        return true;
    }
}
