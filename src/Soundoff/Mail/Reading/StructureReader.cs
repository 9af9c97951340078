using System.Text;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Reads from a parsed message how it is built.</summary>
public static class StructureReader
{
    private const int MaxParts = 200;
    private const int MaxDepth = 20;
    private const int MaxText = 64 * 1024;

    /// <summary>Looks at the first 200 parts, 20 levels deep; what lies beyond is nothing a mail system writes.</summary>
    /// <param name="root">The message as one part.</param>
    public static MailStructure Read(MimeEntity root)
    {
        var parts = new List<MimeEntity>();
        Collect(root, 0, parts);
        return new MailStructure
        {
            Types = [.. parts.Select(p => p.ContentType.MimeType.ToLowerInvariant())],
            ReportType = parts[0].ContentType.IsMimeType("multipart", "report") ? parts[0].ContentType.Parameters["report-type"]?.Trim().ToLowerInvariant() : null,
            CalendarMethod = parts.FirstOrDefault(p => p.ContentType.IsMimeType("text", "calendar")) is { } calendar ? Method(calendar)?.Trim().ToUpperInvariant() : null,
            DeliveryStatus = parts.OfType<MimePart>().FirstOrDefault(IsDeliveryStatus) is { } status ? Text(status) : null,
            ReturnedHeaders = parts.OfType<MessagePart>().Select(p => p.Message).FirstOrDefault(m => m is not null) is { } returned ? Fields(returned.Headers) : null,
        };
    }

    private static void Collect(MimeEntity entity, int depth, List<MimeEntity> parts)
    {
        if (parts.Count >= MaxParts || depth > MaxDepth) return;
        parts.Add(entity);
        if (entity is not Multipart multipart) return;
        foreach (var part in multipart) Collect(part, depth + 1, parts);
    }

    // RFC 6047 section 2.4 wants the parameter; a provider that takes a message apart loses it, and the calendar says the same (RFC 5545 section 3.7.2).
    private static string? Method(MimeEntity calendar)
    {
        if (calendar.ContentType.Parameters["method"] is { } told) return told;
        if (calendar is not MimePart part) return null;
        foreach (var line in Text(part).AsSpan().EnumerateLines())
            if (line.StartsWith("METHOD:", StringComparison.OrdinalIgnoreCase)) return line[7..].ToString();
        return null;
    }

    private static bool IsDeliveryStatus(MimePart part) =>
        part.ContentType.IsMimeType("message", "delivery-status") || part.ContentType.IsMimeType("message", "global-delivery-status");

    private static string Text(MimePart part)
    {
        if (part.Content is null) return "";
        using var decoded = new MemoryStream();
        part.Content.DecodeTo(decoded);
        return Encoding.UTF8.GetString(decoded.GetBuffer(), 0, (int)Math.Min(decoded.Length, MaxText));
    }

    private static string Fields(HeaderList headers)
    {
        var fields = new StringBuilder();
        foreach (var header in headers)
        {
            if (fields.Length > MaxText) break;
            fields.Append(header.Field).Append(": ").Append(header.Value?.ReplaceLineEndings(" ").Trim()).Append('\n');
        }

        return fields.ToString();
    }
}
