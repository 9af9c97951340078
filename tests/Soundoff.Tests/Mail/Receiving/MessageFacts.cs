using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Soundoff.Tests.Mail.Receiving;

/// <summary>What a message says to whoever reads it, as text to compare: its header fields but those of its own make-up, its texts, its files.</summary>
internal static class MessageFacts
{
    public static string Of(byte[] bytes)
    {
        using var message = MimeMessage.Load(new MemoryStream(bytes), TestContext.Current.CancellationToken);
        var facts = message.Headers.Where(h => h.Id != HeaderId.MimeVersion).Select(h => $"{h.Field}:{Encoding.Latin1.GetString(h.RawValue).ReplaceLineEndings("\n")}").ToList();
        var type = message.Body?.ContentType;
        facts.Add($"report: {type?.IsMimeType("multipart", "report") is true} {type?.Parameters["report-type"]}");
        facts.Add($"text: {message.TextBody?.ReplaceLineEndings("\n").TrimEnd()}");
        facts.Add($"html: {message.HtmlBody?.ReplaceLineEndings("\n").TrimEnd()}");
        facts.AddRange(message.BodyParts.Where(p => p is not TextPart || p.IsAttachment).Select(File));
        return string.Join('\n', facts);
    }

    private static string File(MimeEntity part)
    {
        using var bytes = new MemoryStream();
        switch (part)
        {
            case MessagePart { Message: { } inner }:
                inner.WriteTo(bytes);
                break;
            case MimePart file:
                file.Content?.DecodeTo(bytes);
                break;
        }

        // Line breaks of texts are no part of what they say.
        var content = Encoding.Latin1.GetString(bytes.ToArray()).ReplaceLineEndings("\n").TrimEnd();
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(content)));
        var name = part.ContentDisposition?.FileName ?? part.ContentType.Name;
        return $"file: {part.ContentType.MimeType} {part.ContentType.Charset} {name} {part.ContentId} {hash}";
    }
}
