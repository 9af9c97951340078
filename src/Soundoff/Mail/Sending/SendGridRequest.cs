using MimeKit;
using SendGrid.Helpers.Mail;
using Soundoff.Mail.Receiving;

namespace Soundoff.Mail.Sending;

/// <summary>A mail as SendGrid's v3 <c>mail/send</c> takes it.</summary>
internal static class SendGridRequest
{
    /// <summary>The request's body.</summary>
    public static SendGridMessage Of(OutgoingMail mail)
    {
        var message = new SendGridMessage
        {
            From = Address(mail.From),
            ReplyTo = mail.ReplyTo is { } answers ? Address(answers) : null,
            Subject = OutgoingHeaders.OneLine(mail.Subject),
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
            Headers = OutgoingHeaders.Of(mail).ToDictionary(h => h.Key, h => h.Value),
        };
        message.AddTo(Address(mail.To));
        message.AddGlobalCustomArg(DeliveryEvents.MessageIdArgument, mail.MessageId);
        foreach (var file in mail.Attachments)
            message.AddAttachment(
                OutgoingHeaders.OneLine(file.Name), Convert.ToBase64String(file.Content.Span), file.Type, file.ContentId is null ? "attachment" : "inline", file.ContentId);
        // Signed links must arrive as they were written, and nobody who reads is to be counted.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        return message;
    }

    // RFC 5890: the domain in ASCII, since a provider need not know internationalised mail.
    private static EmailAddress Address(MailParty party) =>
        new(MailboxAddress.EncodeAddrspec(party.Address), party.Name is null ? null : OutgoingHeaders.OneLine(party.Name));
}
