namespace Soundoff.Mail.Sorting.Bounces;

/// <summary>The fields of one recipient in a delivery report (RFC 3464 section 2.3).</summary>
/// <param name="Recipient">Who it is about, lower case; null when no field says so.</param>
/// <param name="Action">Lower case; null when it is missing.</param>
/// <param name="Status">Three numbers; null when it is missing.</param>
internal sealed record DeliveryStatus(string? Recipient, string? Action, string? Status)
{
    /// <summary>
    /// Reads the recipients of a report, failed ones first. Liberal: the blank lines between groups may be missing, so a new recipient begins where a field comes
    /// a second time. Works as well on a text that quotes the fields.
    /// </summary>
    public static IReadOnlyList<DeliveryStatus> Parse(string text)
    {
        var groups = new List<Dictionary<string, string>> { new(StringComparer.OrdinalIgnoreCase) };
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon is <= 0 or > 40) continue;
            var field = line[..colon].Trim().ToString();
            if (!IsAsked(field)) continue;
            if (groups[^1].ContainsKey(field)) groups.Add(new(StringComparer.OrdinalIgnoreCase));
            groups[^1][field] = line[(colon + 1)..].Trim().ToString();
        }

        return [.. groups.Where(g => g.Count > 0).Select(Read).OrderBy(r => r.Action == "failed" ? 0 : 1)];
    }

    private static bool IsAsked(string field) => field.ToLowerInvariant() is "final-recipient" or "original-recipient" or "action" or "status";

    private static DeliveryStatus Read(Dictionary<string, string> fields)
    {
        var recipient = Address(fields.GetValueOrDefault("Original-Recipient")) ?? Address(fields.GetValueOrDefault("Final-Recipient"));
        return new DeliveryStatus(recipient, Word(fields.GetValueOrDefault("Action")), Code(fields.GetValueOrDefault("Status")));
    }

    // "rfc822; ana@example.org", "rfc822;<ana@example.org>", "ana@example.org": the original recipient is the one we wrote to, when it is an address.
    private static string? Address(string? field)
    {
        if (field is null) return null;
        var bare = field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim(' ', '\t', '<', '>');
        return MailAddress.TryParse(bare, out var address) && !bare.Any(char.IsWhiteSpace) && address.Domain.Length > 0 ? bare.ToLowerInvariant() : null;
    }

    private static string? Word(string? field)
    {
        var word = new string([.. (field ?? "").TakeWhile(char.IsAsciiLetter)]).ToLowerInvariant();
        return word.Length > 0 ? word : null;
    }

    private static string? Code(string? field)
    {
        var code = new string([.. (field ?? "").TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        return code.Count(c => c == '.') == 2 && code[0] is '2' or '4' or '5' ? code.TrimEnd('.') : null;
    }
}
