using System.Text;
using MimeKit;
using MimeKit.Tnef;

namespace Soundoff.Mail.Reading;

/// <summary>One text of a message, in the forms it was sent in.</summary>
internal readonly record struct Body(TextPart? Plain, TextPart? Html);

/// <summary>Tells a message's parts apart: what is the letter, what came with it, what only proves or carries either.</summary>
internal sealed class MessageParts(Repairs repairs)
{
    private int _opened;

    /// <summary>The texts, in the order of the message.</summary>
    public List<Body> Bodies { get; } = [];

    /// <summary>What was sent as files, in the order of the message.</summary>
    public List<MimeEntity> Files { get; } = [];

    /// <param name="root">The outermost part, its borders mended already.</param>
    public void Add(MimeEntity root)
    {
        Take(root, 0);
        if (Bodies.Count == 0) OpenEnclosed();
    }

    private void Take(MimeEntity entity, int depth)
    {
        if (depth > MailLimits.Depth)
        {
            repairs.Add("Parts lie within parts more deeply than in any letter; the innermost were left out.");
            return;
        }

        switch (entity)
        {
            case Multipart multipart when Is(multipart, "encrypted"): TakeEncrypted(multipart); break;
            case Multipart { Count: 0 } broken when depth > 0 && Borders.Mend(broken, repairs) is Multipart { Count: > 0 } mended: Take(mended, depth + 1); break;
            case Multipart { Count: 0 } broken: TakeBroken(broken); break;
            case MultipartAlternative or Multipart { ContentType.MediaSubtype: "alternative" }: TakeBest((Multipart)entity, depth); break;
            case MultipartRelated related: TakeRelated(related, depth); break;
            case Multipart multipart when Is(multipart, "signed"): TakeSigned(multipart, depth); break;
            case Multipart multipart: foreach (var part in multipart) Take(part, depth + 1); break;
            case TnefPart tnef: TakeTnef(tnef, depth); break;
            case TextPart text when IsLetter(text): Bodies.Add(text.IsHtml ? new(null, text) : new(text, null)); break;
            case MimePart part when SignedPart.Is(part): TakeSealed(part, depth); break;
            default: Files.Add(entity); break;
        }
    }

    // RFC 2046 section 5.1.4: the same text in several forms. What is no form of it came along.
    private void TakeBest(Multipart alternatives, int depth)
    {
        var (texts, files) = (Bodies.Count, Files.Count);
        foreach (var part in alternatives)
        {
            // AMP for mail: a third form, for programs that run it.
            if (!part.ContentType.IsMimeType("text", "x-amp-html")) Take(part, depth + 1);
        }

        var plain = Bodies.Skip(texts).Select(b => b.Plain).FirstOrDefault(p => p is not null);
        var html = Bodies.Skip(texts).Select(b => b.Html).LastOrDefault(h => h is not null);
        if (plain is null && html is null) return;
        Bodies.RemoveRange(texts, Bodies.Count - texts);
        Bodies.Add(new(plain, html));
        if (alternatives.Count > 1) Files.RemoveRange(files, Files.Skip(files).TakeWhile(f => f is TextPart { IsRichText: true }).Count());
    }

    private void TakeRelated(MultipartRelated related, int depth)
    {
        var root = related.Root;
        if (root is not null) Take(root, depth + 1);
        foreach (var part in related)
        {
            if (!ReferenceEquals(part, root)) Take(part, depth + 1);
        }
    }

    // RFC 1847: the first part is what was signed, the second proves it. A provider may have put files between.
    private void TakeSigned(Multipart signed, int depth)
    {
        for (var i = 0; i < signed.Count; i++)
            if (i == 0 || !SignedPart.IsProof(signed[i])) Take(signed[i], depth + 1);
    }

    private void TakeEncrypted(Multipart encrypted)
    {
        repairs.Add("The message is encrypted and cannot be read here.");
        foreach (var part in encrypted)
            if (!part.ContentType.IsMimeType("application", "pgp-encrypted")) Files.Add(part);
    }

    private void TakeBroken(Multipart broken)
    {
        // Written out it ends in a border, which MimeKit invents where none is named: another one each time.
        var bytes = broken.Bytes();
        var end = bytes.Span.LastIndexOf(Encoding.ASCII.GetBytes($"--{broken.ContentType.Boundary}--"));
        var text = RawMessage.Text(end < 0 ? bytes : bytes[..end]);
        if (text.Content!.Stream!.Length == 0) return;
        repairs.Add("No parts could be told apart; all of the message was read as text.");
        Bodies.Add(new(text, null));
    }

    // RFC 8551 section 3.5: a signature that holds what it signs, or an envelope that nobody here can open.
    private void TakeSealed(MimePart part, int depth)
    {
        if (SignedPart.Content(part) is { } content)
        {
            Take(content, depth + 1);
            return;
        }

        if (SignedPart.IsEncrypted(part)) repairs.Add("The message is encrypted and cannot be read here.");
        Files.Add(part);
    }

    private void TakeTnef(TnefPart tnef, int depth)
    {
        try
        {
            var message = tnef.ConvertToMessage();
            if (message.Body is null) return;
            var texts = Bodies.Count;
            Take(message.Body, depth + 1);

            // Outlook sends its text beside the wrapping as well.
            if (texts > 0) Bodies.RemoveRange(texts, Bodies.Count - texts);
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            repairs.Add("An attachment in Outlook's own format (winmail.dat) is damaged; it was kept as it came.");
            Files.Add(tnef);
        }
    }

    // A message within the message is a file, unless there is nothing else to read.
    private void OpenEnclosed()
    {
        if (Files.FindIndex(f => f is MessagePart { Message.Body: not null }) is var at and >= 0 && _opened++ < MailLimits.Depth)
        {
            var enclosed = (MessagePart)Files[at];
            repairs.Add("The message has no text of its own; that of the message within it is shown.");
            Files.RemoveAt(at);
            Add(Borders.Mend(enclosed.Message!.Body!, repairs));
            return;
        }

        // Some phones send the text itself as an attachment, some programs the HTML.
        if (Files.OfType<TextPart>().Where(part => part.IsPlain || part.IsHtml).ToArray() is not [var only] || Files.Exists(file => file is MessagePart)) return;
        Files.Remove(only);
        Bodies.Add(only.IsHtml ? new(null, only) : new(only, null));
    }

    private bool IsLetter(TextPart text) => !text.IsAttachment && text.FileName is null && Bodies.Count < MailLimits.TextParts
        && (text.IsPlain || text.IsHtml || text.ContentType.MediaSubtype is "*" or "text" or "markdown" || text.IsEnriched);

    private static bool Is(Multipart multipart, string subtype) => multipart.ContentType.MediaSubtype.Equals(subtype, StringComparison.OrdinalIgnoreCase);
}
