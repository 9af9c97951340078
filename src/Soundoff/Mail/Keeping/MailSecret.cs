using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Soundoff.Account;

namespace Soundoff.Mail.Keeping;

/// <summary>
/// The key behind signed links and hashed addresses: <c>Mail:Secret</c>, or else a random one made once and kept in the <c>mail</c> container. Every
/// purpose has a key of its own derived from it, so that what is signed for one is nothing for another.
/// </summary>
public sealed class MailSecret(BlobContainerClient container, IOptions<MailOptions> options)
{
    private const string BlobName = "keys/secret";
    private const int Length = 32;

    private byte[]? _secret;

    /// <summary>The 32-byte key of a purpose.</summary>
    public async Task<byte[]> KeyAsync(string purpose, CancellationToken cancellation) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, await SecretAsync(cancellation), Length, salt: null, info: Encoding.UTF8.GetBytes("soundoff:" + purpose));

    /// <summary>A keyed hash of an address in any case, 32 hex digits: tells whether two are the same, and not which.</summary>
    public async Task<string> HashAsync(string address, CancellationToken cancellation) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(await KeyAsync("address", cancellation), Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())).AsSpan(0, 16));

    /// <summary>The hash under which is kept what holds only for letters that claim an address and that nobody vouches for: their counts and their blocks are not its owner's.</summary>
    /// <param name="hash">The address's own, from <see cref="HashAsync"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<string> HashOfClaimAsync(string hash, CancellationToken cancellation) => HashAsync("unproved:" + hash, cancellation);

    /// <summary>Whether there is one already. Asking makes none.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellation) =>
        _secret is not null || options.Value.Secret is { Length: > 0 } || await container.GetBlobClient(BlobName).ExistsAsync(cancellation);

    // Asked for by several at once it is read several times, and is the same.
    private async Task<byte[]> SecretAsync(CancellationToken cancellation) =>
        _secret ??= options.Value.Secret is { Length: > 0 } given ? Encoding.UTF8.GetBytes(given) : await KeptAsync(cancellation);

    private async Task<byte[]> KeptAsync(CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(BlobName);
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(RandomNumberGenerator.GetBytes(Length)), new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // Made before, or by another instance at this moment: that one counts.
        }

        return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
    }
}
