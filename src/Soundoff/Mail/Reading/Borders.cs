using System.Text;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Mends parts whose borders are not the ones their header names: a gateway rewrote one of the two, or lost the header.</summary>
internal static class Borders
{
    // A preamble for people without MIME ("This is a multi-part message") is a line or two.
    private const int FirstLines = 12;

    /// <summary>The same part, or the parts that were found in it.</summary>
    public static MimeEntity Mend(MimeEntity entity, Repairs repairs)
    {
        var wrong = entity switch
        {
            Multipart { Count: 0 } => true,
            // RFC 2045 section 5.2: without a Content-Type it is plain text. With a border in its first lines it is not.
            TextPart { Content: not null } text => text.Headers[HeaderId.ContentType] is null,
            _ => false,
        };
        if (!wrong) return entity;
        var body = Body(entity).Span;
        if (Find(body) is not { } border) return entity;
        var type = entity is Multipart multipart ? multipart.ContentType.MediaSubtype : "mixed";
        byte[] mended = [.. Encoding.ASCII.GetBytes($"Content-Type: multipart/{type}; boundary=\"{border}\"\r\n\r\n"), .. body];
        if (RawMessage.Entity(mended) is not Multipart { Count: > 0 } found) return entity;
        repairs.Add("The borders between the message's parts are not those it names; the ones found were used.");
        foreach (var header in entity.Headers)
            if (header.Id is not HeaderId.ContentType) found.Headers.Add(header);
        return found;
    }

    private static ReadOnlyMemory<byte> Body(MimeEntity entity)
    {
        if (entity is TextPart { Content: { Stream: { } stream } content })
        {
            if (Find(stream.First(4096)) is null) return default;
            using var text = new MemoryStream();
            content.WriteTo(text);
            return text.GetBuffer().AsMemory(0, (int)text.Length);
        }

        return entity.Bytes();
    }

    /// <summary>The border that the first part stands under: a line of two dashes and more, followed by a header about content.</summary>
    private static string? Find(ReadOnlySpan<byte> body)
    {
        for (var line = 0; line < FirstLines && !body.IsEmpty; line++)
        {
            var end = body.IndexOf((byte)'\n');
            if (end < 0) return null;
            var text = body[..end].TrimEnd(" \t\r"u8);
            body = body[(end + 1)..];
            if (text is [(byte)'-', (byte)'-', _, ..] and { Length: <= 200 } && !text.ContainsAnyExceptInRange((byte)33, (byte)126) && !text.Contains((byte)'"')
                && !text.Contains((byte)'\\') && RawHead.BeginsWithField(body) && AboutContent(body))
                return Encoding.ASCII.GetString(text[2..]);
        }

        return null;
    }

    private static bool AboutContent(ReadOnlySpan<byte> header) => Ascii.EqualsIgnoreCase(header[..Math.Min(header.Length, 8)], "Content-"u8);
}
