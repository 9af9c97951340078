using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Soundoff.Mail.Receiving;

namespace Soundoff.Mail.Reviewing;

/// <summary>
/// Lets a form act once. It is marked with its wish before it acts, so that of two that are sent at once with different wishes one acts; a crash before the end leaves the mark,
/// and the same wish sent again is then done, which is safe since doing a thing again changes nothing.
/// </summary>
internal sealed class UsedForms(BlobContainerClient container)
{
    private readonly SeenMarks _marks = new(container, "forms", TimeSpan.FromHours(2));

    /// <summary>Marks a form before it acts.</summary>
    /// <returns>Whether it may: false when it has acted before, or was sent with another wish.</returns>
    public async Task<bool> BeginAsync(FormGrant form, string wish, CancellationToken cancellation)
    {
        var blob = _marks.Blob(form.Expires, form.Id);
        var mark = SHA256.HashData(Encoding.UTF8.GetBytes(wish));
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(mark), new Azure.Storage.Blobs.Models.BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
            return true;
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            var kept = (await blob.DownloadContentAsync(cancellation)).Value.Content;
            return CryptographicOperations.FixedTimeEquals(kept.ToMemory().Span, mark);
        }
    }

    /// <summary>Ends a form that has acted: from now on it acts no more, whatever it wishes.</summary>
    public Task EndAsync(FormGrant form, CancellationToken cancellation) => _marks.Blob(form.Expires, form.Id).UploadAsync(BinaryData.Empty, overwrite: true, cancellation);

    /// <summary>Gives a form back that was refused: it may be mended and sent again.</summary>
    public Task ReleaseAsync(FormGrant form, CancellationToken cancellation) => _marks.Blob(form.Expires, form.Id).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>Forgets forms that have expired.</summary>
    public Task ForgetAsync(DateTimeOffset now, CancellationToken cancellation) => _marks.ForgetAsync(now, cancellation);
}
