using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Receiving;

/// <summary>What a proven request brings, ready to be kept.</summary>
internal sealed class InboundMessage : IAsyncDisposable
{
    private readonly Stream _bytes;

    private InboundMessage(KeptMail mail, Stream bytes) => (Mail, _bytes) = (mail, bytes);

    public KeptMail Mail { get; }

    /// <summary>The bytes to keep, from their start.</summary>
    public Stream Bytes
    {
        get
        {
            _bytes.Position = 0;
            return _bytes;
        }
    }

    /// <summary>Finds the message in a body: SendGrid's form, raw or taken apart, or the message itself. Any other body is kept as it came.</summary>
    public static async Task<InboundMessage> ReadAsync(InboundRequest request, ReceivedBody body, DateTimeOffset received, CancellationToken cancellation)
    {
        if (ContentType.TryParse(request.ContentType ?? "", out var type) && (type.IsMimeType("message", "rfc822") || type.IsMimeType("message", "global")) && body.Length > 0)
            return await NewAsync(MailForm.Raw, await PostedEnvelope.ReadAsync(request, body, received, cancellation), body.Open(), cancellation);
        if (await InboundForm.ReadAsync(request.ContentType, body, cancellation) is { } form)
        {
            if (form.Find("email") is { Length: > 0 } raw)
                return await NewAsync(MailForm.Raw, await DeliveryFacts.ReadAsync(form, received, cancellation), form.Open(raw), cancellation);
            if (RebuiltMessage.IsPossible(form)) return await RebuildAsync(form, await DeliveryFacts.ReadAsync(form, received, cancellation), cancellation);
        }

        return await NewAsync(MailForm.Unreadable, new() { Received = received }, body.Open(), cancellation, request.ContentType);
    }

    public ValueTask DisposeAsync() => _bytes.DisposeAsync();

    private static async Task<InboundMessage> RebuildAsync(InboundForm form, Delivery delivery, CancellationToken cancellation)
    {
        var file = TemporaryFile.Create();
        try
        {
            await RebuiltMessage.WriteAsync(form, file, cancellation);
            return await NewAsync(MailForm.Rebuilt, delivery, file, cancellation);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<InboundMessage> NewAsync(MailForm form, Delivery delivery, Stream bytes, CancellationToken cancellation, string? contentType = null)
    {
        bytes.Position = 0;
        var content = await SHA256.HashDataAsync(bytes, cancellation);
        var envelope = Encoding.UTF8.GetBytes(string.Join('\n', [delivery.From, .. delivery.To]));
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. content, .. envelope]).AsSpan(0, 16));
        var mail = new KeptMail
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{delivery.Received.UtcDateTime:yyyy-MM-dd}-{hash}"),
            Form = form,
            Delivery = delivery,
            Size = bytes.Length,
            ContentType = contentType,
        };
        return new(mail, bytes);
    }
}
