using System.Buffers.Binary;
using Soundoff.Audio.Id3;

namespace Soundoff.Audio.Mp3;

/// <summary>MPEG audio, mostly layer 3: duration by the encoder's own header (Xing, Info, VBRI) or, without one, by sampled frames.</summary>
internal sealed class Mp3Reader(AudioWindow window, AudioDraft draft)
{
    private const int SearchIn = 64 * 1024;
    private const int Samples = 8;
    private const int SampleBytes = 16 * 1024;

    /// <summary>Reads from the first byte after the tags in front; whether there was audio.</summary>
    public async Task<bool> ReadAsync(long start, CancellationToken cancellation)
    {
        if (await FirstFrameAsync(start, cancellation) is not ({ } first, var offset)) return false;
        var end = await EndAsync(cancellation);
        draft.SampleRate = first.SampleRate;
        draft.Channels = first.Mono ? 1 : 2;
        var frame = await window.ReadAsync(offset, Math.Max(first.Bytes, 256), cancellation);
        var counted = Xing(frame.Span, first, end - offset) || Vbri(frame.Span, first, end - offset);
        if (!counted) await SampleAsync(first, offset, end, cancellation);
        return true;
    }

    private async Task<(MpegHeader, long)?> FirstFrameAsync(long start, CancellationToken cancellation)
    {
        var bytes = await window.ReadAsync(start, SearchIn, cancellation);
        for (var i = 0; i + 4 <= bytes.Length; i++)
        {
            var jump = bytes.Span[i..].IndexOf((byte)0xFF);
            if (jump < 0) break;
            i += jump;
            if (MpegHeader.Read(bytes.Span[i..]) is not { } header) continue;
            // Two more frames must follow where the first says, or the file end: any byte can look like a frame.
            if (Follows(bytes.Span, i, header, start + bytes.Length >= window.Length)) return (header, start + i);
        }

        return null;
    }

    private static bool Follows(ReadOnlySpan<byte> bytes, int at, MpegHeader header, bool wholeFile)
    {
        var next = header;
        for (var frames = 0; frames < 2; frames++)
        {
            at += next.Bytes;
            if (at + 4 > bytes.Length) return wholeFile && frames > 0;
            if (MpegHeader.Read(bytes[at..]) is not { } follower || !follower.Fits(header)) return false;
            next = follower;
        }

        return true;
    }

    private async Task<long> EndAsync(CancellationToken cancellation)
    {
        var tail = await window.ReadAsync(window.Length - Id3v1.Length, Id3v1.Length, cancellation);
        return Id3v1.Read(tail.Span, draft) ? window.Length - Id3v1.Length : window.Length;
    }

    private bool Xing(ReadOnlySpan<byte> frame, MpegHeader first, long there)
    {
        var at = 4 + first.SideInfo;
        if (at + 16 > frame.Length || !(frame[at..].StartsWith("Xing"u8) || frame[at..].StartsWith("Info"u8))) return false;
        var flags = BinaryPrimitives.ReadUInt32BigEndian(frame[(at + 4)..]);
        if ((flags & 1) == 0) return false;
        var frames = BinaryPrimitives.ReadUInt32BigEndian(frame[(at + 8)..]);
        long bytes = (flags & 2) != 0 ? BinaryPrimitives.ReadUInt32BigEndian(frame[(at + 12)..]) : 0;
        return Counted(frames, bytes, first, there);
    }

    private bool Vbri(ReadOnlySpan<byte> frame, MpegHeader first, long there)
    {
        const int at = 36;
        if (at + 18 > frame.Length || !frame[at..].StartsWith("VBRI"u8)) return false;
        return Counted(BinaryPrimitives.ReadUInt32BigEndian(frame[(at + 14)..]), BinaryPrimitives.ReadUInt32BigEndian(frame[(at + 10)..]), first, there);
    }

    private bool Counted(uint frames, long bytes, MpegHeader first, long there)
    {
        // A frame has 24 bytes at least: a count that cannot be is no count.
        if (frames == 0 || frames > Math.Max(there, bytes) / 24 + 1) return false;
        draft.Measure((double)frames * first.Samples / first.SampleRate, bytes > 0 ? bytes : there);
        if (bytes > 0 && there < bytes * 0.95)
        {
            draft.Error(
                System.FormattableString.Invariant($"The file is cut off: its header speaks of {bytes:N0} bytes of audio and {there:N0} are there."),
                "Upload it again, and wait until the upload has ended.");
        }

        return true;
    }

    // No header that counts: frames at several places tell whether the rate is constant.
    private async Task SampleAsync(MpegHeader first, long offset, long end, CancellationToken cancellation)
    {
        double seconds = 0;
        long bytes = 0;
        for (var i = 0; i < Samples; i++)
        {
            var at = offset + (end - offset) / Samples * i;
            var part = await window.ReadAsync(at, SampleBytes, cancellation);
            Count(part.Span, first, ref seconds, ref bytes);
        }

        if (bytes == 0) return;
        var rate = bytes * 8 / seconds;
        draft.Measure((end - offset) * 8 / rate, end - offset);
        draft.Estimated = true;
    }

    private static void Count(ReadOnlySpan<byte> part, MpegHeader first, ref double seconds, ref long bytes)
    {
        var at = 0;
        while (at + 4 <= part.Length && !(MpegHeader.Read(part[at..]) is { } found && found.Fits(first) && Follows(part, at, found, false))) at++;
        while (at + 4 <= part.Length && MpegHeader.Read(part[at..]) is { } header && header.Fits(first))
        {
            seconds += (double)header.Samples / header.SampleRate;
            bytes += header.Bytes;
            at += header.Bytes;
        }
    }
}
