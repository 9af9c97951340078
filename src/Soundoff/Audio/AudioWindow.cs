using Soundoff.Files;

namespace Soundoff.Audio;

/// <summary>
/// Reads a file in blocks, each at most once, and at most <see cref="Budget"/> bytes of it, whatever the file claims. Beyond the budget, and
/// beyond the end, there is simply nothing to read.
/// </summary>
internal sealed class AudioWindow(IRangeSource source)
{
    /// <summary>Bytes read of any file at most, its picture aside.</summary>
    public const int Budget = 1024 * 1024;

    /// <summary>Bytes fetched at most, all together, for pictures that are too large for the budget.</summary>
    public const int LargePictures = 16 * 1024 * 1024;

    private const int Block = 8 * 1024;
    private const int First = 64 * 1024;
    private const int AtOnce = 10;

    private readonly Dictionary<long, ReadOnlyMemory<byte>> blocks = [];
    private int spent;
    private int spentOnPictures;
    private long largeStart;
    private ReadOnlyMemory<byte> large;

    /// <summary>Length of the file in bytes.</summary>
    public long Length => source.Length;

    /// <summary>Bytes that may still be read.</summary>
    public int Left => Budget - spent;

    /// <summary>The bytes from <paramref name="offset"/>; fewer at the end of the file or of the budget.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation)
    {
        if (offset < 0 || offset >= Length || count <= 0) return default;
        count = (int)Math.Min(count, Math.Min(Length - offset, Budget));
        if (offset >= largeStart && offset - largeStart + count <= large.Length) return large.Slice((int)(offset - largeStart), count);

        await FetchAsync(offset / Block, (offset + count - 1) / Block, cancellation);
        return IsInside(offset, count, out var bytes) ? bytes : Joined(offset, count);
    }

    /// <summary>
    /// Fetches what is too large for the budget by a range of its own. What it gave stays readable as any other part of the file. Nothing when
    /// it is more than may be fetched.
    /// </summary>
    public async Task<ReadOnlyMemory<byte>> FetchLargeAsync(long offset, long count, CancellationToken cancellation)
    {
        count = Math.Min(count, Length - offset);
        if (offset < 0 || count <= 0 || count > LargePictures - spentOnPictures) return default;
        spentOnPictures += (int)count;
        large = await source.ReadAsync(offset, (int)count, cancellation);
        largeStart = offset;
        return large;
    }

    /// <summary>Small parts of a stretch, spread evenly over it and fetched side by side; fewer when the budget ends. They are not kept.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> SampleAsync(long start, long end, int places, int count, CancellationToken cancellation)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        places = Math.Min(places, Left / count);
        foreach (var group in Enumerable.Range(0, places).Select(i => start + (end - start) / places * i + (end - start) / places / 2).Chunk(AtOnce))
        {
            spent += group.Length * count;
            parts.AddRange(await Task.WhenAll(group.Select(at => source.ReadAsync(at, (int)Math.Min(count, end - at), cancellation))));
        }

        return parts;
    }

    private bool IsInside(long offset, int count, out ReadOnlyMemory<byte> bytes)
    {
        var from = (int)(offset % Block);
        var found = blocks.TryGetValue(offset / Block, out var block) && from + count <= block.Length;
        bytes = found ? block.Slice(from, count) : default;
        return found;
    }

    private ReadOnlyMemory<byte> Joined(long offset, int count)
    {
        var bytes = new byte[count];
        var filled = 0;
        while (filled < count && blocks.TryGetValue((offset + filled) / Block, out var block))
        {
            var from = (int)((offset + filled) % Block);
            if (from >= block.Length) break;
            var part = block.Span[from..Math.Min(block.Length, from + count - filled)];
            part.CopyTo(bytes.AsSpan(filled));
            filled += part.Length;
        }

        return bytes.AsMemory(0, filled);
    }

    // Missing neighbours are fetched together: every range is a request.
    private async Task FetchAsync(long first, long last, CancellationToken cancellation)
    {
        if (first == 0 && blocks.Count == 0) last = Math.Max(last, First / Block - 1);
        for (var block = first; block <= last; block++)
        {
            if (blocks.ContainsKey(block)) continue;
            var until = block;
            while (until < last && !blocks.ContainsKey(until + 1)) until++;
            var wanted = (int)Math.Min(Math.Min((until - block + 1) * Block, Length - block * Block), Left);
            if (wanted <= 0) return;
            var bytes = await source.ReadAsync(block * Block, wanted, cancellation);
            spent += wanted;
            for (var at = 0; at < bytes.Length; at += Block) blocks[block + at / Block] = bytes[at..Math.Min(bytes.Length, at + Block)];
            block = until;
        }
    }
}
