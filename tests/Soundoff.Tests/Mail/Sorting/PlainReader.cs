using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using Soundoff.Mail;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Sorting;

/// <summary>Reads a message no better than sorting needs: the first text, cut where an answer quotes. Decoding and trimming proper are another room's.</summary>
internal static partial class PlainReader
{
    static PlainReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ReadMail Read(byte[] raw)
    {
        using var bytes = new MemoryStream(raw);
        var message = MimeMessage.Load(bytes);
        var whole = (message.TextBody ?? Unmarked(message.HtmlBody) ?? "").ReplaceLineEndings("\n").Trim();
        var text = Trimmed(whole);
        var from = message.From.Mailboxes.FirstOrDefault();
        return new ReadMail
        {
            MessageId = message.MessageId,
            Answers = [.. new[] { message.InReplyTo }.OfType<string>().Concat(message.References.Reverse()).Distinct()],
            Address = from is { Address.Length: > 0 } ? from.Address.ToLowerInvariant() : null,
            Name = string.IsNullOrWhiteSpace(from?.Name) ? null : from.Name,
            Subject = message.Subject ?? "",
            Date = message.Date == default ? null : message.Date,
            Text = text.Length > 0 ? text : whole,
            Quoted = whole[text.Length..],
            WholeText = whole,
            Headers = [.. message.Headers.Select(h => new KeyValuePair<string, string>(h.Field, h.Value ?? ""))],
            Structure = StructureReader.Read(message),
            BodyHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole))),
        };
    }

    private static string Trimmed(string whole) => Quoting().Match(whole) is { Success: true } cut ? whole[..cut.Index].TrimEnd() : whole;

    private static string? Unmarked(string? html) =>
        html is null ? null : System.Net.WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html, "\n"), ""));

    [GeneratedRegex(@"^(?:>|On .{5,200} wrote:|Am .{5,200} schrieb.{0,100}:|Le .{5,200} écrit\s?:|-{2,} ?Original Message|-- $)", RegexOptions.Multiline)]
    private static partial Regex Quoting();

    [GeneratedRegex("<[^>]{0,2000}>")]
    private static partial Regex Tag();

    [GeneratedRegex("<(?:br|/p|/div|/tr|/li|/h[1-6])[^>]{0,100}>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();
}
