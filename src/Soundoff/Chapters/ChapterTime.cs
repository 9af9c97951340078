using System.Globalization;

namespace Soundoff.Chapters;

/// <summary>Clock times as people write them beside audio: <c>1:30</c>, <c>01:02:03.500</c>, or seconds. Kept to the millisecond.</summary>
public static class ChapterTime
{
    // Longer than anything that is one file; beyond it a number is a mistake (milliseconds, say), and TimeSpan would overflow in the end.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1000);

    /// <summary>How a page shows it: <c>2:05</c>, and <c>1:02:03</c> from an hour on. Fractions are cut off.</summary>
    public static string Format(TimeSpan time)
    {
        var seconds = Math.Max(0, (long)time.TotalSeconds);
        return seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    /// <summary>Reads a whole text: <c>90.5</c>, <c>1:30</c>, <c>75:30</c> or <c>01:02:03,500</c>. Signs and anything else are refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        text = text.Trim();
        return TryReadStart(text, out time, out var length) && length == text.Length;
    }

    /// <summary>Seconds as JSON has them; false for what is negative, not finite or above 1,000 hours.</summary>
    public static bool TryFromSeconds(double seconds, out TimeSpan time)
    {
        time = default;
        if (!(seconds >= 0 && seconds <= Longest.TotalSeconds)) return false;
        time = TimeSpan.FromMilliseconds(Math.Round(seconds * 1000, MidpointRounding.AwayFromZero));
        return true;
    }

    /// <summary>Reads the time a text begins with.</summary>
    /// <param name="text">Begins with a digit.</param>
    /// <param name="time">From the beginning of the audio.</param>
    /// <param name="length">How many characters the time takes.</param>
    internal static bool TryReadStart(ReadOnlySpan<char> text, out TimeSpan time, out int length)
    {
        time = default;
        length = 0;
        long seconds = 0;
        for (var part = 0; part < 3; part++)
        {
            var from = part == 0 ? 0 : length + 1;
            var digits = Digits(text, from);
            if (digits is 0 or > 7) return false;
            var value = int.Parse(text.Slice(from, digits), CultureInfo.InvariantCulture);
            // Only the first part may pass 59: "75:30" is what a recorder shows, "1:75" is a slip.
            if (part > 0 && (value > 59 || digits > 2)) return false;
            seconds = seconds * 60 + value;
            length = from + digits;
            if (length >= text.Length || text[length] != ':' || Digits(text, length + 1) == 0) break;
        }

        var milliseconds = seconds * 1000 + Fraction(text, ref length);
        time = TimeSpan.FromMilliseconds(milliseconds);
        return time <= Longest;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - from;
    }

    private static int Fraction(ReadOnlySpan<char> text, ref int length)
    {
        if (length >= text.Length || text[length] is not ('.' or ',')) return 0;
        var digits = Digits(text, length + 1);
        if (digits == 0) return 0;
        var milliseconds = 0;
        for (var i = 0; i < 3; i++) milliseconds = milliseconds * 10 + (i < digits ? text[length + 1 + i] - '0' : 0);
        length += 1 + digits;
        return milliseconds;
    }
}
