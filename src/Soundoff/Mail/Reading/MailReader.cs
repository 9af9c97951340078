using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>
/// Turns the bytes of a message into what its author wrote (RFC 5322, 2045 to 2049, 2047, 2231, 3676, 6531). Pure; time and memory are bounded by the
/// limits in <see cref="MailLimits"/>. What is broken is repaired and said so in <see cref="ReadMail.Repairs"/>: no bytes at all make it throw.
/// </summary>
public static class MailReader
{
    // MimeKit asks the runtime for charsets, which knows only Unicode and Latin-1 of itself.
    static MailReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a message as a mail server handed it over. Line ends, envelope lines of a mailbox file and byte order marks do not matter.</summary>
    public static ReadMail Read(ReadOnlyMemory<byte> raw) => Open(raw).Mail;

    /// <summary>Reads the rest of a stream into one buffer, then as above. Exceptions of the stream itself pass through.</summary>
    public static ReadMail Read(Stream raw) => Open(Whole(raw)).Mail;

    /// <summary>
    /// Reads a message and keeps a way to the contents of its attachments, which are decoded from <paramref name="raw"/> whenever one is opened and are never
    /// held beside it.
    /// </summary>
    public static OpenedMail Open(ReadOnlyMemory<byte> raw)
    {
        try
        {
            return Take(raw);
        }
        catch (Exception unforeseen) when (unforeseen is not OutOfMemoryException)
        {
            // A listener's letter is worth more than a parser's honour. That this never happens is what the tests with damaged messages are for.
            return Untaken(raw);
        }
    }

    /// <summary>The same without the last resort.</summary>
    internal static OpenedMail Take(ReadOnlyMemory<byte> raw)
    {
        var repairs = new Repairs();
        var root = RawMessage.Parse(raw, repairs);
        var head = new MessageHead(root.Headers, repairs);
        var parts = new MessageParts(repairs);
        parts.Add(root);
        var letter = LetterText.Of(parts, head, repairs);
        var files = FileList.Of(parts.Files, repairs);
        return new(
            new()
            {
                MessageId = head.MessageId,
                Answers = head.Answers,
                Address = head.Author.Address,
                Name = head.Author.Name,
                Subject = head.Subject,
                Date = head.Date,
                Text = letter.Text,
                Quoted = letter.Quoted,
                WholeText = letter.Whole,
                Attachments = files.Attachments,
                Headers = head.Fields,
                Structure = StructureReader.Read(root),
                Repairs = repairs.Sentences,
            },
            files.Openers);
    }

    /// <summary>A message that was not taken apart: its beginning as text, and the whole of it as its file.</summary>
    internal static OpenedMail Untaken(ReadOnlyMemory<byte> raw)
    {
        var bytes = raw.Span[..Math.Min(raw.Length, MailLimits.TextBytes)];
        var text = PlainLines.Clean(Encoding.Latin1.GetString(bytes));
        return new(
            new()
            {
                Text = text,
                WholeText = text,
                Attachments = [new("message.eml", "message/rfc822", raw.Length, null, raw.Length <= MailLimits.FileBytes ? AttachmentHandling.Download : AttachmentHandling.LeftOut)],
                Repairs = ["The message could not be taken apart. Its beginning is shown as it came."],
            },
            [() => new MemoryStream(raw.ToArray(), writable: false)]);
    }

    private static ReadOnlyMemory<byte> Whole(Stream raw)
    {
        using var bytes = new MemoryStream(raw.CanSeek ? (int)Math.Min(raw.Length - raw.Position, Array.MaxLength) : 0);
        raw.CopyTo(bytes);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
