using System.Buffers.Binary;

namespace Soundoff.Audio.Flac;

/// <summary>A PICTURE block (RFC 9639 section 8.8), which Vorbis comments carry too.</summary>
internal static class FlacPicture
{
    private const int FrontCover = 3;
    private const int LongestHead = 4096;

    /// <summary>Offers the picture of a block in the file, of which only the head is read.</summary>
    public static async Task OfferAsync(Stretch block, AudioDraft draft, CancellationToken cancellation)
    {
        if (Head((await block.ReadAsync(0, LongestHead, cancellation)).Span) is { } head) draft.Offer(block.From(head.Length, head.Size), head.Front);
    }

    /// <summary>Offers the picture of a block that was unpacked.</summary>
    public static void Offer(ReadOnlyMemory<byte> block, AudioDraft draft)
    {
        if (Head(block.Span) is { } head) draft.Offer(new Stretch(block).From(head.Length, head.Size), head.Front);
    }

    // Its kind; media type and description, each after its length; width, height, depth, colours; its own length.
    private static (int Length, uint Size, bool Front)? Head(ReadOnlySpan<byte> bytes)
    {
        var at = 4;
        for (var text = 0; text < 2; text++)
        {
            if (at + 4 > bytes.Length || BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) is not (<= LongestHead and var length)) return null;
            at += 4 + (int)length;
        }

        at += 16;
        if (at + 4 > bytes.Length) return null;
        return (at + 4, BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]), BinaryPrimitives.ReadUInt32BigEndian(bytes) == FrontCover);
    }
}
