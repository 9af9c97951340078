using System.Globalization;
using Azure.Data.Tables;

namespace Soundoff.Mail.Keeping;

/// <summary>When something happened within an hour, as limits count it and rows keep it.</summary>
internal static class RecentTimes
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Those of the hour before a time.</summary>
    public static IEnumerable<DateTimeOffset> InHourBefore(this IEnumerable<DateTimeOffset> times, DateTimeOffset time) => times.Where(t => t > time - Hour);

    /// <summary>Reads them from a row; none where there is no row.</summary>
    public static IReadOnlyList<DateTimeOffset> Read(TableEntity? row, string name) =>
        [.. (row?.GetString(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(t, CultureInfo.InvariantCulture)))];

    /// <summary>As a row keeps them.</summary>
    public static string Text(IEnumerable<DateTimeOffset> times) => string.Join(' ', times.Select(t => t.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
}
