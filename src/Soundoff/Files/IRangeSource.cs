namespace Soundoff.Files;

/// <summary>Bytes that are read in ranges and never whole: a blob, a file on disk, or a fixture.</summary>
public interface IRangeSource
{
    /// <summary>Total length in bytes.</summary>
    long Length { get; }

    /// <summary>Reads up to <paramref name="count"/> bytes from <paramref name="offset"/>; fewer only at the end.</summary>
    /// <exception cref="IOException">The source could not be read; the caller may try again.</exception>
    Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation);
}
