using Soundoff.Files;

namespace Soundoff.Web;

/// <summary>A recording on a server, read in ranges.</summary>
public sealed class RemoteRange : IRangeSource
{
    private readonly Fetcher _fetcher;
    private readonly Uri _address;

    private RemoteRange(Fetcher fetcher, Uri address, string type, long length) => (_fetcher, _address, Type, Length) = (fetcher, address, type, length);

    public long Length { get; }

    /// <summary>The media type its server gives it.</summary>
    public string Type { get; }

    /// <summary>Asks a server for the beginning of a file.</summary>
    /// <exception cref="UnreachableException">It cannot be had, or in whole only.</exception>
    public static async Task<RemoteRange> OpenAsync(Fetcher fetcher, Uri address, CancellationToken cancellation)
    {
        using var answer = await fetcher.GetAsync(address, cancellation, new(0, 0));
        // What asks to sign in, or says that nothing is there, comes with 200 as well.
        if (answer.Type is "text/html" or "application/xhtml+xml") throw new UnreachableException("is a page, and no recording");
        if (answer.Length is not > 0) throw new UnreachableException(answer.IsPart ? "does not say how long it is" : "is empty, or its server does not say how long it is");
        return new(fetcher, address, answer.Type, answer.Length.Value) { HasRanges = answer.IsPart };
    }

    /// <summary>Whether the server sends parts.</summary>
    public bool HasRanges { get; private init; }

    public async Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation)
    {
        var last = Math.Min(offset + count, Length) - 1;
        if (last < offset) return default;
        using var answer = await _fetcher.GetAsync(_address, cancellation, new(offset, last));
        if (!answer.IsPart) throw new IOException("The server does not send parts.");
        using var bytes = new MemoryStream();
        try
        {
            await answer.CopyAsync(bytes, count, cancellation);
        }
        catch (UnreachableException broken)
        {
            throw new IOException(broken.Message, broken);
        }

        return bytes.ToArray();
    }
}
