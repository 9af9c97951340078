using System.Globalization;

namespace Soundoff.Fields;

/// <summary>Reads times in a recording: <c>1:02:03.5</c>, <c>02:03</c>, or seconds.</summary>
public static class Times
{
    /// <summary>The time; null when the text is none.</summary>
    public static TimeSpan? Read(string text)
    {
        var parts = text.Trim().Split(':');
        if (parts.Length > 3) return null;
        var seconds = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            var style = i == parts.Length - 1 ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
            if (!double.TryParse(parts[i], style, CultureInfo.InvariantCulture, out var part) || (i > 0 && part >= 60)) return null;
            seconds = seconds * 60 + part;
        }

        return seconds < 360_000_000 ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) : null;
    }
}
