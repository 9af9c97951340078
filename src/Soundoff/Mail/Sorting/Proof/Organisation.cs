namespace Soundoff.Mail.Sorting.Proof;

/// <summary>Whose a domain is: DMARC's organisational domain (RFC 7489 section 3.2), one label more than its public suffix.</summary>
internal static class Organisation
{
    // RFC 1035 section 2.3.4.
    private const int LongestName = 253;

    /// <summary>The organisational domain, in lower case and ASCII. A public suffix, an address in brackets and what is no name are only their own.</summary>
    public static string Of(string domain)
    {
        var name = PublicSuffixList.Normal(domain);
        var labels = name.Split('.');
        if (name.Length > LongestName || name.StartsWith('[') || labels.Contains("") || labels[^1].All(char.IsAsciiDigit)) return name;
        var own = PublicSuffixList.LengthIn(labels) + 1;
        return labels.Length <= own ? name : string.Join('.', labels[^own..]);
    }

    /// <summary>Whether two domains are of one organisation: alignment as DMARC means it where it is relaxed (RFC 7489 section 3.1).</summary>
    public static bool Aligned(string one, string other) => Of(one).Equals(Of(other), StringComparison.Ordinal);
}
