using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Soundoff.Cli.Letters.Posting;
using Soundoff.Mail.Receiving;

namespace Soundoff.Tests.Mail;

/// <summary>A call of a mail webhook, made from a message as SendGrid would make it.</summary>
public sealed record InboundPost(byte[] Body, string? ContentType)
{
    /// <summary>Sent with the call; names in any case.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parameters of the URL.</summary>
    public Dictionary<string, string> Query { get; } = new(StringComparer.Ordinal);

    /// <summary>Inbound Parse with <c>send_raw</c>: the message is the field <c>email</c>.</summary>
    public static InboundPost Raw(byte[] message, string? from = "ana@example.com", params string[] to) =>
        new(SendGridForm.Raw(message, Envelope(from, to)), MultipartBody.ContentType);

    /// <summary>Inbound Parse in default mode: the message is taken apart.</summary>
    public static InboundPost Default(byte[] message, string? from = "ana@example.com", params string[] to) =>
        new(SendGridForm.Default(message, Envelope(from, to)), MultipartBody.ContentType);

    /// <summary>Any other provider: the message itself.</summary>
    public static InboundPost Message(byte[] message) => new(message, "message/rfc822");

    /// <summary>The event webhook.</summary>
    public static InboundPost Events(params object[] events) => new(JsonSerializer.SerializeToUtf8Bytes(events), "application/json");

    /// <summary>Signs the exact bytes, as a SendGrid policy does.</summary>
    public InboundPost Sign(ECDsa key, DateTimeOffset time)
    {
        var timestamp = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = key.SignData([.. Encoding.ASCII.GetBytes(timestamp), .. Body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        Headers["X-Twilio-Email-Event-Webhook-Signature"] = Convert.ToBase64String(signature);
        Headers["X-Twilio-Email-Event-Webhook-Timestamp"] = timestamp;
        return this;
    }

    /// <summary>Gives the key in the URL.</summary>
    public InboundPost WithKey(string key)
    {
        Query["key"] = key;
        return this;
    }

    /// <summary>The call as the engine takes it. Can be asked for again: the body is then sent again.</summary>
    public InboundRequest ToRequest() => new(new MemoryStream(Body), ContentType, Headers.GetValueOrDefault, Query.GetValueOrDefault);

    private static LetterEnvelope Envelope(string? from, string[] to) => new(from, to.Length == 0 ? ["contact@radio.example"] : to);
}
