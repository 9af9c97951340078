using System.Globalization;
using System.Text.Json;
using MimeKit;

namespace Soundoff.Mail.Receiving;

/// <summary>A file of a form in default mode, with what <c>attachment-info</c> and <c>content-ids</c> say of it.</summary>
internal sealed record FormAttachment(FormPart Part, ContentType Type, string? FileName, string? ContentId)
{
    private const string Prefix = "attachment";
    private const int LongestFact = 1024 * 1024;

    /// <summary>The files in the order of the message.</summary>
    public static async Task<IReadOnlyList<FormAttachment>> ReadAsync(InboundForm form, CancellationToken cancellation)
    {
        using var json = Fields.Parse(await form.FactAsync("attachment-info", LongestFact, cancellation));
        var infos = json?.RootElement is { ValueKind: JsonValueKind.Object } root ? root.EnumerateObject().ToLookup(p => Fields.Name(p) ?? "", p => p.Value, StringComparer.OrdinalIgnoreCase) : null;
        var ids = Fields.Strings(await form.FactAsync("content-ids", LongestFact, cancellation)).ToLookup(i => i.Value, i => i.Key, StringComparer.OrdinalIgnoreCase);
        var files =
            from part in form.Parts
            let number = Number(part.Name)
            where number is not null
            orderby number
            select Read(part, Fields.Strings(infos?[part.Name].FirstOrDefault() ?? default), ids[part.Name].FirstOrDefault());
        return [.. files];
    }

    private static int? Number(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FormAttachment Read(FormPart part, IReadOnlyDictionary<string, string> info, string? contentId)
    {
        var type = info.TryGetValue("type", out var written) && ContentType.TryParse(written, out var read) ? read : part.Type ?? new("application", "octet-stream");
        if (type.IsMimeType("text", "*") && info.TryGetValue("charset", out var charset)) type.Charset = charset;
        // Every file part has some file name: where there is an account of the file, that one tells whether it had a name.
        var name = info.GetValueOrDefault("filename") ?? info.GetValueOrDefault("name") ?? (info.Count == 0 ? part.FileName : null);
        var id = info.GetValueOrDefault("content-id") ?? contentId;
        return new(part, type, string.IsNullOrEmpty(name) ? null : name, string.IsNullOrWhiteSpace(id) ? null : DeliveryFacts.Bare(id));
    }
}
