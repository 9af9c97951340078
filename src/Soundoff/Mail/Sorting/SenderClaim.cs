namespace Soundoff.Mail.Sorting;

/// <summary>Whether the domain an author claims stands behind the message: SPF or DKIM, aligned as DMARC means it (RFC 7489 section 3.1, relaxed).</summary>
internal static class SenderClaim
{
    // Below a country, these are no one's own: example.co.uk is an organisation, co.uk is none.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "ac", "asn", "co", "com", "edu", "gob", "gouv", "gov", "govt", "gv", "id", "ltd", "me", "mil", "ne", "net", "nhs", "nom", "or", "org", "plc", "sch",
        "school",
    };

    /// <summary>
    /// Holds when neither vouches for the author's domain although SPF was asked, and something speaks against it: SPF failed, or SPF passed only for somebody
    /// else while the domain's own signature is broken. A domain that publishes nothing is not held against its people.
    /// </summary>
    public static bool IsForged(Evidence evidence)
    {
        var delivery = evidence.Delivery;
        if (delivery.Spf is not { } passed || !MailAddress.TryParse(evidence.Mail.Address, out var author)) return false;
        var signatures = delivery.Dkim.Where(d => Aligned(d.Key, author.Domain)).Select(d => d.Value).ToArray();
        if (signatures.Contains(true)) return false;
        return !passed || (!SpfSpeaksFor(author.Domain, delivery.From) && signatures.Length > 0);
    }

    /// <summary>Whether two domains are of one organisation.</summary>
    public static bool Aligned(string one, string other) => Organisation(one).Equals(Organisation(other), StringComparison.Ordinal);

    private static bool SpfSpeaksFor(string domain, string? envelope) => !MailAddress.TryParse(envelope, out var sender) || Aligned(sender.Domain, domain);

    private static string Organisation(string domain)
    {
        var labels = domain.Trim(' ', '.', '@').ToLowerInvariant().Split('.');
        var own = labels.Length > 2 && labels[^1].Length == 2 && Shared.Contains(labels[^2]) ? 3 : 2;
        return labels.Length <= own ? string.Join('.', labels) : string.Join('.', labels[^own..]);
    }
}
