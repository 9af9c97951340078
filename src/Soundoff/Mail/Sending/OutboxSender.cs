using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MimeKit;

namespace Soundoff.Mail.Sending;

/// <summary>
/// Writes messages into the <c>outbox</c> container instead of sending them, where no provider's key is set:
/// <c>{yyyy-MM-dd}/{HHmmssfff}-{16 hex digits of the message id's hash}.eml</c>, so that names sort by time (UTC).
/// </summary>
public sealed class OutboxSender(BlobContainerClient outbox, TimeProvider clock) : IMailSender
{
    private static readonly FormatOptions Format = NewFormat();

    /// <inheritdoc />
    /// <exception cref="Azure.RequestFailedException">Storage failed.</exception>
    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        using var message = EmlMessage.Of(mail, now);
        using var bytes = new MemoryStream();
        await message.WriteToAsync(Format, bytes, cancellation);
        bytes.Position = 0;
        await outbox.GetBlobClient(Name(mail, now)).UploadAsync(bytes, new BlobUploadOptions { HttpHeaders = new() { ContentType = "message/rfc822" } }, cancellation);
        return SendResult.Sent;
    }

    private static string Name(OutgoingMail mail, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)).AsSpan(0, 8));
        return string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd}/{now.UtcDateTime:HHmmssfff}-{hash}.eml");
    }

    private static FormatOptions NewFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
