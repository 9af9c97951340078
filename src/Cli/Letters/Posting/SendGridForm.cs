using System.Text.Json;
using Soundoff.Mail.Reading;

namespace Soundoff.Cli.Letters.Posting;

/// <summary>A message's SMTP envelope.</summary>
/// <param name="From">Empty for the null sender; null when it is not told.</param>
/// <param name="To">The recipients.</param>
public sealed record LetterEnvelope(string? From, IReadOnlyList<string> To);

/// <summary>The forms that SendGrid's Inbound Parse makes of a message: as it posts one that passed SPF and DKIM and is no spam.</summary>
public static class SendGridForm
{
    /// <summary>With <c>send_raw</c>: the message is the field <c>email</c>.</summary>
    public static byte[] Raw(byte[] message, LetterEnvelope envelope) => Facts(message, envelope).Add("email", message).ToArray();

    /// <summary>In default mode: the message is taken apart.</summary>
    public static byte[] Default(byte[] message, LetterEnvelope envelope) => DefaultForm.AddTo(Facts(message, envelope), message).ToArray();

    private static MultipartBody Facts(byte[] message, LetterEnvelope envelope) => new MultipartBody()
        .Add("SPF", "pass")
        // The author's domain signs, whoever the envelope says has sent it.
        .Add("dkim", MailReader.Read(message).Address?.Split('@') is [_, .., { Length: > 0 } domain] ? $"{{@{domain} : pass}}" : "none")
        .Add("spam_score", "0.3")
        .Add("sender_ip", "203.0.113.7")
        .Add("envelope", JsonSerializer.Serialize(new { to = envelope.To, from = envelope.From }));
}
