namespace Soundoff.Mail.Reading;

/// <summary>A message as read: decoded, trimmed, its parts told apart. What it means (a letter, a bounce, spam) is decided from this.</summary>
public sealed record ReadMail
{
    /// <summary>The message id without angle brackets; null when there is none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Ids of the messages it answers, the nearest first: <c>In-Reply-To</c>, then <c>References</c> from the last to the first.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>The author's address, lower case; null when there is none that could be written to.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it has more than one <c>From</c> field: a signature holds for one of them, and nobody knows which (RFC 7489 section 6.6.1).</summary>
    public bool NamesSeveralAuthors => Headers.Count(h => h.Key.Equals("From", StringComparison.OrdinalIgnoreCase)) > 1;

    /// <summary>The author's name as the message gives it; null when it gives none.</summary>
    public string? Name { get; init; }

    /// <summary>The subject, decoded and on one line; empty when there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The date it gives itself; null when it gives none that can be read.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What the author wrote: plain text, quoted mail and signature taken off; the whole when that leaves nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>What was taken off: quoted mail, headers of answers, signatures, in the order of the message. Empty when nothing was.</summary>
    public string Quoted { get; init; } = "";

    /// <summary>The whole text, untrimmed.</summary>
    public string WholeText { get; init; } = "";

    /// <summary>In the order of the message; none of them is a part that <see cref="Text"/> was read from.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>All header fields of the message, decoded, in order; names as written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How the message is built: what tells reports and returned messages from letters.</summary>
    public MailStructure Structure { get; init; } = MailStructure.Plain;

    /// <summary>What the reader had to repair or leave out, in words for the hosts.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>The first value of a header field, whatever its case; null when it is absent.</summary>
    public string? Header(string name)
    {
        foreach (var (field, value) in Headers)
            if (field.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }
}

/// <summary>A file that came with a message.</summary>
/// <param name="Name">Safe to store and to offer: no paths, no control characters, with an ending.</param>
/// <param name="Type">Media type, lower case.</param>
/// <param name="Size">Bytes, decoded.</param>
/// <param name="ContentId">What <c>cid:</c> links call it; null when nothing does.</param>
/// <param name="Handling">What may be done with it.</param>
public sealed record MailAttachment(string Name, string Type, long Size, string? ContentId, AttachmentHandling Handling);

/// <summary>What may be done with a file that came by mail.</summary>
public enum AttachmentHandling
{
    /// <summary>Audio that hosts can play, or a picture they can look at.</summary>
    Shown,

    /// <summary>Offered to the hosts as a download and nothing else.</summary>
    Download,

    /// <summary>Archives and programs: named, never passed on.</summary>
    Withheld,

    /// <summary>Over the limits: named, not kept.</summary>
    LeftOut,
}
