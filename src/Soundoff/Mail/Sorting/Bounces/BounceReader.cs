using System.Text.RegularExpressions;
using Soundoff.Limits;
using Soundoff.Mail.Reading;
using Soundoff.Site;

namespace Soundoff.Mail.Sorting.Bounces;

/// <summary>Reads from a message that is a bounce whom it did not reach and whether for good.</summary>
public static partial class BounceReader
{
    private const int MostMessages = 10;
    private const int MaxText = 16 * 1024;

    /// <summary>From the report's fields where there are some, from its prose otherwise. The shows' own addresses are never the one that failed.</summary>
    public static Bounce Read(ReadMail mail, Delivery delivery, IReadOnlyList<ContactAddress> contacts)
    {
        var text = mail.WholeText.Length > MaxText ? mail.WholeText[..MaxText] : mail.WholeText;
        var recipients = DeliveryStatus.Parse(mail.Structure.DeliveryStatus ?? text);
        var told = recipients.FirstOrDefault(r => r.Recipient is not null && !IsOurs(r.Recipient, delivery, contacts));
        var address = told?.Recipient ?? Addressed(mail, text, delivery, contacts);
        var action = told?.Action ?? recipients.Select(r => r.Action).FirstOrDefault(a => a is not null);
        var status = told?.Status ?? recipients.Select(r => r.Status).FirstOrDefault(s => s is not null) ?? StatusIn(text);
        return new Bounce(address, action, status, Messages(mail, text), IsPermanent(action, status, mail.Subject + "\n" + text));
    }

    // In the returned head, in what the bounce says it answers, or quoted in prose.
    private static IReadOnlyList<OurMessageId> Messages(ReadMail mail, string text) =>
        [.. new[] { FieldOf(mail.Structure.ReturnedHeaders, "Message-ID"), FieldOf(text, "Message-ID") }.Concat(mail.Answers.Take(MostMessages))
            .Select(id => OurMessageId.TryParse(id, out var ours) ? ours : null).OfType<OurMessageId>().Distinct().Take(MostMessages)];

    // A report that says "failed" with a temporary status means that the system gave up trying; only 5.x.x says that trying again is no use.
    private static bool IsPermanent(string? action, string? status, string text)
    {
        if (action is not null and not "failed") return false;
        if (status is not null) return status[0] == '5';
        return action == "failed" || !BounceWords.Delayed.StandIn(FoldedText.Of(text, 4000));
    }

    private static string? Addressed(ReadMail mail, string text, Delivery delivery, IReadOnlyList<ContactAddress> contacts)
    {
        var candidates = Addresses(mail.Header("X-Failed-Recipients"))
            .Concat(Addresses(text[..Math.Min(text.Length, Returned(text))]))
            .Concat(Addresses(FieldOf(mail.Structure.ReturnedHeaders, "To")))
            .Concat(Addresses(FieldOf(text, "To")));
        return candidates.FirstOrDefault(a => a != mail.Address && !IsOurs(a, delivery, contacts) && !IsRole(a));
    }

    private static int Returned(string text) => text.IndexOf("\nReceived:", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at : text.Length;

    private static IEnumerable<string> Addresses(string? text) =>
        text is null ? [] : Address().Matches(text).Take(50).Select(m => m.Value.Trim('.', '-').ToLowerInvariant());

    private static string? FieldOf(string? headers, string name)
    {
        if (headers is null) return null;
        foreach (var line in headers.AsSpan().EnumerateLines())
        {
            var bare = line.TrimStart("> \t");
            if (bare.Length > name.Length && bare[name.Length] == ':' && bare.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return bare[(name.Length + 1)..].ToString();
        }

        return null;
    }

    private static bool IsOurs(string address, Delivery delivery, IReadOnlyList<ContactAddress> contacts) =>
        delivery.To.Contains(address, StringComparer.OrdinalIgnoreCase)
        || (MailAddress.TryParse(address, out var parsed) && contacts.Any(c => c.Domain.Equals(parsed.Domain, StringComparison.OrdinalIgnoreCase)));

    private static bool IsRole(string address) => address.StartsWith("postmaster@", StringComparison.Ordinal) || address.StartsWith("mailer-daemon@", StringComparison.Ordinal);

    private static string? StatusIn(string text) => Status().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"[\p{L}\p{N}._%+=~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b[45]\.\d{1,3}\.\d{1,3}\b", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Status();
}
