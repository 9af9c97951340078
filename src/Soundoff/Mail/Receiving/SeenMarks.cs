using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Soundoff.Mail.Receiving;

/// <summary>
/// Remembers, for all instances and only for a while, what was handled: empty blobs <c>{room}/{unix time}-{hash}</c>. Their names hold
/// a hash and nothing personal; they sort by time, so forgetting reads names and nothing else.
/// </summary>
/// <param name="container">The <c>mail</c> container.</param>
/// <param name="room">The folder.</param>
/// <param name="kept">How long is remembered.</param>
internal sealed class SeenMarks(BlobContainerClient container, string room, TimeSpan kept)
{
    /// <summary>Whether it was handled.</summary>
    public async Task<bool> ContainsAsync(DateTimeOffset time, byte[] hash, CancellationToken cancellation) =>
        await Blob(time, hash).ExistsAsync(cancellation);

    /// <summary>Remembers it: after it was handled, since a mark before would refuse the second try of what failed.</summary>
    public async Task AddAsync(DateTimeOffset time, byte[] hash, CancellationToken cancellation)
    {
        try
        {
            await Blob(time, hash).UploadAsync(
                BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // Another instance handled the same at the same time.
        }
    }

    /// <summary>The mark itself, for those who write more into it than that it is there.</summary>
    public BlobClient Blob(DateTimeOffset time, byte[] hash) => container.GetBlobClient(Name(time, hash));

    /// <summary>Forgets what is older than is remembered.</summary>
    public async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var oldest = Name(now - kept, []);
        await foreach (var mark in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, room + "/", cancellation))
        {
            if (string.CompareOrdinal(mark.Name, oldest) >= 0) break;
            await container.DeleteBlobIfExistsAsync(mark.Name, cancellationToken: cancellation);
        }
    }

    private string Name(DateTimeOffset time, byte[] hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{room}/{time.ToUnixTimeSeconds():D12}-{Convert.ToHexStringLower(hash)}");
}
