using System.Globalization;
using System.Text.Json;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Receiving;

/// <summary>Reads what the provider says of a delivery. What cannot be read is as if it had not been said.</summary>
internal static class DeliveryFacts
{
    // A sender's server and strangers write into these: what is longer than any honest provider makes it was not said.
    private const int LongestFact = 10_000;
    private const int LongestEnvelope = 100_000;
    private const int LongestAddress = 1_000;
    private const int LongestName = 253;
    private const int MostResults = 50;
    private const int MostRecipients = 100;

    /// <summary>The facts in the fields of a form.</summary>
    public static async Task<Delivery> ReadAsync(InboundForm form, DateTimeOffset received, CancellationToken cancellation)
    {
        var (from, to) = Envelope(await form.FactAsync("envelope", LongestEnvelope, cancellation));
        return new()
        {
            Received = received,
            From = from,
            To = to,
            SpamScore = Score(await form.FactAsync("spam_score", LongestFact, cancellation)),
            Spf = Spf(await form.FactAsync("SPF", LongestFact, cancellation)),
            Dkim = Dkim(await form.FactAsync("dkim", LongestFact, cancellation)),
        };
    }

    /// <summary>An envelope as JSON: <c>{"to":["…"],"from":"…"}</c>.</summary>
    internal static (string? From, IReadOnlyList<string> To) Envelope(string? text)
    {
        using var json = Fields.Parse(text);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } root) return (null, []);
        var from = root.TryGetProperty("from", out var sender) && Fields.Text(sender) is { } written ? Address(written) : null;
        if (!root.TryGetProperty("to", out var to)) return (from, []);
        IEnumerable<JsonElement> recipients = to.ValueKind == JsonValueKind.Array ? to.EnumerateArray() : [to];
        return (from, Recipients(recipients.Select(Fields.Text).OfType<string>()));
    }

    /// <summary>The recipients that there may be: bare, none empty, at most 100.</summary>
    internal static IReadOnlyList<string> Recipients(IEnumerable<string> addresses) => [.. addresses.Select(Address).OfType<string>().Where(a => a.Length > 0).Take(MostRecipients)];

    /// <summary>A bare address; null for one that no mail system carries.</summary>
    internal static string? Address(string address) => address.Length <= LongestAddress ? Bare(address) : null;

    /// <summary>An address without its angle brackets: empty for <c>&lt;&gt;</c>.</summary>
    internal static string Bare(string address) => address.Trim().TrimStart('<').TrimEnd('>').Trim();

    /// <summary>A number with a point, whatever the machine's culture.</summary>
    internal static double? Score(string? text) =>
        double.TryParse(text?.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && double.IsFinite(score) ? score : null;

    /// <summary>A result of RFC 7208 section 2.6. Where there is no policy, or it says nothing, nothing was checked.</summary>
    internal static bool? Spf(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "pass" => true,
        "fail" or "softfail" => false,
        _ => null,
    };

    /// <summary>Results by domain: <c>{@example.com : pass, @other.example : fail}</c>. A domain that passed once has passed; what is no name and a result is passed over.</summary>
    internal static IReadOnlyDictionary<string, bool> Dkim(string? text)
    {
        var results = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var told in (text ?? "").Trim(' ', '{', '}').Split(',').Take(MostResults))
        {
            if (told.Split(':', 3) is not [var name, var result] || Passed(result) is not { } passed) continue;
            var domain = name.Trim(' ', '"', '\'').TrimStart('@').ToLowerInvariant();
            if (IsName(domain)) results[domain] = passed || results.GetValueOrDefault(domain);
        }

        return results;
    }

    // The result comes first, and what follows it says why.
    private static bool? Passed(string result) => string.Concat(result.Trim(' ', '"', '\'').TakeWhile(char.IsAsciiLetter)).ToLowerInvariant() switch
    {
        "pass" or "passed" => true,
        "fail" or "failed" or "permerror" or "invalid" => false,
        _ => null,
    };

    private static bool IsName(string domain) => domain.Length is > 0 and <= LongestName && domain.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');
}
