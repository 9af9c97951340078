namespace Soundoff.Mail.Reading;

/// <summary>A message as read, with a way to the contents of its attachments. Holds no copy of them: only the raw message it was read from.</summary>
public sealed class OpenedMail
{
    private readonly IReadOnlyList<Func<Stream>> _openers;

    internal OpenedMail(ReadMail mail, IReadOnlyList<Func<Stream>> openers) => (Mail, _openers) = (mail, openers);

    /// <summary>What was read.</summary>
    public ReadMail Mail { get; }

    /// <summary>
    /// Opens the decoded bytes of <c>Mail.Attachments[index]</c>; every call decodes anew. The caller disposes the stream, and reads from one at a time.
    /// </summary>
    /// <exception cref="InvalidOperationException">The attachment is withheld or left out: its bytes go nowhere.</exception>
    public Stream OpenAttachment(int index)
    {
        var attachment = Mail.Attachments[index];
        return attachment.Handling is AttachmentHandling.Shown or AttachmentHandling.Download
            ? _openers[index]()
            : throw new InvalidOperationException($"Attachment {index} is {attachment.Handling}: its bytes are not given out.");
    }
}
