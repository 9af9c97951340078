using System.Security.Cryptography;
using MimeKit;

namespace Soundoff.Mail.Receiving;

/// <summary>
/// Makes one message again from a form in default mode, so that everything behind it knows one kind of mail. Header fields keep their
/// bytes, text parts and files theirs, texts in the charset they came in. The same form gives the same message to the byte.
/// </summary>
internal static class RebuiltMessage
{
    private const int LongestFact = 10_000;

    private static readonly string[] Content = ["text", "html", "headers", "from", "subject"];

    // What tells a bounce, and files that only prove or announce a letter; how other parts were nested says nothing to a reader.
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase) { "report", "signed", "encrypted" };

    private static readonly FormatOptions Format = NewFormat();

    /// <summary>Whether a form has anything to make a message from.</summary>
    public static bool IsPossible(InboundForm form) => Content.Any(name => form.Find(name) is not null);

    /// <summary>Writes the message.</summary>
    public static async Task WriteAsync(InboundForm form, Stream output, CancellationToken cancellation)
    {
        var charsets = Fields.Strings(await form.FactAsync("charsets", LongestFact, cancellation));
        var headers = await RebuiltHeaders.ReadAsync(form, charsets, cancellation);
        var original = headers[HeaderId.ContentType] is { } written && ContentType.TryParse(written, out var read) ? read : null;
        var body = Body(form, charsets, original, await FormAttachment.ReadAsync(form, cancellation), await BoundaryAsync(form, cancellation));

        headers.Where(h => h.Id == HeaderId.MimeVersion || h.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)).ToList().ForEach(h => headers.Remove(h));
        headers.Add(HeaderId.MimeVersion, "1.0");
        foreach (var header in body.Headers) headers.Add(header);
        await headers.WriteToAsync(Format, output, cancellation);
        await body.WriteToAsync(Format, output, contentOnly: true, cancellation);
    }

    private static MimeEntity Body(InboundForm form, IReadOnlyDictionary<string, string> charsets, ContentType? original, IReadOnlyList<FormAttachment> attachments, string boundary)
    {
        var texts = new[] { Text(form, "text", "plain", charsets, original), Text(form, "html", "html", charsets, original) }.OfType<MimeEntity>().ToList();
        if (texts.Count == 0 && attachments.Count == 1 && original is { MediaType: not "multipart" }) return File(form, attachments[0]);
        var text = texts.Count == 2 ? new MultipartAlternative(texts[0], texts[1]) { Boundary = boundary + "-texts" } : texts.FirstOrDefault();
        var isKept = original?.MediaType.Equals("multipart", StringComparison.OrdinalIgnoreCase) is true && Kept.Contains(original.MediaSubtype);
        if (attachments.Count == 0 && !isKept) return text ?? new TextPart("plain") { Text = "" };

        var whole = new Multipart(isKept ? original!.MediaSubtype : "mixed");
        if (isKept) original!.Parameters.Where(p => !p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase)).ToList().ForEach(p => whole.ContentType.Parameters[p.Name] = p.Value);
        whole.Boundary = boundary;
        if (text is not null) whole.Add(text);
        foreach (var attachment in attachments) whole.Add(File(form, attachment));
        return whole;
    }

    private static MimePart? Text(InboundForm form, string field, string subtype, IReadOnlyDictionary<string, string> charsets, ContentType? original)
    {
        if (form.Find(field) is not { Length: > 0 } part) return null;
        var text = Part(new("text", subtype) { Charset = charsets.GetValueOrDefault(field, "utf-8") }, form, part);
        // RFC 3676: without these, soft line breaks would become hard ones.
        if (original?.IsMimeType("text", subtype) is true)
            foreach (var parameter in original.Parameters.Where(p => p.Name.ToLowerInvariant() is "format" or "delsp"))
                text.ContentType.Parameters[parameter.Name] = parameter.Value;
        return text;
    }

    private static MimePart File(InboundForm form, FormAttachment attachment)
    {
        var file = Part(attachment.Type, form, attachment.Part);
        file.ContentDisposition = new(attachment.ContentId is null ? ContentDisposition.Attachment : ContentDisposition.Inline);
        if (attachment.FileName is { } name) file.FileName = name;
        // As it came, since the property takes only what RFC 2045 allows.
        if (attachment.ContentId is { } id) file.Headers.Replace(HeaderId.ContentId, $"<{id.ReplaceLineEndings("")}>");
        return file;
    }

    // RFC 2046 section 5.2.1: messages inside messages, and their heads (RFC 6522 section 4), are not encoded. The boundary, a hash of all fields, cannot occur in one.
    private static MimePart Part(ContentType type, InboundForm form, FormPart part) => new(type)
    {
        Content = new MimeContent(form.Open(part)),
        ContentTransferEncoding = type.IsMimeType("message", "*") || type.IsMimeType("text", "rfc822-headers") ? ContentEncoding.Binary : ContentEncoding.Base64,
    };

    private static async Task<string> BoundaryAsync(InboundForm form, CancellationToken cancellation)
    {
        using var hashes = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in form.Parts) hashes.AppendData(await SHA256.HashDataAsync(form.Open(part), cancellation));
        return "soundoff-" + Convert.ToHexStringLower(hashes.GetHashAndReset().AsSpan(0, 16));
    }

    private static FormatOptions NewFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
