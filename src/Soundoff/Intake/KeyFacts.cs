using System.Globalization;
using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Limits;

namespace Soundoff.Intake;

/// <summary>What a file's name tells when nothing else does: "2026-03-01 Night trains" has a day and a title.</summary>
internal static partial class KeyFacts
{
    public static EpisodeFacts Of(string key)
    {
        var match = Dated().Match(key);
        var day = match.Success && DateTime.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateTime?)null;
        return new() { Title = Title(day is null ? key : match.Groups["rest"].Value, key), Date = day is { } d ? new WrittenDate(d, null) : null };
    }

    private static string Title(string rest, string key)
    {
        var words = Separators().Replace(rest, " ").Trim();
        if (words.Length == 0) words = key;
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})(?:[-_ ]+(?<rest>.*))?$", Patterns.Linear | RegexOptions.Singleline, Patterns.TimeLimit)]
    private static partial Regex Dated();

    [GeneratedRegex(@"[-_\s]+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Separators();
}
