using System.Text;
using MimeKit;

namespace Soundoff.Mail.Sending;

/// <summary>Makes the MIME message of a mail: text and HTML as alternatives, files beside them, everything in seven bits.</summary>
public static class EmlMessage
{
    private const int LongestLine = 78;

    /// <summary>The message.</summary>
    /// <param name="mail">What it says.</param>
    /// <param name="date">When it is sent.</param>
    public static MimeMessage Of(OutgoingMail mail, DateTimeOffset date)
    {
        var message = new MimeMessage { Date = date, Subject = OutgoingHeaders.OneLine(mail.Subject) };
        message.From.Add(Mailbox(mail.From));
        message.To.Add(Mailbox(mail.To));
        if (mail.ReplyTo is { } answers) message.ReplyTo.Add(Mailbox(answers));
        foreach (var (name, value) in OutgoingHeaders.Of(mail)) message.Headers.Replace(new Header(Encoding.ASCII, name, value));
        message.Body = Body(mail);
        message.Prepare(EncodingConstraint.SevenBit, LongestLine);
        return message;
    }

    private static MimeEntity Body(OutgoingMail mail)
    {
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var file in mail.Attachments)
        {
            var type = ContentType.TryParse(file.Type, out var read) ? read : new("application", "octet-stream");
            var files = file.ContentId is null ? body.Attachments : body.LinkedResources;
            var part = files.Add(OutgoingHeaders.OneLine(file.Name), file.Content.ToArray(), type);
            if (file.ContentId is { } id) part.ContentId = id;
        }

        return body.ToMessageBody();
    }

    private static MailboxAddress Mailbox(MailParty party) => new(party.Name is null ? null : OutgoingHeaders.OneLine(party.Name), party.Address);
}
