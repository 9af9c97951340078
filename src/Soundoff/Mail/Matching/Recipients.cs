using MimeKit;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Matching;

/// <summary>Which of a message's recipients are contact addresses of shows.</summary>
internal static class Recipients
{
    // Asked in this order when the server did not say whom a message was for.
    private static readonly string[] Fields = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To", "To", "Cc"];

    /// <summary>The shows written to and what stands behind the plus sign, in the order of the recipients. Several shows may share an address.</summary>
    public static IReadOnlyList<(ShowEntry Show, string? Tag)> Of(ReadMail mail, Delivery delivery, ShowDirectory directory)
    {
        var found = new List<(ShowEntry, string?)>();
        foreach (var recipient in All(mail, delivery))
            foreach (var show in directory.Shows)
                if (Is(show, recipient)) found.Add((show, recipient.Tag));
        return found;
    }

    /// <summary>Everybody written to, at most 100: whom the envelope names, or else the message.</summary>
    public static IEnumerable<Recipient> All(ReadMail mail, Delivery delivery)
    {
        var addresses = delivery.To.Count > 0 ? delivery.To : Fields.SelectMany(f => InField(mail, f));
        return addresses.Take(100).Select(Recipient.Parse).OfType<Recipient>();
    }

    private static bool Is(ShowEntry show, Recipient recipient) =>
        show.Contact.Domain.Equals(recipient.Domain, StringComparison.OrdinalIgnoreCase)
        && show.Contact.Mailbox.Equals(recipient.Mailbox, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> InField(ReadMail mail, string name) =>
        mail.Header(name) is { Length: < 10_000 } value && InternetAddressList.TryParse(value, out var list) ? list.Mailboxes.Select(m => m.Address) : [];
}
