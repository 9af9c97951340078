using System.Buffers;
using System.Globalization;

namespace Soundoff.Mail.Letters;

/// <summary>The form of a letter's id: <c>{yyyy-MM-dd}-{32 hex digits}</c>.</summary>
internal static class LetterId
{
    private const int Length = 43;
    private const int DayLength = 10;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The id that a text begins with, which ends there or goes on after a hyphen; null when there is none.</summary>
    public static string? Beginning(string text) => text.Length >= Length && (text.Length == Length || text[Length] == '-') && Is(text[..Length]) ? text[..Length] : null;

    /// <summary>The day (UTC) on which a letter of an id was received.</summary>
    public static DateOnly DayOf(string id) => DateOnly.ParseExact(id.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Is(string id) =>
        DateOnly.TryParseExact(id.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && id[DayLength] == '-' && id.AsSpan(DayLength + 1).IndexOfAnyExcept(Digits) < 0;
}
