using Soundoff.Files;

namespace Soundoff.Tests.Audio;

/// <summary>
/// A file of any length that is made up as it is read: parts at their places, and between them a pattern or zeros. Counts what is read of it.
/// </summary>
internal sealed class RangedFile(long length) : IRangeSource
{
    private readonly List<(long Start, byte[] Bytes)> parts = [];
    private (long Start, byte[] Bytes) pattern = (0, [0]);

    public RangedFile(byte[] bytes) : this(bytes.Length) => parts.Add((0, bytes));

    public long Length => length;

    /// <summary>Bytes that were read.</summary>
    public long Read { get; private set; }

    /// <summary>Ranges that were asked for.</summary>
    public int Requests { get; private set; }

    public RangedFile With(long start, byte[] bytes)
    {
        parts.Add((start, bytes));
        return this;
    }

    /// <summary>Fills what no part covers with the same bytes over and over, from a place on.</summary>
    public RangedFile Filled(long start, byte[] bytes)
    {
        pattern = (start, bytes);
        return this;
    }

    public Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation)
    {
        Assert.True(offset >= 0 && offset < length && count > 0 && count <= length - offset, $"A range of {count} bytes from {offset} is not in the file.");
        Requests++;
        Read += count;
        if (parts is [(0, var whole)] && whole.Length == length) return Task.FromResult<ReadOnlyMemory<byte>>(whole.AsMemory((int)offset, count));

        var bytes = new byte[count];
        for (var i = 0; i < count && pattern.Bytes.Length > 1; i++)
            if (offset + i >= pattern.Start) bytes[i] = pattern.Bytes[(offset + i - pattern.Start) % pattern.Bytes.Length];
        foreach (var (start, part) in parts)
        {
            var (from, to) = (Math.Max(start, offset), Math.Min(start + part.Length, offset + count));
            if (from < to) part.AsSpan((int)(from - start), (int)(to - from)).CopyTo(bytes.AsSpan((int)(from - offset)));
        }

        return Task.FromResult<ReadOnlyMemory<byte>>(bytes);
    }
}
