using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Soundoff.Limits;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Receiving;

/// <summary>Reads what the provider says of a delivery. What cannot be read is as if it had not been said.</summary>
internal static partial class DeliveryFacts
{
    /// <summary>The facts in the fields of a form.</summary>
    public static async Task<Delivery> ReadAsync(InboundForm form, DateTimeOffset received, CancellationToken cancellation)
    {
        var (from, to) = Envelope(await form.TextAsync("envelope", null, cancellation));
        return new()
        {
            Received = received,
            From = from,
            To = to,
            SpamScore = Score(await form.TextAsync("spam_score", null, cancellation)),
            Spf = Spf(await form.TextAsync("SPF", null, cancellation)),
            Dkim = Dkim(await form.TextAsync("dkim", null, cancellation)),
        };
    }

    /// <summary>An envelope as JSON: <c>{"to":["…"],"from":"…"}</c>.</summary>
    internal static (string? From, IReadOnlyList<string> To) Envelope(string? text)
    {
        using var json = Fields.Parse(text);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } root) return (null, []);
        var from = root.TryGetProperty("from", out var sender) && Fields.Text(sender) is { } written ? Bare(written) : null;
        if (!root.TryGetProperty("to", out var to)) return (from, []);
        IEnumerable<JsonElement> recipients = to.ValueKind == JsonValueKind.Array ? to.EnumerateArray() : [to];
        return (from, [.. recipients.Select(Fields.Text).OfType<string>().Select(Bare).Where(r => r.Length > 0)]);
    }

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

    /// <summary>Results by domain: <c>{@example.com : pass, @other.example : fail}</c>. A domain that passed once has passed.</summary>
    internal static IReadOnlyDictionary<string, bool> Dkim(string? text)
    {
        var results = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (Match result in DkimResult().Matches(text ?? ""))
        {
            var domain = result.Groups["domain"].Value.ToLowerInvariant();
            var passed = result.Groups["result"].Value.Equals("pass", StringComparison.OrdinalIgnoreCase);
            results[domain] = passed || (results.TryGetValue(domain, out var before) && before);
        }

        return results;
    }

    [GeneratedRegex(@"@?(?<domain>[^\s:,;@{}]+)\s*:\s*(?<result>pass|fail|permerror|invalid)\w*", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex DkimResult();
}
