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
    public async Task<IReadOnlyList<UploadedFile>> ListAsync(EpisodeId episode, CancellationToken cancellation) =>
        [.. (await BesideAsync(episode, cancellation)).Where(f => f.Path.Episode == episode).OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EpisodeId>> ConcernedAsync(UploadPath path, CancellationToken cancellation)
    {
        if (path.Episode is not { } episode) return [];
        if (path.Readings.All(reading => reading.Key == episode.Key)) return [.. UploadPath.Nested(episode.Key).Select(key => new EpisodeId(path.Show, key))];
        // One that is gone already is settled as if it were there.
        var shortest = new EpisodeId(path.Show, path.Readings[^1].Key);
        var beside = await BesideAsync(shortest, cancellation);
        return [.. Siblings.Settle([path, .. beside.Select(f => f.Path)]).Take(1).Select(settled => settled.Episode!)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UploadedFile>> ListAsync(string show, CancellationToken cancellation)
    {
        // Names of blobs have capitals: each spelling is a prefix of its own.
        var own = await Task.WhenAll(UploadPath.OwnPrefixes.Select(prefix => ListAsync($"{show}/{prefix}", path => path.IsShowsOwn, cancellation)));
        return [.. own.SelectMany(files => files).OrderBy(f => f.Name, StringComparer.Ordinal)];
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

    // "{show}/{key}" is a prefix of the episode's files, and of those of longer keys, which settle what belongs to it. A key with accents has two spellings.
    private async Task<IReadOnlyList<UploadedFile>> BesideAsync(EpisodeId episode, CancellationToken cancellation)
    {
        var spellings = new[] { episode.Key, EpisodeKey.Decomposed(episode.Key) }.Distinct(StringComparer.Ordinal);
        var files = new List<UploadedFile>();
        foreach (var key in spellings) files.AddRange(await ListAsync($"{episode.Show}/{key}", path => path.Key is not null, cancellation));
        return [.. Siblings.Settle(files)];
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
