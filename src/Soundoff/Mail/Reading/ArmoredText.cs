using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>OpenPGP within plain text (RFC 9580 section 7, cleartext signatures).</summary>
internal static class ArmoredText
{
    private const string Signed = "-----BEGIN PGP SIGNED MESSAGE-----";
    private const string Signature = "-----BEGIN PGP SIGNATURE-----";
    private const string SignatureEnd = "-----END PGP SIGNATURE-----";
    private const string Encrypted = "-----BEGIN PGP MESSAGE-----";

    /// <summary>What was signed, without the armour and its hyphens; other text as it is.</summary>
    public static string Content(string text, Repairs repairs)
    {
        var start = text.IndexOf("-----BEGIN PGP ", StringComparison.Ordinal);
        if (start < 0) return text;
        if (text.AsSpan(start).StartsWith(Encrypted))
        {
            repairs.Add("The message is encrypted and cannot be read here.");
            return text;
        }

        var end = text.IndexOf(Signature, start, StringComparison.Ordinal);
        if (!text.AsSpan(start).StartsWith(Signed) || end < 0) return text;
        var content = new StringBuilder(text.Length).Append(text, 0, start);
        var header = true;
        foreach (var line in text.AsSpan(start, end - start).EnumerateLines())
        {
            // "Hash:" fields up to the first blank line.
            if (header) header = !line.IsWhiteSpace();
            else content.Append(line.StartsWith("- ") ? line[2..] : line).Append('\n');
        }

        var rest = text.IndexOf(SignatureEnd, end, StringComparison.Ordinal);
        return rest < 0 ? content.ToString() : content.Append(text.AsSpan(rest + SignatureEnd.Length)).ToString();
    }
}
