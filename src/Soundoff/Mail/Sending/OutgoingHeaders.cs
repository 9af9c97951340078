using System.Text;
using MimeKit.Utils;

namespace Soundoff.Mail.Sending;

/// <summary>The header fields that are set by hand, whoever sends: identity, conversation, and those of the message that may be set.</summary>
internal static class OutgoingHeaders
{
    // Written from properties, by the provider, or by servers on the way.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "To", "From", "Sender", "Subject", "Reply-To", "Cc", "Bcc", "Date", "Received", "Return-Path", "DKIM-Signature", "MIME-Version",
        "Message-ID", "In-Reply-To", "References", "x-sg-id", "x-sg-eid",
    };

    /// <summary>In the order in which they are written; each name once, values on one line and in ASCII.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(OutgoingMail mail)
    {
        // SendGrid keeps a Message-ID that it is given, though it does not promise to: its events carry ours in an argument too.
        var headers = new List<KeyValuePair<string, string>> { new("Message-ID", Id(mail.MessageId)) };
        if (mail.InReplyTo is { } answered) headers.Add(new("In-Reply-To", Id(answered)));
        if (mail.References.Count > 0) headers.Add(new("References", string.Join(' ', mail.References.Select(Id))));
        var others = mail.Headers.Where(h => IsName(h.Key) && !Reserved.Contains(h.Key) && !h.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));
        headers.AddRange(others.DistinctBy(h => h.Key, StringComparer.OrdinalIgnoreCase).Select(h => new KeyValuePair<string, string>(h.Key, Value(h.Value))));
        return headers;
    }

    /// <summary>Text on one line: a line break in a header would begin another one.</summary>
    public static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    // An id comes from a listener's message: what could end it or the line is taken out.
    private static string Id(string id) => $"<{string.Concat(id.Where(c => c is > ' ' and < '\x7F' and not ('<' or '>')))}>";

    private static string Value(string value) => Encoding.ASCII.GetString(Rfc2047.EncodeText(Encoding.UTF8, OneLine(value))).ReplaceLineEndings("");

    // RFC 5322 section 2.2: printable ASCII without the colon.
    private static bool IsName(string name) => name.Length > 0 && name.All(c => c is > ' ' and < '\x7F' and not ':');
}
