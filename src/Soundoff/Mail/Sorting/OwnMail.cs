namespace Soundoff.Mail.Sorting;

/// <summary>Knows mail that we sent. Two shows that write to each other fall silent at the first message.</summary>
public static class OwnMail
{
    /// <summary>The header field on every message we send, with the show's name as its value.</summary>
    public const string LoopHeader = "X-Soundoff-Show";

    internal static bool HasMark(Evidence evidence) => evidence.Mail.Header(LoopHeader) is not null;

    // A mail program builds its ids with its user's domain, and hosts may have mailboxes at the show's: only ids of our own form are ours.
    internal static bool HasOurMessageId(Evidence evidence) =>
        OurMessageId.TryParse(evidence.Mail.MessageId, out var id) && evidence.Known.Contacts.Any(c => SameDomain(c.Domain, id.Domain));

    // For the same reason an address is ours by its mailbox, not by its domain alone.
    internal static bool IsByOurAddress(Evidence evidence) =>
        evidence.Mail.Address is { } address && MailAddress.TryParse(address, out var author)
        && evidence.Known.Contacts.Any(c => SameDomain(c.Domain, author.Domain) && (SameMailbox(c.Mailbox, author.Mailbox) || IsRelay(author.Mailbox)));

    private static bool SameDomain(string ours, string other) => ours.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool SameMailbox(string ours, string other) =>
        other.StartsWith(ours, StringComparison.OrdinalIgnoreCase) && (other.Length == ours.Length || other[ours.Length] == '+');

    private static bool IsRelay(string mailbox) => mailbox.StartsWith("reply+", StringComparison.OrdinalIgnoreCase);
}
