using System.Globalization;
using System.Text;
using System.Text.Json;
using MimeKit;

namespace Soundoff.Cli.Letters.Posting;

/// <summary>Takes a message apart as SendGrid's Inbound Parse does in default mode.</summary>
internal static class DefaultForm
{
    /// <summary>Adds the fields.</summary>
    public static MultipartBody AddTo(MultipartBody form, byte[] bytes)
    {
        using var message = MimeMessage.Load(new MemoryStream(bytes));
        var charsets = new Dictionary<string, string>();
        form.Add("headers", HeaderBlock(bytes));
        foreach (var (field, value) in new[] { ("from", message.From.ToString()), ("to", message.To.ToString()), ("subject", message.Subject) })
        {
            form.Add(field, value ?? "");
            charsets[field] = "UTF-8";
        }

        var parts = message.BodyParts.ToList();
        Text("text", parts.OfType<TextPart>().FirstOrDefault(p => p.IsPlain && !p.IsAttachment));
        Text("html", parts.OfType<TextPart>().FirstOrDefault(p => p.IsHtml && !p.IsAttachment));
        form.Add("charsets", JsonSerializer.Serialize(charsets));
        AddFiles(form, parts);
        return form;

        void Text(string field, TextPart? part)
        {
            if (part is null) return;
            parts.Remove(part);
            if (part.Content is null) return;
            form.Add(field, Decoded(part));
            charsets[field] = part.ContentType.Charset ?? "us-ascii";
        }
    }

    private static void AddFiles(MultipartBody form, List<MimeEntity> files)
    {
        form.Add("attachments", files.Count.ToString(CultureInfo.InvariantCulture));
        var infos = new Dictionary<string, Dictionary<string, string>>();
        var ids = new Dictionary<string, string>();
        foreach (var (number, file) in files.Index())
        {
            var field = $"attachment{number + 1}";
            var name = file.ContentDisposition?.FileName ?? file.ContentType.Name;
            infos[field] = new() { ["type"] = file.ContentType.MimeType };
            if (name is not null) infos[field]["filename"] = infos[field]["name"] = name;
            if (file is TextPart { ContentType.Charset: { } charset }) infos[field]["charset"] = charset;
            if (file.ContentId is { } id) (infos[field]["content-id"], ids[id]) = (id, field);
            form.Add(field, Decoded(file), name ?? field, file.ContentType.MimeType);
        }

        if (files.Count > 0) form.Add("attachment-info", JsonSerializer.Serialize(infos));
        if (ids.Count > 0) form.Add("content-ids", JsonSerializer.Serialize(ids));
    }

    // Of a message inside the message, or of a report, the bytes; of anything else what was encoded.
    private static byte[] Decoded(MimeEntity entity)
    {
        using var bytes = new MemoryStream();
        switch (entity)
        {
            case MessagePart { Message: { } inner }:
                inner.WriteTo(bytes);
                break;
            case MimePart { Content: { } content }:
                content.DecodeTo(bytes);
                break;
        }

        return bytes.ToArray();
    }

    private static byte[] HeaderBlock(byte[] message)
    {
        var text = Encoding.Latin1.GetString(message);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal) is var bare and >= 0 ? bare + 1 : text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2;
        // A message of header fields alone has no empty line.
        return end > 1 ? message[..end] : message;
    }
}
