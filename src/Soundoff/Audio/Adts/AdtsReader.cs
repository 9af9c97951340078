namespace Soundoff.Audio.Adts;

/// <summary>AAC in ADTS frames (ISO 13818-7 section 6.2, 14496-3 annex 1.A): no header speaks for the whole, so the frames are counted or sampled.</summary>
internal static class AdtsReader
{
    private const int HeaderLength = 7;
    private const int SamplesOfBlock = 1024;

    private static readonly int[] SampleRates = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350];

    /// <inheritdoc cref="AudioReader"/>
    public static async Task<bool> ReadAsync(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        var frames = new FrameStream(window, Frame);
        if (await frames.FirstAsync(start, cancellation) is not var (first, offset)) return false;
        draft.Format = AudioFormat.Aac;
        draft.SampleRate = first.SampleRate;
        draft.Channels = first.Channels > 0 ? first.Channels : null;
        var end = await Id3.Id3Place.BehindAsync(window, draft, offset, cancellation);
        await frames.MeasureAsync(draft, first, offset, end, cancellation);
        return true;
    }

    private static AudioFrame? Frame(ReadOnlySpan<byte> bytes)
    {
        // Twelve bits of sync, and a layer that is always 0.
        if (bytes.Length < HeaderLength || bytes[0] != 0xFF || (bytes[1] & 0xF6) != 0xF0) return null;
        var rate = bytes[2] >> 2 & 15;
        var channels = (bytes[2] & 1) << 2 | bytes[3] >> 6;
        var length = (bytes[3] & 3) << 11 | bytes[4] << 3 | bytes[5] >> 5;
        var blocks = (bytes[6] & 3) + 1;
        return rate >= SampleRates.Length || length < HeaderLength
            ? null
            : new(length, blocks * SamplesOfBlock, SampleRates[rate], channels == 7 ? 8 : channels, bytes[1] & 8);
    }
}
