using Soundoff.Audio.Vorbis;

namespace Soundoff.Audio.Ogg;

/// <summary>A packet put together from the pages it is spread over.</summary>
/// <param name="Bytes">What could be read of it.</param>
/// <param name="After">Where the page after its last one begins.</param>
internal readonly record struct OggPacket(ReadOnlyMemory<byte> Bytes, long After)
{
    private const int WithinBudget = 256 * 1024;

    /// <summary>
    /// Reads the comments, the stream's second packet, which begins a page of its own. When a picture in them is too large for the budget, it is
    /// fetched by a range of its own, with the page headers in between.
    /// </summary>
    public static async Task<OggPacket> CommentsAsync(AudioWindow window, OggPage first, OggCodec codec, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        var (at, fetched) = (first.Offset, false);
        while (await OggPage.AtAsync(window, at, cancellation) is { } page)
        {
            at = page.Next;
            if (page.Serial != first.Serial) continue;
            var part = Part(page.Lacing.Span, out var ends);
            bytes.Write((await window.ReadAsync(page.Body, part, cancellation)).Span);
            if (ends) break;
            if (fetched || bytes.Length < WithinBudget) continue;
            var missing = VorbisComments.Missing(bytes.GetBuffer().AsSpan(codec.CommentsHead, (int)bytes.Length - codec.CommentsHead));
            // Smallest usual pages hold 4 KiB and take 44 bytes more.
            await window.FetchLargeAsync(at, Math.Min(missing + missing / 64 + OggPage.Longest, window.Length - at), cancellation);
            fetched = true;
        }

        return new(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), at);
    }

    // Bytes of a page up to the end of the packet, or of the page.
    private static int Part(ReadOnlySpan<byte> lacing, out bool ends)
    {
        var length = 0;
        ends = false;
        foreach (var segment in lacing)
        {
            length += segment;
            ends = segment < 255;
            if (ends) break;
        }

        return length;
    }
}
