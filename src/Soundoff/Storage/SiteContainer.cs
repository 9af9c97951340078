using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Soundoff.Account;
using Soundoff.Telemetry;
using Soundoff.Uploads;

namespace Soundoff.Storage;

/// <summary>Bytes with what the public is told of them.</summary>
/// <param name="Bytes">The content.</param>
/// <param name="Type">Media type, with the charset of texts.</param>
/// <param name="Caching">The Cache-Control header.</param>
public sealed record SiteContent(ReadOnlyMemory<byte> Bytes, string Type, string Caching);

/// <summary>What the public is told of a file that is copied.</summary>
/// <param name="Type">Media type, with the charset of texts.</param>
/// <param name="Caching">The Cache-Control header.</param>
/// <param name="Disposition">The Content-Disposition header: <c>attachment</c> for what is saved and not shown.</param>
public sealed record SiteHeaders(string Type, string Caching, string? Disposition = null);

/// <summary>How long what is public may be kept by those who fetch it.</summary>
public static class Caching
{
    /// <summary>Names that tell their content: for ever, as far as HTTP knows it.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Pages and feeds: asked for again each time they are a minute old; unchanged ones answer 304.</summary>
    public const string Minute = "public, max-age=60";
}

/// <summary>The public container: unchanged bytes are not rewritten, and nothing is written over what was not seen.</summary>
public sealed class SiteContainer(BlobContainerClient container, BlobContainerClient uploads, Instruments instruments)
{
    private const int Tries = 8;

    private readonly SeenBlobs seenBlobs = new();

    /// <summary>
    /// Makes a public blob what <paramref name="render"/> gives, or absent when that is null. The blob's version is read first: when
    /// another renderer was faster, everything is read and rendered again, so that the last one to write saw the newest catalog.
    /// </summary>
    /// <exception cref="ConflictException">Others kept being faster; the work stays listed.</exception>
    public async Task UpdateAsync(string path, Func<Task<SiteContent?>> render, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(path);
        for (var attempt = 1; ; attempt++)
        {
            var seen = await SeeAsync(blob, path, cancellation);
            var content = await render();
            try
            {
                if (Same(seen, content)) return;
                if (content is not null) await WriteAsync(blob, content, seen?.ETag, cancellation);
                else await RemoveAsync(blob, path, seen!.ETag, cancellation);
                return;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
            {
                if (attempt == Tries) throw new ConflictException($"{path} kept changing while it was rendered.", conflict);
            }
        }
    }

    /// <summary>
    /// Makes a public blob what was rendered by somebody who alone renders its show. What this process saw of the blob last is written over without asking for
    /// its version first; where that was too old, the blob is looked at and written over again.
    /// </summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="content">What it shall be; null for nothing.</param>
    /// <param name="isNew">Whether nothing is there, most likely.</param>
    /// <param name="keep">
    /// Throws when another renders the show by now. Asked between the look at the blob and the write: whoever took over later changes the version that was seen.
    /// </param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConflictException">Others kept being faster; the work stays listed.</exception>
    public async Task ReplaceAsync(string path, SiteContent? content, bool isNew, Func<CancellationToken, Task> keep, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(path);
        var seen = seenBlobs.Of(path);
        var looked = seen is null && !(isNew && content is not null);
        if (looked) seen = await SeeAsync(blob, path, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            // What is remembered is enough to write over it, and not to leave it as it is.
            if (!looked && Same(seen, content)) (seen, looked) = (await SeeAsync(blob, path, cancellation), true);
            if (Same(seen, content)) return;
            await keep(cancellation);
            try
            {
                if (content is not null) seenBlobs.Remember(path, await WriteAsync(blob, content, seen?.ETag, cancellation));
                else await RemoveAsync(blob, path, seen!.ETag, cancellation);
                return;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
            {
                if (attempt == Tries) throw new ConflictException($"{path} kept changing while it was rendered.", conflict);
                (seen, looked) = (await SeeAsync(blob, path, cancellation), true);
            }
        }
    }

    /// <summary>What stands at a path; null for nothing. Whoever alone renders its show writes over it without another look.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var found = (await container.GetBlobClient(path).DownloadContentAsync(cancellation)).Value;
            seenBlobs.Remember(path, new(found.Details.ETag, found.Details.ContentHash, found.Details.ContentType, found.Details.CacheControl));
            return found.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            seenBlobs.Forget(path);
            return null;
        }
    }

    /// <summary>Puts bytes under a name that tells their content; does nothing when they are there.</summary>
    public async Task PutAsync(string path, ReadOnlyMemory<byte> bytes, string type, CancellationToken cancellation)
    {
        var content = new SiteContent(bytes, type, Caching.Forever);
        try
        {
            // Most likely nothing is there yet.
            await WriteAsync(container.GetBlobClient(path), content, null, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            await UpdateAsync(path, () => Task.FromResult<SiteContent?>(content), cancellation);
        }
    }

    /// <summary>Copies an upload inside storage, never through this process, exactly in the version that was listed.</summary>
    /// <exception cref="ConflictException">The upload changed since it was listed.</exception>
    public async Task CopyAsync(UploadedFile file, string path, SiteHeaders headers, CancellationToken cancellation)
    {
        var source = uploads.GetBlobClient($"{file.Path.Show}/{file.Name}");
        var blob = container.GetBlobClient(path);
        try
        {
            // Its name tells its content: most likely nothing is there yet.
            await CopyAsync(blob, source.Uri, file, new() { IfNoneMatch = ETag.All }, cancellation);
        }
        catch (ConflictException)
        {
            var seen = await PropertiesAsync(blob, cancellation);
            var copied = seen is { BlobCopyStatus: CopyStatus.Success } && seen.ContentLength == file.Length && seen.Metadata.TryGetValue("source", out var version) && version == Hex(file.Version);
            if (copied && seen!.ContentType == headers.Type && seen.CacheControl == headers.Caching && (seen.ContentDisposition ?? "") == (headers.Disposition ?? "")) return;
            if (!copied) await CopyAsync(blob, source.Uri, file, null, cancellation);
        }

        await blob.SetHttpHeadersAsync(new() { ContentType = headers.Type, CacheControl = headers.Caching, ContentDisposition = headers.Disposition, ContentHash = HashOf(file) }, cancellationToken: cancellation);
    }

    /// <summary>Deletes what is no longer named.</summary>
    public Task DeleteAsync(string path, CancellationToken cancellation) => container.GetBlobClient(path).DeleteIfExistsAsync(cancellationToken: cancellation);

    private static async Task CopyAsync(BlobClient blob, Uri source, UploadedFile file, BlobRequestConditions? conditions, CancellationToken cancellation)
    {
        var options = new BlobCopyFromUriOptions
        {
            DestinationConditions = conditions,
            Metadata = new Dictionary<string, string> { ["source"] = Hex(file.Version) },
            SourceConditions = file.ETag.Length > 0 ? new() { IfMatch = new ETag(file.ETag) } : null,
        };
        try
        {
            var copy = await blob.StartCopyFromUriAsync(source, options, cancellation);
            // Within an account it is done at once, most likely, and the answer says so.
            if (copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out var status) && status == "success") return;
            await copy.WaitForCompletionAsync(TimeSpan.FromMilliseconds(250), cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            throw new ConflictException($"{file.Name} changed while it was copied.", conflict);
        }
        catch (InvalidOperationException overtaken)
        {
            // Another copy to the same name began before this one had ended: the operation then ends without a value.
            throw new ConflictException($"{blob.Name} was written by another copy meanwhile.", overtaken);
        }
    }

    private async Task<SeenBlob> WriteAsync(BlobClient blob, SiteContent content, ETag? over, CancellationToken cancellation)
    {
        var hash = Hash(content.Bytes.Span);
        var written = await blob.UploadAsync(BinaryData.FromBytes(content.Bytes), new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = content.Type, CacheControl = content.Caching, ContentHash = hash },
            Conditions = over is { } version ? new() { IfMatch = version } : new() { IfNoneMatch = ETag.All },
        }, cancellation);
        instruments.Wrote(content.Bytes.Length);
        return new(written.Value.ETag, hash, content.Type, content.Caching);
    }

    private async Task RemoveAsync(BlobClient blob, string path, ETag version, CancellationToken cancellation)
    {
        await blob.DeleteAsync(conditions: new() { IfMatch = version }, cancellationToken: cancellation);
        seenBlobs.Forget(path);
    }

    private async Task<SeenBlob?> SeeAsync(BlobClient blob, string path, CancellationToken cancellation)
    {
        var found = await PropertiesAsync(blob, cancellation);
        if (found is null)
        {
            seenBlobs.Forget(path);
            return null;
        }

        var seen = new SeenBlob(found.ETag, found.ContentHash, found.ContentType, found.CacheControl);
        seenBlobs.Remember(path, seen);
        return seen;
    }

    private static bool Same(SeenBlob? seen, SiteContent? content) => content is null
        ? seen is null
        : seen is not null && seen.Type == content.Type && seen.Caching == content.Caching && seen.Hash is { } hash && hash.AsSpan().SequenceEqual(Hash(content.Bytes.Span));

    // Storage's own checksum of a blob, not a protection: MD5 it is.
#pragma warning disable CA5351
    private static byte[] Hash(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    // Where storage knew no checksum of the upload, it knows none of the copy.
    private static byte[]? HashOf(UploadedFile file) => file.Version.Length == 2 * MD5.HashSizeInBytes && file.Version.All(char.IsAsciiHexDigit) ? Convert.FromHexString(file.Version) : null;

    // Metadata values are headers: an ETag's quotes do not survive everywhere.
    private static string Hex(string version) => Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(version));

    private static async Task<BlobProperties?> PropertiesAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
