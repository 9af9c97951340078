using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;

namespace Soundoff.Mail.Reviewing;

/// <summary>
/// Signed tokens: HMAC-SHA256, a key for each purpose, compared in constant time. Links are base64url; a relay token is base 32 in lower case, since it stands in the local
/// part of an address, of which some systems change the case and which holds 64 octets (RFC 5321 section 4.5.3.1.1).
/// </summary>
public sealed class MailTokens(MailSecret secret, TimeProvider clock)
{
    private const int LinkMac = 20;
    private const int RelayMac = 14;
    private const int RelayBody = 18;
    private const int Nonce = 12;
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan FreshLife = TimeSpan.FromDays(1);
    private static readonly TimeSpan FormLife = TimeSpan.FromHours(1);
    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    /// <summary>A host's link: 30 days, some actions on one letter.</summary>
    public Task<string> HostLinkAsync(string show, string letter, LetterActions actions, CancellationToken cancellation) =>
        SignAsync("review", Body(new(show, letter, actions, clock.GetUtcNow() + LinkLife)), cancellation);

    /// <summary>The listener's own link: 30 days. After that it can still ask for a fresh one.</summary>
    public Task<string> ListenerLinkAsync(string show, string letter, CancellationToken cancellation) =>
        SignAsync("review", Body(new(show, letter, LetterActions.Listener, clock.GetUtcNow() + LinkLife)), cancellation);

    /// <summary>A fresh link for the listener, to be sent to the address that the letter came from: one day.</summary>
    public Task<string> FreshLinkAsync(string show, string letter, CancellationToken cancellation) =>
        SignAsync("review", Body(new(show, letter, LetterActions.FreshListener, clock.GetUtcNow() + FreshLife)), cancellation);

    /// <summary>What opens a letter's files and nothing else: an hour.</summary>
    public Task<string> FilesAsync(string show, string letter, CancellationToken cancellation) =>
        SignAsync("review", Body(new(show, letter, LetterActions.OpenFiles, clock.GetUtcNow() + FormLife)), cancellation);

    /// <summary>What a link grants.</summary>
    public async Task<LinkReading> ReadLinkAsync(string? token, CancellationToken cancellation)
    {
        if (await OpenAsync("review", token, cancellation) is not { } body) return new(ReviewOutcome.LinkForged, null);
        var parts = Encoding.UTF8.GetString(body).Split('\n');
        var grant = new LetterGrant(parts[0], parts[1], (LetterActions)int.Parse(parts[2], CultureInfo.InvariantCulture), new(long.Parse(parts[3], CultureInfo.InvariantCulture), TimeSpan.Zero));
        if (grant.Expires == DateTimeOffset.MaxValue) grant = grant with { Actions = LetterActions.Listener, Expires = EndOfOld(grant.Letter) };
        return new(grant.Expires > clock.GetUtcNow() ? ReviewOutcome.Done : ReviewOutcome.LinkExpired, grant);
    }

    /// <summary>The one-time token of a form, bound to the link that showed it; good for an hour.</summary>
    public Task<string> FormAsync(string link, CancellationToken cancellation)
    {
        var body = new byte[8 + Nonce];
        BinaryPrimitives.WriteInt64BigEndian(body, (clock.GetUtcNow() + FormLife).UtcTicks);
        RandomNumberGenerator.Fill(body.AsSpan(8));
        return SignAsync("form:" + link, body, cancellation);
    }

    /// <summary>A form's token as read; null when it is not of this link or has expired.</summary>
    public async Task<FormGrant?> ReadFormAsync(string link, string? form, CancellationToken cancellation)
    {
        if (await OpenAsync("form:" + link, form, cancellation) is not { Length: 8 + Nonce } body) return null;
        var expires = new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(body), TimeSpan.Zero);
        return expires > clock.GetUtcNow() ? new(expires, body[8..]) : null;
    }

    /// <summary>The mailbox that passes an answer on to a letter's author: <c>reply+{52 signs}</c>.</summary>
    public async Task<string> RelayAsync(string show, string letter, CancellationToken cancellation)
    {
        var body = new byte[RelayBody];
        var day = LetterId.DayOf(letter);
        BinaryPrimitives.WriteUInt16BigEndian(body, (ushort)(day.DayNumber - FirstDay.DayNumber));
        Convert.FromHexString(letter.AsSpan(11)).CopyTo(body, 2);
        return "reply+" + Encode([.. body, .. await RelayMacAsync(show, body, cancellation)]);
    }

    /// <summary>The letter that a relay token of a show is about; null when it is none of this show's.</summary>
    public async Task<string?> ReadRelayAsync(string show, string token, CancellationToken cancellation)
    {
        var written = token.ToLowerInvariant();
        if (Decode(written) is not { Length: RelayBody + RelayMac } bytes || Encode(bytes) != written) return null;
        var body = bytes[..RelayBody];
        var mac = await RelayMacAsync(show, body, cancellation);
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(RelayBody), mac)) return null;
        var day = FirstDay.AddDays(BinaryPrimitives.ReadUInt16BigEndian(body));
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{Convert.ToHexStringLower(body.AsSpan(2))}");
    }

    /// <summary>Signs bytes for a purpose.</summary>
    internal async Task<string> SignAsync(string purpose, byte[] body, CancellationToken cancellation) =>
        $"{System.Buffers.Text.Base64Url.EncodeToString(body)}.{System.Buffers.Text.Base64Url.EncodeToString(await MacAsync(purpose, body, LinkMac, cancellation))}";

    /// <summary>The bytes that were signed for a purpose; null when they were not.</summary>
    internal async Task<byte[]?> OpenAsync(string purpose, string? token, CancellationToken cancellation)
    {
        if (token is null or { Length: > 2000 } || token.Split('.') is not [var written, var mac]) return null;
        if (Bytes(written) is not { } body || Bytes(mac) is not { } given) return null;
        var expected = await MacAsync(purpose, body, LinkMac, cancellation);
        return CryptographicOperations.FixedTimeEquals(given, expected) ? body : null;
    }

    // Listeners' links once held for ever, and erased everything. They hold now as the others do, from the letter's day on.
    private static DateTimeOffset EndOfOld(string letter) => new DateTimeOffset(LetterId.DayOf(letter), TimeOnly.MaxValue, TimeSpan.Zero) + LinkLife;

    // One spelling: base64 may be padded, hold white space, and have bits to spare in its last sign, and whoever remembers what was used remembers what was written.
    private static byte[]? Bytes(string written)
    {
        if (!System.Buffers.Text.Base64Url.IsValid(written)) return null;
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(written);
        return System.Buffers.Text.Base64Url.EncodeToString(bytes) == written ? bytes : null;
    }

    private static byte[] Body(LetterGrant grant) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{grant.Show}\n{grant.Letter}\n{(int)grant.Actions}\n{grant.Expires.UtcTicks}"));

    private Task<byte[]> RelayMacAsync(string show, byte[] body, CancellationToken cancellation) => MacAsync("relay:" + show, body, RelayMac, cancellation);

    private async Task<byte[]> MacAsync(string purpose, byte[] body, int length, CancellationToken cancellation) =>
        HMACSHA256.HashData(await secret.KeyAsync(purpose, cancellation), body)[..length];

    private static string Encode(byte[] bytes)
    {
        var written = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var octet in bytes)
        {
            (bits, count) = ((bits << 8) | octet, count + 8);
            while (count >= 5) written.Append(Base32[(bits >> (count -= 5)) & 31]);
            bits &= (1 << count) - 1;
        }

        if (count > 0) written.Append(Base32[(bits << (5 - count)) & 31]);
        return written.ToString();
    }

    private static byte[]? Decode(string written)
    {
        var bytes = new List<byte>(written.Length);
        var (bits, count) = (0, 0);
        foreach (var sign in written)
        {
            var digit = Base32.IndexOf(sign, StringComparison.Ordinal);
            if (digit < 0) return null;
            (bits, count) = (((bits << 5) | digit) & 0xFFFF, count + 5);
            if (count >= 8) bytes.Add((byte)(bits >> (count -= 8)));
        }

        return [.. bytes];
    }
}
