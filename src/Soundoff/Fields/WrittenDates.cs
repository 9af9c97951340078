using System.Globalization;
using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Limits;

namespace Soundoff.Fields;

/// <summary>Reads ISO 8601 dates, with the liberties that publishers take: a space for the T, seconds left out.</summary>
public static partial class WrittenDates
{
    /// <summary>The date; or why there is none, as the end of a sentence.</summary>
    public static (WrittenDate? Date, string? Wrong) Read(string text)
    {
        var match = Iso().Match(text.Trim());
        if (!match.Success) return (null, "is not a date of the kind 2026-03-01 or 2026-03-01 18:00");
        var (year, month, day) = (Part("year"), Part("month"), Part("day"));
        if (year is < 1800 or > 2999) return (null, "is not in the years 1800 to 2999");
        if (month is < 1 or > 12) return (null, $"has no such month: {match.Groups["month"].Value}");
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return (null, $"has no such day: that month has {DateTime.DaysInMonth(year, month).ToString(CultureInfo.InvariantCulture)} days");
        var (hour, minute, second) = (Part("hour"), Part("minute"), Part("second"));
        if (hour > 23 || minute > 59 || second > 59) return (null, "has no such time of day");
        var local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        var zone = match.Groups["zone"].Value;
        if (zone.Length == 0) return (new WrittenDate(local, null), null);
        if (zone is "Z" or "z") return (new WrittenDate(local, TimeSpan.Zero), null);
        var offset = new TimeSpan(Part("zoneHour"), Part("zoneMinute"), 0);
        if (offset > TimeSpan.FromHours(14) || Part("zoneMinute") > 59) return (null, $"has no such offset: {zone}");
        return (new WrittenDate(local, zone[0] == '-' ? -offset : offset), null);

        int Part(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:(?:[Tt]|\s+)(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]+)?)?\s*(?<zone>[Zz]|[+-](?<zoneHour>[0-9]{2}):?(?<zoneMinute>[0-9]{2})?)?)?$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Iso();
}
