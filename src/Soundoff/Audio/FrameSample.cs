namespace Soundoff.Audio;

/// <summary>How long a stream of frames plays by the byte, learned at several places of it.</summary>
/// <param name="header">Reads a frame's header.</param>
/// <param name="first">What all frames of the stream are like.</param>
internal sealed class FrameSample(FrameHeader header, AudioFrame first)
{
    // A frame of a constant rate may be one slot longer than another, which is four bytes in layer 1.
    private const int Slot = 4;

    private double density;
    private double seconds;
    private long counted;
    private int places;
    private int shortest = int.MaxValue;
    private int longest;
    private bool gap;

    /// <summary>Whether every place held frames, all of one length.</summary>
    public bool IsSteady => !gap && longest - shortest <= Slot;

    /// <summary>Seconds of sound a byte; 0 when no frame was found.</summary>
    public double SecondsPerByte => counted == 0 ? 0 : IsSteady ? seconds / counted : density / places;

    /// <summary>
    /// Takes a place. What counts is how many frames begin there: that is right on average wherever the place's ends fall and whatever lies between frames.
    /// </summary>
    /// <param name="bytes">What stands there.</param>
    /// <param name="follows">Whether a frame must be followed by another one here; a place may be too small for two.</param>
    public void Add(ReadOnlySpan<byte> bytes, bool follows)
    {
        if (bytes.Length <= FrameStream.Header) return;
        var frames = 0;
        for (var at = Next(bytes, 0, follows); at >= 0; at = Next(bytes, at, follows))
            for (; at < bytes.Length - FrameStream.Header && header(bytes[at..]) is { } frame && frame.Fits(first); at += frame.Bytes)
            {
                frames++;
                seconds += frame.Seconds;
                counted += frame.Bytes;
                (shortest, longest) = (Math.Min(shortest, frame.Bytes), Math.Max(longest, frame.Bytes));
            }

        gap |= frames == 0;
        density += frames * first.Seconds / (bytes.Length - FrameStream.Header);
        places++;
    }

    // The next frame that another one follows; else, where none need follow, the first that may be one and reaches beyond the place.
    private int Next(ReadOnlySpan<byte> bytes, int from, bool follows)
    {
        var alone = -1;
        for (var at = from; at < bytes.Length - FrameStream.Header; at++)
        {
            if (bytes[at] != 0xFF || header(bytes[at..]) is not { } frame || !frame.Fits(first)) continue;
            var next = at + frame.Bytes;
            if (next > bytes.Length - FrameStream.Header) alone = alone < 0 ? at : alone;
            else if (header(bytes[next..]) is { } follower && follower.Fits(first)) return at;
        }

        return follows ? -1 : alone;
    }
}
