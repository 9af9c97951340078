using System.Globalization;

namespace Soundoff.Site;

/// <summary>A calendar month in the show's time zone.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    /// <summary>The month of a date, by the date's own offset.</summary>
    public static Month Of(DateTimeOffset date) => new(date.Year, date.Month);

    /// <summary>Reads <c>yyyy-mm</c>.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static Month Parse(string text)
    {
        var date = DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(date.Year, date.Month);
    }

    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;
    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;
    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    /// <summary><c>yyyy-mm</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
