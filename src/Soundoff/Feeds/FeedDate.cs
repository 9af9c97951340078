using System.Globalization;

namespace Soundoff.Feeds;

/// <summary>Dates as feeds write them, in English and digits whatever the machine's culture.</summary>
public static class FeedDate
{
    /// <summary>RFC 2822 with a numeric zone: <c>Fri, 22 Feb 2019 09:00:00 +0000</c>.</summary>
    public static string Rfc2822(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    /// <summary>RFC 3339: <c>2019-02-22T09:00:00+00:00</c>.</summary>
    public static string Rfc3339(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Seconds with milliseconds where there are any: <c>73.5</c>.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
