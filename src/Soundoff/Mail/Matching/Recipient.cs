using System.Text;
using Soundoff.Mail.Sorting;

namespace Soundoff.Mail.Matching;

/// <summary>An address mail came to, taken apart.</summary>
/// <param name="Mailbox">Before the plus sign.</param>
/// <param name="Tag">Behind it, decoded as a slug is written; null without one.</param>
/// <param name="Domain">Lower case.</param>
internal sealed record Recipient(string Mailbox, string? Tag, string Domain)
{
    /// <summary>
    /// Reads an address. Forwarders and list programs wrap addresses in others (SRS: <c>SRS0=hash=day=domain=box@</c>; BATV: <c>prvs=tag=box@</c>; VERP:
    /// <c>list-box=domain@</c>); they are unwrapped. Tags come percent-encoded or as UTF-8 and in any case.
    /// </summary>
    public static Recipient? Parse(string text)
    {
        if (!MailAddress.TryParse(text, out var address)) return null;
        var (box, domain) = (address.Mailbox, address.Domain);
        for (var layer = 0; layer < 3 && Unwrap(box) is { } inner; layer++) (box, domain) = (inner.Box, inner.Domain ?? domain);
        var plus = box.IndexOf('+', StringComparison.Ordinal);
        if (plus < 0) return new Recipient(box, null, domain);
        var tag = Normal(box[(plus + 1)..]);
        return new Recipient(box[..plus], tag.Length > 0 ? tag : null, domain);
    }

    /// <summary>A slug however it was written: percent signs decoded, composed, lower case.</summary>
    public static string Normal(string slug)
    {
        var decoded = slug.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(slug) : slug;
        var whole = Ascii.IsValid(decoded) ? decoded : string.Concat(decoded.EnumerateRunes()).Normalize(NormalizationForm.FormC);
        return whole.Trim().ToLowerInvariant();
    }

    private static (string Box, string? Domain)? Unwrap(string box)
    {
        var parts = box.Split('=');
        if (parts.Length < 3) return null;
        if (box.StartsWith("prvs=", StringComparison.OrdinalIgnoreCase)) return (string.Join('=', parts[2..]), null);
        if (box.StartsWith("SRS0", StringComparison.OrdinalIgnoreCase) && parts.Length >= 5) return (string.Join('=', parts[4..]), parts[3].ToLowerInvariant());

        // SRS1=hash=forwarder==hash=day=domain=box: what stands behind the double sign is an SRS0 without its name.
        if (box.StartsWith("SRS1", StringComparison.OrdinalIgnoreCase) && box.IndexOf("==", StringComparison.Ordinal) is > 0 and var inner) return ("SRS0" + box[(inner + 1)..], null);
        return null;
    }
}
