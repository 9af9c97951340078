namespace Soundoff.Mail.Reading;

/// <summary>What the receiving server says of a message, outside the message itself.</summary>
public sealed record Delivery
{
    /// <summary>The SMTP envelope's sender, without angle brackets; empty for the null sender <c>&lt;&gt;</c>; null when the server did not say.</summary>
    public string? From { get; init; }

    /// <summary>The SMTP envelope's recipients: whom the message is for, whatever its <c>To:</c> says (aliases, Bcc, lists).</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>When the message was received.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>SpamAssassin's score as the server gives it; null when it was not asked.</summary>
    public double? SpamScore { get; init; }

    /// <summary>Whether SPF passed for the envelope's domain: false for <c>fail</c> and <c>softfail</c>; null when it was not checked or the domain has no opinion.</summary>
    public bool? Spf { get; init; }

    /// <summary>Domains whose DKIM signature passed or failed; empty when there was none or it was not checked.</summary>
    public IReadOnlyDictionary<string, bool> Dkim { get; init; } = new Dictionary<string, bool>();
}
