namespace Soundoff.Audio;

/// <summary>
/// Reads a file in blocks, each at most once, and at most <see cref="Budget"/> bytes of it, whatever the file claims. Beyond the budget, and
/// beyond the end, there is simply nothing to read.
/// </summary>
internal sealed class AudioWindow(IRangeSource source)
{
    /// <summary>Bytes read of any file at most.</summary>
    public const int Budget = 1024 * 1024;

    private const int Block = 16 * 1024;
    private const int First = 4 * Block;

    private readonly Dictionary<long, ReadOnlyMemory<byte>> blocks = [];
    private int spent;

    /// <summary>Length of the file in bytes.</summary>
    public long Length => source.Length;

    /// <summary>Bytes that may still be read.</summary>
    public int Left => Budget - spent;

    /// <summary>The bytes from <paramref name="offset"/>; fewer at the end of the file or of the budget.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation)
    {
        if (offset < 0 || offset >= Length || count <= 0) return default;
        count = (int)Math.Min(count, Math.Min(Length - offset, Budget));
        await FetchAsync(offset / Block, (offset + count - 1) / Block, cancellation);
        if (Inside(offset, count) is { } one) return one;

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

    /// <summary>Fetches a picture too large for the budget by a range of its own.</summary>
    public Task<ReadOnlyMemory<byte>> FetchPictureAsync(long offset, int count, CancellationToken cancellation) => source.ReadAsync(offset, count, cancellation);

    private ReadOnlyMemory<byte>? Inside(long offset, int count)
    {
        var from = (int)(offset % Block);
        if (blocks.TryGetValue(offset / Block, out var block) && from + count <= block.Length) return block.Slice(from, count);
        // Not "cond ? slice : null": null would become an empty slice there, by the conversion from arrays.
        return null;
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
