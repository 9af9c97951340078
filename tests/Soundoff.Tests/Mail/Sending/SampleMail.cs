using System.Text;
using Soundoff.Mail.Sending;

namespace Soundoff.Tests.Mail.Sending;

/// <summary>Messages to send.</summary>
internal static class SampleMail
{
    public static OutgoingMail Plain { get; } = new()
    {
        From = new("contact@radio.example", "Night Trains"),
        To = new("ana@example.com"),
        Subject = "Your letter",
        Text = "Thank you.\n",
        MessageId = "ack-1@radio.example",
    };

    /// <summary>Has everything a message can have, some of it hostile.</summary>
    public static OutgoingMail Full { get; } = Plain with
    {
        From = new("contact@nächte.example", "Nächte"),
        To = new("ana@example.com", "Ana\r\nRuíz"),
        ReplyTo = new("reply+token@radio.example"),
        Subject = "Your letter\r\n— thank you",
        Html = "<p>Thank you, <img src=\"cid:logo\"></p>",
        InReplyTo = "letter-1@example.com",
        References = ["root@example.com", "letter-1@example.com>\r\nBcc: x@evil.example"],
        Headers =
        [
            new("Auto-Submitted", "auto-replied"),
            new("X-Auto-Response-Suppress", "All"),
            new("Precedence", "auto_reply"),
            new("X-Note", "café\r\nBcc: x@evil.example"),
            new("Bcc", "x@evil.example"),
            new("bCC", "x@evil.example"),
            new("Subject", "another"),
            new("Content-Type", "text/evil"),
            new("X Bad", "space in its name"),
            new("X-Bad: y\r\nBcc", "x@evil.example"),
            new("precedence", "bulk"),
        ],
        Attachments =
        [
            new("Grüße vom\r\nBahnsteig.txt", "text/plain", Encoding.UTF8.GetBytes("Grüße")),
            new("logo.png", "image/png", new byte[] { 1, 2, 3 }, "logo"),
        ],
    };

    /// <summary>What is left of its header fields.</summary>
    public static IReadOnlyDictionary<string, string> ExpectedHeaders { get; } = new Dictionary<string, string>
    {
        ["Message-ID"] = "<ack-1@radio.example>",
        ["In-Reply-To"] = "<letter-1@example.com>",
        ["References"] = "<root@example.com> <letter-1@example.comBcc:x@evil.example>",
        ["Auto-Submitted"] = "auto-replied",
        ["X-Auto-Response-Suppress"] = "All",
        ["Precedence"] = "auto_reply",
        ["X-Note"] = "=?utf-8?b?Y2Fmw6k=?= Bcc: x@evil.example",
    };
}
