using System.Globalization;
using Soundoff.Episodes;
using Soundoff.Site;

namespace Soundoff.Catalog;

/// <summary>
/// The row keys of a show's partition, so made that "the newest N" and "the neighbours of X" are range queries. Times are
/// seconds since the year 1 in twelve digits, counted down where the newest shall come first.
/// </summary>
internal static class RowKeys
{
    private const long Latest = 999_999_999_999;

    public const string Show = "s:show";

    /// <summary>Stands directly before the work, so that one look finds both.</summary>
    public const string RendererClaim = "w";

    public static string Identity(string slug) => "e:" + slug;
    public static string Listing(DateTimeOffset date, string slug) => $"p:{NewestFirst(date)}:{slug}";
    public static string Reverse(DateTimeOffset date, string slug) => $"o:{OldestFirst(date)}:{slug}";
    public static string Topic(string topic, DateTimeOffset date, string slug) => $"t:{topic}:{NewestFirst(date)}:{slug}";
    public static string Guest(string guest, DateTimeOffset date, string slug) => $"g:{guest}:{NewestFirst(date)}:{slug}";
    public static string Season(int season, DateTimeOffset date, string slug) => string.Create(CultureInfo.InvariantCulture, $"s:{season}:{NewestFirst(date)}:{slug}");
    public static string Name(char list, string slug) => $"n:{list}:{slug}";
    public static string Month(Month month) => $"m:{month}";
    public static string Work(DateTimeOffset now, Guid id) => $"w:{OldestFirst(now)}:{id:N}";

    /// <summary>When the work of a key was listed, to the second.</summary>
    public static DateTimeOffset WorkTime(string key) => new(long.Parse(key.Split(':')[1], CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    public static string Alias(string alias) => "a:" + alias;
    public static string GuidOwner(string guid) => "u:" + ContentTag.Of(guid);
    public static string Rivals(string slug) => $"c:{slug}:";
    public static string Rival(string slug, string key) => $"{Rivals(slug)}{ContentTag.Of(key)}";
    public static string Retired(DateTimeOffset due, string path) => $"r:{OldestFirst(due)}:{ContentTag.Of(path)}";

    /// <summary>The keys that begin with <paramref name="prefix"/> are those from it up to, not including, this one.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>The part of a key below a topic's or guest's name that stands before every date of a year.</summary>
    public static (string From, string To) Year(string prefix, int year, TimeSpan margin) => (
        prefix + NewestFirst(new DateTimeOffset(year, 12, 31, 23, 59, 59, TimeSpan.Zero) + margin),
        prefix + NewestFirst(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero) - margin) + ";");

    public static string NewestFirst(DateTimeOffset date) => Digits(Latest - Seconds(date));
    public static string OldestFirst(DateTimeOffset date) => Digits(Seconds(date));

    private static long Seconds(DateTimeOffset date) => date.UtcTicks / TimeSpan.TicksPerSecond;
    private static string Digits(long seconds) => seconds.ToString("000000000000", CultureInfo.InvariantCulture);
}
