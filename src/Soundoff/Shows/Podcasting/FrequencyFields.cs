using System.Text.RegularExpressions;
using Soundoff.Fields;
using Soundoff.Fields.Podcasting;
using Soundoff.Limits;
using static System.FormattableString;

namespace Soundoff.Shows.Podcasting;

/// <summary>Reads <c>updateFrequency:</c>, a word such as <c>weekly</c>, or a text with a rule.</summary>
internal static partial class FrequencyFields
{
    private const string Tag = "podcast:updateFrequency";
    private const int LongestText = 128;

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["daily"] = "FREQ=DAILY",
        ["every weekday"] = "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        ["weekly"] = "FREQ=WEEKLY",
        ["biweekly"] = "FREQ=WEEKLY;INTERVAL=2",
        ["monthly"] = "FREQ=MONTHLY",
        ["bimonthly"] = "FREQ=MONTHLY;INTERVAL=2",
        ["yearly"] = "FREQ=YEARLY",
    };

    /// <summary>What the field states; null when it states nothing.</summary>
    public static UpdateFrequency? Read(FieldReader fields) => fields.Group("updateFrequency", "updateFrequency", "Write \"updateFrequency: weekly\", or \"text\" and \"rule\".", Whole, (text, node, path) =>
    {
        if (text.Length == 0) return null;
        if (text.Length > LongestText) fields.Warn(path, node, $"The text has {text.Length} characters; {LongestText} are the most, so it is cut ({Tag}).", "Shorten it.");
        return new(FieldReader.Cut(text, LongestText), Words.GetValueOrDefault(text));
    });

    private static UpdateFrequency? Whole(FieldReader frequency, YamlMap whole)
    {
        if (frequency.Needed("text", whole, Tag, LongestText) is not { } text) return null;
        var rule = frequency.Checked("rule", written => Rule().IsMatch(written) ? written.ToUpperInvariant() : null, $"is no recurrence rule ({Tag}, RFC 5545)", "Write one such as FREQ=WEEKLY;BYDAY=MO,TH.") ?? Words.GetValueOrDefault(text);
        var start = frequency.Checked("start", Iso, "is no date", "Write it as 2026-03-01.");
        if (rule is not null && rule.Contains("COUNT=", StringComparison.Ordinal) && start is null)
            frequency.Warn(frequency.PathOf("rule"), frequency.Node("rule") ?? whole, $"A rule with COUNT needs to know from when it counts ({Tag}).", "Add \"start: 2026-03-01\".");
        return new(text, rule, start, frequency.Flag("complete") ?? false);
    }

    // A time without an offset would be nobody's: then the day is what counts.
    private static string? Iso(string written) => WrittenDates.Read(written).Date switch
    {
        null => null,
        { Offset: { } offset, Local: var local } => Invariant($"{new DateTimeOffset(local, offset):yyyy-MM-dd'T'HH:mm:sszzz}"),
        { Local: var day } => Invariant($"{day:yyyy-MM-dd}"),
    };

    // RFC 5545 section 3.3.10; UNTIL is written with signs too in the namespace's own examples.
    [GeneratedRegex(@"^FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:UNTIL=[0-9TZ:.-]{8,32}|(?:COUNT|INTERVAL)=[0-9]{1,6}|BY(?:SECOND|MINUTE|HOUR|DAY|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS)=[0-9A-Z+,-]{1,200}|WKST=[A-Z]{2}))*$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Rule();
}
