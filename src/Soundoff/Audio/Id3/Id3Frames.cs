using System.Buffers.Binary;
using System.Text;

namespace Soundoff.Audio.Id3;

/// <summary>A frame of a tag.</summary>
/// <param name="Id">Three letters in v2.2, else four.</param>
/// <param name="Content">As it stands in the tag.</param>
/// <param name="Unsynchronised">Whether zero bytes were put into it (<see cref="Id3Unsync"/>).</param>
internal readonly record struct Id3Frame(string Id, Stretch Content, bool Unsynchronised)
{
    /// <summary>The content as it was before zero bytes were put in; reads it only then.</summary>
    public async ValueTask<Stretch> PlainAsync(CancellationToken cancellation) =>
        Unsynchronised ? new(Id3Unsync.Undo((await Content.WholeAsync(cancellation)).Span)) : Content;
}

/// <summary>Walks the frames of a tag, or those inside a chapter's frame.</summary>
internal sealed class Id3Frames(Stretch inside, Id3Header header)
{
    private long at;

    /// <summary>The next frame; null where padding begins, or what is no frame.</summary>
    public async ValueTask<Id3Frame?> NextAsync(CancellationToken cancellation)
    {
        var (letters, length) = header.Version == 2 ? (3, 6) : (4, 10);
        var head = await inside.ReadAsync(at, length, cancellation);
        if (head.Length < length || !IsId(head.Span[..letters])) return null;
        var size = await SizeAsync(head, cancellation);
        if (size > inside.Length - at - length) return null;
        var frame = Frame(Encoding.ASCII.GetString(head.Span[..letters]), inside.From(at + length, size), header.Version == 2 ? (byte)0 : head.Span[9]);
        at += length + size;
        return frame;
    }

    // The second byte of flags; before the content stand what they ask for: a group (1), the plain length (4). What is compressed or encrypted,
    // as hardly any program writes it, is passed over.
    private Id3Frame Frame(string id, Stretch content, byte flags)
    {
        var (hidden, skip, unsync) = header.Version == 4
            ? ((flags & 0x0C) != 0, ((flags & 0x40) != 0 ? 1 : 0) + ((flags & 0x01) != 0 ? 4 : 0), (flags & 0x02) != 0 || header.Unsynchronised)
            : ((flags & 0xC0) != 0, (flags & 0x20) != 0 ? 1 : 0, false);
        return new(id, hidden ? default : content.From(skip), unsync);
    }

    private async Task<long> SizeAsync(ReadOnlyMemory<byte> head, CancellationToken cancellation)
    {
        if (header.Version == 2) return head.Span[3] << 16 | head.Span[4] << 8 | head.Span[5];
        var plain = BinaryPrimitives.ReadUInt32BigEndian(head.Span[4..]);
        if (header.Version == 3 || Id3Header.Synchsafe(head.Span[4..]) is not { } size) return plain;
        if (size == plain || await LeadsToFrameAsync(size, cancellation)) return size;
        // iTunes wrote plain sizes into v2.4: believed where they lead to a frame and the right ones do not.
        return await LeadsToFrameAsync(plain, cancellation) ? plain : size;
    }

    private async Task<bool> LeadsToFrameAsync(long size, CancellationToken cancellation)
    {
        var next = at + Id3Header.Length + size;
        if (next == inside.Length) return true;
        var bytes = await inside.ReadAsync(next, 4, cancellation);
        return bytes.Length == 4 && (bytes.Span[0] == 0 || IsId(bytes.Span));
    }

    private static bool IsId(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (!char.IsAsciiLetterUpper((char)b) && !char.IsAsciiDigit((char)b)) return false;
        return true;
    }
}
