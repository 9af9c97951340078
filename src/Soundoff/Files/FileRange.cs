namespace Soundoff.Files;

/// <summary>A file on disk, read in ranges.</summary>
/// <param name="file">Its path.</param>
/// <param name="length">Its length when it was listed.</param>
public sealed class FileRange(string file, long length) : IRangeSource
{
    /// <inheritdoc/>
    public long Length => length;

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.Asynchronous);
        var bytes = new byte[Math.Clamp(length - offset, 0, count)];
        var read = 0;
        while (read < bytes.Length && await RandomAccess.ReadAsync(handle, bytes.AsMemory(read), offset + read, cancellation) is > 0 and var more) read += more;
        return bytes.AsMemory(0, read);
    }
}
