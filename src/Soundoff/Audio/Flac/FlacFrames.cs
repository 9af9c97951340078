namespace Soundoff.Audio.Flac;

/// <summary>The frames of a FLAC file, of which the last tells whether all of it is there (RFC 9639 section 9.1).</summary>
internal static class FlacFrames
{
    // No frame of a usual stream is longer: 4,608 samples of 24 bits in two channels take 27 KiB unpacked.
    private const int Tail = 64 * 1024;

    // Bytes of a frame's header at most.
    private const int Header = 16;

    // Blocks that may be missing: the last frame may be cut short.
    private const int Slack = 2;

    /// <summary>Sets the duration: as STREAMINFO has it, or by the last frame where it does not say.</summary>
    public static async Task MeasureAsync(AudioWindow window, AudioDraft draft, FlacStreamInfo info, long start, CancellationToken cancellation)
    {
        var there = Math.Max(0, window.Length - start);
        var from = Math.Max(start, window.Length - Tail);
        var tail = await window.ReadAsync(from, Tail, cancellation);
        var last = LastSample(tail.Span, info);
        var samples = info.Samples > 0 ? info.Samples : last ?? 0;
        draft.Measure((double)samples / info.SampleRate, there);
        if (there == 0 || (last is { } end && end < info.Samples - Slack * info.BlockSize))
        {
            draft.Error(
                FormattableString.Invariant(
                    $"The file is cut off: it speaks of {samples / info.SampleRate:N0} seconds and {(last ?? 0) / info.SampleRate:N0} are there."),
                AudioDraft.UploadAgain);
        }
    }

    /// <summary>The sample after the last frame that begins in these bytes; null when none does.</summary>
    private static long? LastSample(ReadOnlySpan<byte> tail, FlacStreamInfo info)
    {
        // A frame of silence is shorter than the longest header.
        Span<byte> bytes = new byte[tail.Length + Header];
        tail.CopyTo(bytes);
        for (var at = tail.LastIndexOf((byte)0xFF); at >= 0; at = tail[..at].LastIndexOf((byte)0xFF))
            if (EndOf(bytes.Slice(at, Header), info) is { } end) return end;
        return null;
    }

    private static long? EndOf(ReadOnlySpan<byte> bytes, FlacStreamInfo info)
    {
        var channels = bytes[3] >> 4;
        if ((bytes[1] & 0xFE) != 0xF8 || (bytes[3] & 1) != 0 || info.Channels != (channels < 8 ? channels + 1 : channels <= 10 ? 2 : 0)) return null;
        // A frame number, or a sample number where block sizes vary, in UTF-8's manner, here up to 36 bits.
        var lead = bytes[4];
        var more = lead < 0x80 ? 0 : System.Numerics.BitOperations.LeadingZeroCount((uint)(byte)~lead << 24) - 1;
        if (more is < 0 or > 6 || (more == 0 && lead >= 0x80)) return null;
        var number = more == 0 ? lead : (long)(lead & (0x3F >> more));
        for (var i = 1; i <= more; i++) number = number << 6 | (uint)(bytes[4 + i] & 0x3F);

        var at = 5 + more;
        if (BlockSize(bytes[2] >> 4, bytes[at..]) is not { } block || block > info.BlockSize) return null;
        at += (bytes[2] >> 4) switch { 6 => 1, 7 => 2, _ => 0 } + (bytes[2] & 15) switch { 12 => 1, 13 or 14 => 2, _ => 0 };
        var end = ((bytes[1] & 1) == 0 ? number * info.BlockSize : number) + block;
        return Crc(bytes[..at]) == bytes[at] && (info.Samples == 0 || end <= info.Samples) ? end : null;
    }

    // Table 14 of the RFC.
    private static int? BlockSize(int bits, ReadOnlySpan<byte> uncommon) => bits switch
    {
        0 => null,
        1 => 192,
        <= 5 => 144 << bits,
        6 => uncommon[0] + 1,
        7 => (uncommon[0] << 8 | uncommon[1]) + 1,
        _ => 1 << bits,
    };

    // CRC-8 with the polynomial x^8 + x^2 + x + 1.
    private static byte Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 0x80) != 0 ? crc << 1 ^ 0x107 : crc << 1;
        }

        return (byte)crc;
    }
}
