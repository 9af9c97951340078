using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting.Proof;

/// <summary>Whether the domain of an address stands behind a message: SPF or DKIM passes for a domain aligned with it, as DMARC asks (RFC 7489 section 4.2).</summary>
internal static class SenderProof
{
    /// <summary>Whether it does. Only then may anything follow from that the address is named: an answer to it, a link with powers, a host's right to answer.</summary>
    /// <param name="address">The author's, or the envelope's sender.</param>
    /// <param name="envelope">The envelope's sender, whom SPF was asked about; null when unknown.</param>
    /// <param name="spf">As <see cref="Delivery.Spf"/>.</param>
    /// <param name="dkim">As <see cref="Delivery.Dkim"/>.</param>
    public static bool Vouches(string? address, string? envelope, bool? spf, IReadOnlyDictionary<string, bool> dkim)
    {
        if (!MailAddress.TryParse(address, out var claimed)) return false;
        var sent = spf == true && MailAddress.TryParse(envelope, out var sender) && Organisation.Aligned(sender.Domain, claimed.Domain);
        return sent || dkim.Any(d => d.Value && Organisation.Aligned(d.Key, claimed.Domain));
    }

    /// <summary>Whether it does for the author of a message.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="delivery">What the receiving server says.</param>
    public static bool Vouches(ReadMail mail, Delivery delivery) => !mail.NamesSeveralAuthors && Vouches(mail.Address, delivery.From, delivery.Spf, delivery.Dkim);

    /// <summary>
    /// Whether something speaks against the author's domain, and nothing for it: SPF failed, or a signature of the domain's own is broken. A domain that publishes nothing is not
    /// held against its people.
    /// </summary>
    public static bool IsForged(Evidence evidence)
    {
        var delivery = evidence.Delivery;
        if (!MailAddress.TryParse(evidence.Mail.Address, out var author) || Vouches(evidence.Mail, delivery)) return false;
        return delivery.Spf == false || delivery.Dkim.Any(d => Organisation.Aligned(d.Key, author.Domain));
    }
}
