using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Soundoff.Account;

namespace Soundoff.Mail.Receiving;

/// <summary>
/// Lets in who can prove to be the mail provider: with a signature over the exact bytes of the body (SendGrid's signed webhooks), or
/// with the key in the URL. Where there is a public key the signature is demanded: an address with a key in it stands in logs and settings of others.
/// </summary>
/// <param name="container">The <c>mail</c> container, which remembers signatures that were used.</param>
/// <param name="options">The keys.</param>
/// <param name="clock">Tells how old a signature is.</param>
/// <param name="logger">Is told of refusals, never of who or what was refused.</param>
public sealed partial class CallerProof(BlobContainerClient container, IOptions<MailOptions> options, TimeProvider clock, ILogger<CallerProof> logger)
{
    internal const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    internal const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";
    internal const string KeyParameter = "key";

    // A DER sequence of two 256-bit numbers has 72 bytes at most, 96 characters in base64.
    private const int LongestSignature = 200;

    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int TooLarge = 413;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    private readonly SeenMarks _seen = new(container, "proofs", 2 * Tolerance);

    /// <summary>Reads the body of a caller who proves itself.</summary>
    /// <param name="request">Its body is not touched when the rest shows that the proof cannot hold.</param>
    /// <param name="limit">The most bytes a body may have.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The body, to be disposed of; or null and the status to answer: 401 without any proof, 403 for a wrong one, 413.</returns>
    public async Task<(ReceivedBody? Body, int Refusal)> ReadAsync(InboundRequest request, long limit, CancellationToken cancellation)
    {
        if (request.Header(SignatureHeader) is { Length: > 0 } signature)
            return await ReadSignedAsync(request, signature, limit, cancellation);
        if (!string.IsNullOrWhiteSpace(options.Value.SignatureKey)) return Refuse("it brings no signature", Unauthorized);
        if (request.Query(KeyParameter) is not { Length: > 0 } key) return Refuse("it brings neither a signature nor a key", Unauthorized);
        if (!IsOurs(key)) return Refuse("its key is not ours", Forbidden);
        return await ReceivedBody.ReadAsync(request.Body, default, null, limit, cancellation) is { } body ? (body, 0) : Refuse("it is too large", TooLarge);
    }

    /// <summary>Remembers the signature of a body that has been dealt with: only from now on it is a replay.</summary>
    public Task RememberAsync(ReceivedBody body, CancellationToken cancellation) =>
        body.Signed is var (time, digest) ? _seen.AddAsync(time, digest, cancellation) : Task.CompletedTask;

    /// <summary>Forgets signatures that are too old to be accepted again. To be run once a day.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => _seen.ForgetAsync(clock.GetUtcNow(), cancellation);

    private async Task<(ReceivedBody? Body, int Refusal)> ReadSignedAsync(InboundRequest request, string signature, long limit, CancellationToken cancellation)
    {
        var timestamp = request.Header(TimestampHeader) ?? "";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return Refuse("its signature has no time", Forbidden);
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if ((clock.GetUtcNow() - time).Duration() > Tolerance) return Refuse("its signature's time is off by more than ten minutes", Forbidden);
        if (signature.Length > LongestSignature) return Refuse("its signature is none", Forbidden);
        var keys = SignatureKeys.Parse(options.Value.SignatureKey);
        var bytes = new byte[signature.Length];
        if (keys.Count == 0 || !Convert.TryFromBase64String(signature, bytes, out var length)) return Refuse("its signature cannot be read or there is no key for it", Forbidden);

        var body = await ReceivedBody.ReadAsync(request.Body, Encoding.ASCII.GetBytes(timestamp), time, limit, cancellation);
        if (body is null) return Refuse("it is too large", TooLarge);
        // The digest is remembered, not the signature: an ECDSA signature can be written in more than one way.
        var refusal = !SignatureKeys.Verify(keys, body.Digest, bytes.AsSpan(0, length)) ? "its signature is wrong"
            : await _seen.ContainsAsync(time, body.Digest, cancellation) ? "it was received before" : null;
        if (refusal is null) return (body, 0);
        await body.DisposeAsync();
        return Refuse(refusal, Forbidden);
    }

    // Hashes have one length, so that comparing them tells nothing of the key's.
    private bool IsOurs(string key) =>
        options.Value.UrlKey is { Length: > 0 } ours
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(ours)));

    private (ReceivedBody?, int) Refuse(string reason, int status)
    {
        Refused(reason, status);
        return (null, status);
    }

    [LoggerMessage(1, LogLevel.Warning, "A call of a mail webhook was refused with {Status}: {Reason}.")]
    private partial void Refused(string reason, int status);
}
