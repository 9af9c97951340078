namespace Soundoff.Mail.Sorting;

/// <summary>An address in its two halves, as written. Not a check: what a mail system delivered to is an address.</summary>
/// <param name="Mailbox">Before the last at sign, without quotation marks.</param>
/// <param name="Domain">After it, lower case.</param>
internal readonly record struct MailAddress(string Mailbox, string Domain)
{
    public static bool TryParse(string? text, out MailAddress address)
    {
        address = default;
        if (text is null) return false;
        var bare = text.Trim(' ', '\t', '\r', '\n', '<', '>');
        var at = bare.LastIndexOf('@');
        if (at <= 0 || at == bare.Length - 1) return false;
        var mailbox = bare[..at];
        if (mailbox.Length > 2 && mailbox[0] == '"' && mailbox[^1] == '"') mailbox = mailbox[1..^1].Replace("\\", "", StringComparison.Ordinal);
        address = new MailAddress(mailbox, bare[(at + 1)..].TrimEnd('.').ToLowerInvariant());
        return true;
    }
}
