namespace Soundoff.Audio;

/// <summary>A frame of a stream that is nothing but frames.</summary>
/// <param name="Bytes">Its length with its header; at least that of a header.</param>
/// <param name="Samples">Of each channel.</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="Channels">1 for mono.</param>
/// <param name="Kind">What is the same in all frames of one stream besides the sample rate.</param>
internal readonly record struct AudioFrame(int Bytes, int Samples, int SampleRate, int Channels, int Kind)
{
    public double Seconds => (double)Samples / SampleRate;

    public bool Fits(AudioFrame other) => (Kind, SampleRate) == (other.Kind, other.SampleRate);
}

/// <summary>Reads the header of a frame; null when the bytes are none.</summary>
internal delegate AudioFrame? FrameHeader(ReadOnlySpan<byte> bytes);

/// <summary>Finds the frames of MPEG audio and ADTS, whose headers both begin with 0xFF, and measures a stream by them.</summary>
internal sealed class FrameStream(AudioWindow window, FrameHeader header)
{
    /// <summary>Bytes of the longest header.</summary>
    public const int Header = 7;
    private const int LikelyIn = 4 * 1024;
    private const int SearchIn = 64 * 1024;
    private const int Samples = 8;
    private const int SampleBytes = 16 * 1024;
    private const int SmallSamples = 100;
    private const int SmallSampleBytes = Samples * SampleBytes / SmallSamples;

    /// <summary>The first frame from here on that others follow, and where it stands.</summary>
    public async Task<(AudioFrame Frame, long Offset)?> FirstAsync(long start, CancellationToken cancellation)
    {
        foreach (var within in (int[])[LikelyIn, SearchIn])
        {
            var bytes = await window.ReadAsync(start, within, cancellation);
            if (Next(bytes.Span, 0, null, start + bytes.Length >= window.Length) is (var frame, var at)) return (frame, start + at);
        }

        return null;
    }

    /// <summary>
    /// Counts all frames where the budget allows, else those at several places, by which the rest is estimated: at a few large ones where the frames are of one
    /// length, at a hundred small ones more where they are not.
    /// </summary>
    public async Task MeasureAsync(AudioDraft draft, AudioFrame first, long start, long end, CancellationToken cancellation)
    {
        if (end - start <= window.Left)
        {
            var (seconds, bytes) = (0.0, 0L);
            var all = await window.ReadAsync(start, (int)(end - start), cancellation);
            Count(all.Span, first, true, ref seconds, ref bytes);
            if (bytes > 0) draft.Add(seconds, end - start);
            return;
        }

        draft.Estimated = true;
        var sample = new FrameSample(header, first);
        for (var i = 0; i < Samples; i++) sample.Add((await window.ReadAsync(start + (end - start) / Samples * i, SampleBytes, cancellation)).Span, true);
        if (!sample.IsSteady)
        {
            foreach (var part in await window.SampleAsync(start, end, SmallSamples, SmallSampleBytes, cancellation)) sample.Add(part.Span, false);
            draft.Warning(
                FormattableString.Invariant($"The file does not tell how long it plays; {TimeSpan.FromSeconds(sample.SecondsPerByte * (end - start)):h\\:mm\\:ss} is estimated from a part of it."),
                "Save it again as MP3 with a header (Xing), or as M4A, so that apps show the right length.");
        }

        if (sample.SecondsPerByte > 0) draft.Add(sample.SecondsPerByte * (end - start), end - start);
    }

    private void Count(ReadOnlySpan<byte> part, AudioFrame first, bool whole, ref double seconds, ref long bytes)
    {
        for (var at = 0; Next(part, at, first, whole) is (_, var from);)
        {
            for (at = from; header(part[at..]) is { } frame && frame.Fits(first); at += frame.Bytes)
            {
                // Nobody hears a frame that the file's end cuts off.
                if (frame.Bytes > part.Length - at) return;
                seconds += frame.Seconds;
                bytes += frame.Bytes;
            }
        }
    }

    // Two more frames must follow where the first says, or the end: any bytes can look like a frame.
    private (AudioFrame Frame, int At)? Next(ReadOnlySpan<byte> bytes, int from, AudioFrame? like, bool untilEnd)
    {
        for (var at = from; at < bytes.Length; at++)
        {
            var mark = bytes[at..].IndexOf((byte)0xFF);
            if (mark < 0) return null;
            at += mark;
            if (header(bytes[at..]) is { } frame && (like is not { } wanted || frame.Fits(wanted)) && Follows(bytes, at, frame, untilEnd)) return (frame, at);
        }

        return null;
    }

    private bool Follows(ReadOnlySpan<byte> bytes, int at, AudioFrame frame, bool untilEnd)
    {
        var next = frame;
        for (var more = 0; more < 2; more++)
        {
            at += next.Bytes;
            if (at + Header > bytes.Length) return untilEnd && (more > 0 || at == bytes.Length);
            if (header(bytes[at..]) is not { } follower || !follower.Fits(frame)) return false;
            next = follower;
        }

        return true;
    }
}
