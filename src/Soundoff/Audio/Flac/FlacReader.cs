using System.Buffers.Binary;
using Soundoff.Audio.Vorbis;

namespace Soundoff.Audio.Flac;

/// <summary>FLAC in its own container (RFC 9639): metadata blocks, of which the first is STREAMINFO, then frames.</summary>
internal static class FlacReader
{
    private const int MostBlocks = 128;
    private const int BlockHead = 4;
    private const int VorbisComment = 4;
    private const int Picture = 6;

    /// <inheritdoc cref="AudioReader"/>
    public static async Task<bool> ReadAsync(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        var head = await window.ReadAsync(start, BlockHead + BlockHead + FlacStreamInfo.Length, cancellation);
        if (!head.Span.StartsWith("fLaC"u8)) return false;
        draft.Format = AudioFormat.Flac;
        if (head.Length < 2 * BlockHead || FlacStreamInfo.Read(head.Span[(2 * BlockHead)..]) is not { } info)
        {
            draft.Error("The file begins like FLAC but does not say what it holds.", AudioDraft.UploadAgain);
            return true;
        }

        draft.SampleRate = info.SampleRate;
        draft.Channels = info.Channels;
        var audio = await BlocksAsync(new(window, start + BlockHead, long.MaxValue), draft, cancellation);
        await FlacFrames.MeasureAsync(window, draft, info, audio, cancellation);
        return true;
    }

    // Reads the metadata; where the frames begin.
    private static async Task<long> BlocksAsync(Stretch file, AudioDraft draft, CancellationToken cancellation)
    {
        long at = 0;
        for (var blocks = 0; blocks < MostBlocks; blocks++)
        {
            var head = await file.ReadAsync(at, BlockHead, cancellation);
            if (head.Length < BlockHead) break;
            var (last, type) = ((head.Span[0] & 0x80) != 0, head.Span[0] & 0x7F);
            var length = (int)(BinaryPrimitives.ReadUInt32BigEndian(head.Span) & 0xFFFFFF);
            var content = file.From(at + BlockHead, length);
            if (type == VorbisComment) VorbisComments.Read(await content.ReadAsync(0, VorbisComments.Longest, cancellation), draft);
            else if (type == Picture) await FlacPicture.OfferAsync(content, draft, cancellation);
            at += BlockHead + length;
            if (last) break;
        }

        return file.Start + at;
    }
}
