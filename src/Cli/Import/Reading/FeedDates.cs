using System.Globalization;
using Soundoff.Fields;

namespace Soundoff.Cli.Import.Reading;

/// <summary>Reads the dates of feeds: RFC 822 as people write it, and ISO 8601.</summary>
internal static class FeedDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // RFC 822 section 5.1 has the first ones; the rest is what generators write.
    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["Z"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["BST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["MEZ"] = 1,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["IST"] = 5.5,
        ["JST"] = 9,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
    };

    /// <summary>The date, with the offset as written, or in UTC where it has none; null when the text is no date.</summary>
    public static DateTimeOffset? Read(string text)
    {
        var trimmed = text.Trim();
        if (WrittenDate(trimmed) is { } iso) return iso;
        var words = trimmed.Replace(',', ' ').Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A minus in an offset is a sign, not a hyphen between the parts of a date.
        if (trimmed.Length > 5 && trimmed[^5] == '-' && words is [.., var last] && last.Length == 4 && words.Length > 4) words[^1] = "-" + last;
        if (words.Length > 0 && !char.IsAsciiDigit(words[0][0]) && MonthOf(words[0]) == 0) words = words[1..];
        return words.Length >= 3 ? OfWords(words) : null;
    }

    private static DateTimeOffset? WrittenDate(string text) =>
        WrittenDates.Read(text).Date is { } date ? date.At(TimeZoneInfo.Utc) : null;

    // 02 Oct 2002 13:00[:00] [zone], or as American programs write it: Oct 02 2002 13:00:00 zone.
    private static DateTimeOffset? OfWords(string[] words)
    {
        if (MonthOf(words[0]) > 0) (words[0], words[1]) = (words[1], words[0]);
        if (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day) || MonthOf(words[1]) is not (> 0 and var month)) return null;
        if (!int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        // RFC 2822 section 4.3.
        year += words[2].Length switch { 2 => year < 50 ? 2000 : 1900, 3 => 1900, _ => 0 };
        if (year is < 1900 or > 2999 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var time = TimeSpan.Zero;
        var rest = words[3..];
        if (rest is [var clock, .. var after] && clock.Contains(':', StringComparison.Ordinal))
        {
            if (ClockOf(clock, after is [var half, ..] ? half : "") is not { } read) return null;
            (time, rest) = (read, after is [var named, ..] && IsHalf(named) ? after[1..] : after);
        }

        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + time;
        return new(date, rest is [var zone, ..] ? OffsetOf(zone) : TimeSpan.Zero);
    }

    private static int MonthOf(string word) => word.Length < 3 ? 0 : Array.FindIndex(Months, month => word.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    private static TimeSpan? ClockOf(string clock, string half)
    {
        var parts = clock.Split(':');
        var numbers = new int[3];
        if (parts.Length > 3) return null;
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        if (IsHalf(half)) numbers[0] = numbers[0] % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        // Some write midnight as 24:00:00, and a leap second is one second of the next minute.
        return numbers[0] <= 24 && numbers[1] < 60 && numbers[2] <= 60 ? new TimeSpan(numbers[0], numbers[1], numbers[2]) : null;
    }

    private static bool IsHalf(string word) => word.Equals("am", StringComparison.OrdinalIgnoreCase) || word.Equals("pm", StringComparison.OrdinalIgnoreCase);

    private static TimeSpan OffsetOf(string zone)
    {
        var digits = zone.Replace(":", "", StringComparison.Ordinal).Replace("GMT", "", StringComparison.OrdinalIgnoreCase);
        if (digits is [('+' or '-') and var sign, .. var number] && number.Length is 2 or 4 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var clock))
        {
            var offset = number.Length == 2 ? TimeSpan.FromHours(clock) : new TimeSpan(clock / 100, clock % 100, 0);
            return offset > TimeSpan.FromHours(14) ? TimeSpan.Zero : sign == '-' ? -offset : offset;
        }

        return TimeSpan.FromHours(Zones.GetValueOrDefault(zone.Trim('(', ')')));
    }
}
