using System.Buffers.Binary;
using System.IO.Compression;

namespace Soundoff.Audio.Id3;

/// <summary>
/// Reads an ID3v2 tag frame by frame. A small tag is read whole; of a large one, which is nearly always one large picture, only the frames'
/// heads and the texts.
/// </summary>
internal sealed class Id3Tag(AudioWindow window, AudioDraft draft, Id3Header header)
{
    private const int Small = 192 * 1024;
    private const int LongestFrame = 128 * 1024;
    private const int MostFrames = 2000;

    private ReadOnlyMemory<byte>? memory;
    private long start;

    /// <summary>Reads the tag whose header stands at <paramref name="offset"/>.</summary>
    public async Task ReadAsync(long offset, CancellationToken cancellation)
    {
        start = offset + Id3Header.Length;
        var wholeUnsync = header.Unsynchronised && header.Version < 4;
        if (header.Size <= Small) memory = await window.ReadAsync(start, header.Size, cancellation);
        else if (wholeUnsync && header.Size <= EmbeddedPictures.Largest) memory = await window.FetchPictureAsync(start, header.Size, cancellation);
        else if (wholeUnsync) return;
        if (wholeUnsync && memory is { } raw) memory = Resynchronise(raw.Span);

        var at = await ExtendedHeaderAsync(cancellation);
        for (var count = 0; count < MostFrames && at >= 0; count++) at = await FrameAsync(at, cancellation);
    }

    private int End => memory?.Length ?? header.Size;

    private async ValueTask<ReadOnlyMemory<byte>> BytesAsync(int at, int count, CancellationToken cancellation)
    {
        if (at < 0 || at >= End || count <= 0) return default;
        count = Math.Min(count, End - at);
        return memory is { } bytes ? bytes.Slice(at, count) : await window.ReadAsync(start + at, count, cancellation);
    }

    private async Task<int> ExtendedHeaderAsync(CancellationToken cancellation)
    {
        if (!header.HasExtendedHeader) return 0;
        var bytes = await BytesAsync(0, 4, cancellation);
        if (bytes.Length < 4) return -1;
        // v2.3 counts the bytes after the size, v2.4 (synchsafe) the size too.
        var size = header.Version == 4 ? Id3Header.Synchsafe(bytes.Span) ?? 0L : BinaryPrimitives.ReadUInt32BigEndian(bytes.Span) + 4L;
        return size < End ? (int)Math.Max(size, 4) : -1;
    }

    // Reads the frame at a place; where the next one is, or -1 at the end.
    private async Task<int> FrameAsync(int at, CancellationToken cancellation)
    {
        var head = header.Version == 2 ? 6 : 10;
        var bytes = await BytesAsync(at, head, cancellation);
        if (bytes.Length < head || bytes.Span[0] == 0) return -1;
        var id = System.Text.Encoding.ASCII.GetString(bytes.Span[..(header.Version == 2 ? 3 : 4)]);
        if (!id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))) return -1;
        var size = await SizeAsync(at, bytes, cancellation);
        if (size < 0 || size > End - at - head) return -1;
        var (format, content) = (header.Version == 2 ? (byte)0 : bytes.Span[9], at + head);
        await ContentAsync(Id3Frames.Name(id), content, size, format, cancellation);
        return content + size;
    }

    private async Task<int> SizeAsync(int at, ReadOnlyMemory<byte> head, CancellationToken cancellation)
    {
        if (header.Version == 2) return head.Span[3] << 16 | head.Span[4] << 8 | head.Span[5];
        var plain = BinaryPrimitives.ReadUInt32BigEndian(head.Span[4..]);
        if (header.Version == 3) return plain > int.MaxValue ? -1 : (int)plain;
        if (Id3Header.Synchsafe(head.Span[4..]) is not { } size) return plain > int.MaxValue ? -1 : (int)plain;
        if (size == plain || await IsFrameAsync(at + 10 + size, cancellation)) return size;
        // iTunes wrote plain sizes into v2.4: believed where they lead to a frame and the right ones do not.
        return plain <= int.MaxValue - 20 - at && await IsFrameAsync(at + 10 + (int)plain, cancellation) ? (int)plain : size;
    }

    private async Task<bool> IsFrameAsync(int at, CancellationToken cancellation)
    {
        if (at == End) return true;
        var bytes = await BytesAsync(at, 4, cancellation);
        return bytes.Length == 4 && (bytes.Span[0] == 0 || bytes.ToArray().All(b => b is >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9'));
    }

    private async Task ContentAsync(string? name, int at, int size, byte format, CancellationToken cancellation)
    {
        if (name is null || size == 0) return;
        var (grouped, compressed, encrypted, unsync, length) = header.Version == 4
            ? ((format & 0x40) != 0, (format & 0x08) != 0, (format & 0x04) != 0, (format & 0x02) != 0 || header.Unsynchronised, (format & 0x01) != 0)
            : ((format & 0x20) != 0, (format & 0x80) != 0, (format & 0x40) != 0, false, (format & 0x80) != 0);
        if (encrypted) return;
        var skip = (grouped ? 1 : 0) + (length ? 4 : 0);
        (at, size) = (at + skip, size - skip);
        if (size <= 0) return;

        if (name == "picture" && memory is null && !compressed && !unsync)
        {
            await LargePictureAsync(at, size, cancellation);
            return;
        }

        if (size > (name == "picture" ? EmbeddedPictures.Largest : LongestFrame)) return;
        var content = await BytesAsync(at, size, cancellation);
        if (unsync) content = Resynchronise(content.Span);
        if (compressed) content = Inflate(content);
        Id3Frames.Read(name, content, header.Version, draft);
    }

    private async Task LargePictureAsync(int at, int size, CancellationToken cancellation)
    {
        var head = await BytesAsync(at, Math.Min(size, 512), cancellation);
        if (Id3Frames.PictureHead(head.Span, header.Version) is not { } picture || picture.Length >= size) return;
        draft.Take(await EmbeddedPictures.AtAsync(window, start + at + picture.Length, size - picture.Length, cancellation), picture.IsFront);
    }

    /// <summary>Removes the zero bytes that keep 0xFF from looking like a frame of audio (ID3v2.4 section 6.1).</summary>
    private static byte[] Resynchronise(ReadOnlySpan<byte> bytes)
    {
        var plain = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            plain[length++] = bytes[i];
            if (bytes[i] == 0xFF && i + 1 < bytes.Length && bytes[i + 1] == 0) i++;
        }

        return plain[..length];
    }

    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            var plain = new byte[LongestFrame];
            return plain.AsMemory(0, zlib.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return default;
        }
    }
}
