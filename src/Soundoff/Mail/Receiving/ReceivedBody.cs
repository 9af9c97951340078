using System.Buffers;
using System.Security.Cryptography;
using MimeKit.IO;

namespace Soundoff.Mail.Receiving;

/// <summary>A request's body, whole, in a temporary file. Nothing of it reaches storage before its sender has proved itself.</summary>
public sealed class ReceivedBody : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream _file;

    private ReceivedBody(FileStream file, byte[] digest) => (_file, Digest) = (file, digest);

    /// <summary>In bytes.</summary>
    public long Length => _file.Length;

    /// <summary>SHA-256 over the prefix and the exact bytes received.</summary>
    internal byte[] Digest { get; }

    /// <summary>How the signature of a signed body is remembered; null when it was not signed.</summary>
    internal (DateTimeOffset Time, byte[] Digest)? Signed { get; init; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="body">Where it comes from.</param>
    /// <param name="prefix">Bytes that are hashed before it.</param>
    /// <param name="signed">The time of its signature; null when there is none.</param>
    /// <param name="limit">The most bytes it may have.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null when it has more.</returns>
    internal static async Task<ReceivedBody?> ReadAsync(Stream body, ReadOnlyMemory<byte> prefix, DateTimeOffset? signed, long limit, CancellationToken cancellation)
    {
        var file = TemporaryFile.Create();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(prefix.Span);
            var length = 0L;
            while (await body.ReadAsync(buffer, cancellation) is var read and > 0)
            {
                if ((length += read) > limit) return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            await file.FlushAsync(cancellation);
            var digest = hash.GetHashAndReset();
            var received = new ReceivedBody(file, digest) { Signed = signed is { } time ? (time, digest) : null };
            file = null;
            return received;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (file is not null) await file.DisposeAsync();
        }
    }

    /// <summary>All of it, from the start. The stream is one with the body: read one at a time.</summary>
    public Stream Open() => Open(0, Length);

    /// <summary>A range of it, in bytes.</summary>
    internal Stream Open(long offset, long length) => new BoundStream(_file, offset, offset + length, leaveOpen: true);

    /// <summary>Deletes the file.</summary>
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
