using System.Buffers;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>A text part's content as text.</summary>
internal static class PartText
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create("\"' ;>/"u8);

    public static string Decode(TextPart part, Repairs repairs)
    {
        if (part.Content is not { } content) return "";
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(content.Stream!.Length + 1, MailLimits.TextBytes + 1));
        try
        {
            using var decoded = SoftBreaks.Open(content);
            var length = decoded.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MailLimits.TextBytes)
            {
                length = MailLimits.TextBytes;
                repairs.Add("The text is longer than any letter; its end was left out.");
            }

            var text = TextCharset.Decode(bytes.AsSpan(0, length), part.ContentType.Charset ?? Meta(part, bytes.AsSpan(0, Math.Min(length, 1024))), repairs);
            return part.IsFlowed ? FlowedText.Unfold(text, part.ContentType.Parameters["delsp"] is { } deletes && deletes.Equals("yes", StringComparison.OrdinalIgnoreCase)) : text;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    // HTML may name its charset itself: <meta charset=…> or <meta http-equiv content="text/html; charset=…">.
    private static string? Meta(TextPart part, ReadOnlySpan<byte> start)
    {
        if (!part.IsHtml || start.IndexOf("charset="u8) is not (>= 0 and var at)) return null;
        var name = start[(at + 8)..].TrimStart("\"' "u8);
        var end = name.IndexOfAny(NameEnds);
        return end <= 0 ? null : System.Text.Encoding.Latin1.GetString(name[..end]);
    }
}
