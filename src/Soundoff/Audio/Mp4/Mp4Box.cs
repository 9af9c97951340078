using System.Buffers.Binary;
using System.Text;

namespace Soundoff.Audio.Mp4;

/// <summary>A box (ISO/IEC 14496-12 section 4.2).</summary>
/// <param name="Type">Four characters, each a byte.</param>
/// <param name="Content">What is there of it after its head.</param>
/// <param name="Claimed">Bytes of content that it says it has.</param>
internal readonly record struct Mp4Box(string Type, Stretch Content, long Claimed)
{
    /// <summary>Where it says it ends in the file.</summary>
    public long End => Content.Start + Claimed;
}

/// <summary>Walks the boxes in a stretch.</summary>
internal sealed class Mp4Boxes(Stretch inside)
{
    private const int Head = 8;
    private const int LargeHead = 16;

    private long at;

    /// <summary>The next box; null at the end, or where no box can be.</summary>
    public async ValueTask<Mp4Box?> NextAsync(CancellationToken cancellation)
    {
        var bytes = await inside.ReadAsync(at, LargeHead, cancellation);
        if (bytes.Length < Head) return null;
        // 1: the size follows as 64 bits. 0: to the end.
        var (head, size) = (Head, (long)BinaryPrimitives.ReadUInt32BigEndian(bytes.Span));
        if (size == 1 && bytes.Length == LargeHead) (head, size) = (LargeHead, BinaryPrimitives.ReadInt64BigEndian(bytes.Span[Head..]));
        else if (size == 0) size = inside.Length - at;
        // Nothing is longer than what the file system of a file could hold.
        if (size < head || size > long.MaxValue / 4) return null;
        var box = new Mp4Box(Encoding.Latin1.GetString(bytes.Span.Slice(4, 4)), inside.From(at + head, size - head), size - head);
        at += size;
        return box;
    }

    /// <summary>The first box at the end of a path of types; null when there is none.</summary>
    public static async ValueTask<Stretch?> FindAsync(Stretch inside, CancellationToken cancellation, params string[] path)
    {
        foreach (var type in path)
        {
            var boxes = new Mp4Boxes(inside);
            var box = await boxes.NextAsync(cancellation);
            while (box is { } other && other.Type != type) box = await boxes.NextAsync(cancellation);
            if (box is not { } found) return null;
            inside = found.Content;
        }

        return inside;
    }
}
