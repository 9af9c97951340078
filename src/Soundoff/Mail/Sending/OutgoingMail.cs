namespace Soundoff.Mail.Sending;

/// <summary>Someone mail is from or to.</summary>
/// <param name="Address">As written by people: the domain may be in any script.</param>
/// <param name="Name">Shown beside it; null for none.</param>
public sealed record MailParty(string Address, string? Name = null);

/// <summary>A file that goes with a message.</summary>
/// <param name="Name">The file name, in any script.</param>
/// <param name="Type">Media type.</param>
/// <param name="Content">Its bytes; the provider takes 30 MB in all.</param>
/// <param name="ContentId">What <c>cid:</c> links of the HTML call it: it is then part of the text. Null for an attachment.</param>
public sealed record OutgoingAttachment(string Name, string Type, ReadOnlyMemory<byte> Content, string? ContentId = null);

/// <summary>A message to one person. There is no Cc and no Bcc: nobody learns of another's address.</summary>
public sealed record OutgoingMail
{
    public required MailParty From { get; init; }

    public required MailParty To { get; init; }

    /// <summary>Where answers go; null for the sender.</summary>
    public MailParty? ReplyTo { get; init; }

    /// <summary>In any script; line breaks become spaces.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text; not empty.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML; null for plain text alone.</summary>
    public string? Html { get; init; }

    /// <summary>Without angle brackets, derived from what the message is about: a message sent again then carries the same.</summary>
    public required string MessageId { get; init; }

    /// <summary>Id of the message it answers, without angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Ids of the conversation, oldest first, without angle brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>
    /// Further header fields, such as <c>Auto-Submitted</c>, <c>Precedence</c>, <c>X-Auto-Response-Suppress</c> or those of lists. Fields that have a
    /// property here, or that the provider writes itself, are left out.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];

    /// <summary>
    /// Whether it must rather be lost than sent twice (mail to listeners): when it cannot be known whether the provider took it, it is
    /// not tried again.
    /// </summary>
    public bool AtMostOnce { get; init; }
}
