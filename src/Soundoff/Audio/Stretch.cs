namespace Soundoff.Audio;

/// <summary>
/// A stretch of the file, or of bytes that were made of one. Nothing is read before it is asked for, and it never reaches beyond the end of what
/// is there, however long it was said to be.
/// </summary>
internal readonly struct Stretch
{
    private readonly AudioWindow? window;
    private readonly ReadOnlyMemory<byte> memory;

    public Stretch(AudioWindow window, long start, long length)
    {
        this.window = window;
        Start = start;
        Length = Math.Clamp(length, 0, Math.Max(0, window.Length - start));
    }

    public Stretch(ReadOnlyMemory<byte> memory)
    {
        this.memory = memory;
        Length = memory.Length;
    }

    /// <summary>Where it begins in the file.</summary>
    public long Start { get; }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>A part of it, cut where it ends.</summary>
    public Stretch From(long at, long length = long.MaxValue)
    {
        at = Math.Clamp(at, 0, Length);
        length = Math.Clamp(length, 0, Length - at);
        return window is null ? new(memory.Slice((int)at, (int)length)) : new(window, Start + at, length);
    }

    /// <summary>The bytes from <paramref name="at"/>; fewer at its end and at the end of the budget.</summary>
    public ValueTask<ReadOnlyMemory<byte>> ReadAsync(long at, int count, CancellationToken cancellation)
    {
        if (at < 0 || at >= Length || count <= 0) return default;
        count = (int)Math.Min(count, Length - at);
        return window is null ? new(memory.Slice((int)at, count)) : window.ReadAsync(Start + at, count, cancellation);
    }

    /// <summary>
    /// All of it, within the budget when it is small and by a range of its own when it is not: what a picture needs. Empty when there is more of
    /// it than may be fetched.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>> WholeAsync(CancellationToken cancellation)
    {
        if (window is null) return memory;
        var bytes = Length <= window.Left / 4
            ? await window.ReadAsync(Start, (int)Length, cancellation)
            : await window.FetchLargeAsync(Start, Length, cancellation);
        return bytes.Length == Length ? bytes : default;
    }
}
