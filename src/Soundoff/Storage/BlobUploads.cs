using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Soundoff.Episodes;
using Soundoff.Files;
using Soundoff.Uploads;

namespace Soundoff.Storage;

/// <summary>Uploads as they lie in the <c>episodes</c> container.</summary>
public sealed class BlobUploads(BlobContainerClient container) : IUploads
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<UploadedFile>> ListAsync(EpisodeId episode, CancellationToken cancellation)
    {
        // One listing: "{show}/{key}" is a prefix of the episode's files, and of those of longer keys, which are passed over.
        var files = await ListAsync($"{episode.Show}/{episode.Key}", path => path.Episode == episode, cancellation);
        return [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UploadedFile>> ListAsync(string show, CancellationToken cancellation)
    {
        var settings = await ListAsync($"{show}/show.", path => path.IsShowsOwn, cancellation);
        var covers = await ListAsync($"{show}/cover.", path => path.IsShowsOwn, cancellation);
        var theme = await ListAsync($"{show}/theme/", path => path.IsShowsOwn, cancellation);
        return [.. settings.Concat(covers).Concat(theme).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<bool> AnyAsync(string show, CancellationToken cancellation)
    {
        await foreach (var file in AllAsync(show, cancellation)) return true;
        return false;
    }

    /// <inheritdoc/>
    public IRangeSource Open(UploadedFile file) => new BlobRange(container.GetBlobClient($"{file.Path.Show}/{file.Name}"), file.Length);

    /// <summary>Whether there is a blob of exactly this name. It is listed, not asked for: an address would lose what makes a name odd.</summary>
    public async Task<bool> ExistsAsync(string path, CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, path, cancellation)) return blob.Name == path;
        return false;
    }

    /// <summary>Every file of every show, or of one, in the container's order: what Reconcile compares with.</summary>
    public async IAsyncEnumerable<UploadedFile> AllAsync(string? show, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, show is null ? null : show + "/", cancellation))
            if (UploadPath.Parse(blob.Name) is { } path) yield return File(path, blob.Properties);
    }

    private async Task<List<UploadedFile>> ListAsync(string prefix, Func<UploadPath, bool> wanted, CancellationToken cancellation)
    {
        var files = new List<UploadedFile>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
            if (UploadPath.Parse(blob.Name) is { } path && wanted(path)) files.Add(File(path, blob.Properties));
        return files;
    }

    private static UploadedFile File(UploadPath path, BlobItemProperties blob) => new(
        path,
        blob.ContentLength ?? 0,
        blob.ContentHash is { Length: > 0 } hash ? Convert.ToHexStringLower(hash) : blob.ETag?.ToString("G") ?? "",
        blob.LastModified ?? DateTimeOffset.UnixEpoch,
        blob.ETag?.ToString("G") ?? "");

    private sealed class BlobRange(BlobClient blob, long length) : IRangeSource
    {
        public long Length => length;

        public async Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation)
        {
            if (offset >= length || count <= 0) return default;
            try
            {
                var options = new BlobDownloadOptions { Range = new HttpRange(offset, Math.Min(count, length - offset)) };
                return (await blob.DownloadContentAsync(options, cancellation)).Value.Content.ToMemory();
            }
            catch (RequestFailedException gone) when (gone.Status is 404 or 416)
            {
                // Deleted or replaced by a shorter one since it was listed: its own event is on the way.
                throw new IOException($"The upload changed while it was read ({gone.ErrorCode}).", gone);
            }
        }
    }
}
