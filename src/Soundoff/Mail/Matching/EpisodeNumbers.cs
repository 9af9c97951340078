using System.Globalization;
using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Mail.Matching;

/// <summary>Finds numbers that are called an episode's: <c>episode 42</c>, <c>#42</c>, <c>S2E5</c>, <c>Folge 42</c>, <c>第42回</c>. A bare number is a year or a price as often.</summary>
internal static partial class EpisodeNumbers
{
    private const int Before = 40;
    private const int After = 25;
    private const int Longest = 400;
    private const int MaxNumbers = 500;

    /// <summary>An episode's number, and its season when that was said too.</summary>
    public readonly record struct Named(int? Season, int Number);

    /// <summary>The distinct numbers a text names, in its order; a number said with its season once is that one wherever it is said.</summary>
    public static IReadOnlyList<Named> In(string text)
    {
        var named = Surroundings(text).SelectMany(s => Pattern().Matches(s)).Take(50).Select(Read).Where(n => n.Number > 0).Distinct().ToArray();
        return [.. named.Where(n => n.Season is not null || !named.Any(o => o.Season is not null && o.Number == n.Number))];
    }

    // What a number is called stands right beside it: a letter is full of other words.
    private static IEnumerable<string> Surroundings(string text)
    {
        for (var (at, seen) = (NextDigit(text, 0), 0); at >= 0 && seen < MaxNumbers; seen++)
        {
            var end = Math.Min(text.Length, at + After);
            for (var next = NextDigit(text, at + 1); next >= 0 && next < end && end - at < Longest; next = NextDigit(text, next + 1)) end = Math.Min(text.Length, next + After);
            yield return text[Math.Max(0, at - Before)..end];
            at = NextDigit(text, end);
        }
    }

    private static int NextDigit(string text, int from) => text.AsSpan(from).IndexOfAnyInRange('0', '9') is >= 0 and var at ? from + at : -1;

    private static Named Read(Match match) => new(Value(match.Groups["season"]), Value(match.Groups["number"]) ?? Value(match.Groups["counted"]) ?? 0);

    private static int? Value(Group group) =>
        group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(
        """
          \b s (?:eason|taffel|aison|äsong|æson|esong|eizoen|ezon)? [ ]? (?<season>[0-9]{1,3}) [ ,:.x-]{0,3}
            (?: e | ep\.? | episode | folge | épisode | episodio | episódio | afsnit | avsnitt | aflevering | odcinek )[ ]?(?<number>[0-9]{1,5}) \b
        | (?: \b (?: episode | episodes | ep | eps | folge | épisode | episodio | episódio | puntata | capítulo | capitulo | aflevering | avsnitt | afsnit | avsnit | jakso
              | odcinek | odcinka | epizoda | díl | epizod | bölüm | sendung | ausgabe | émission
              | выпуск | выпуске | выпуска | эпизод | эпизоде | випуск | епізод | エピソード | 에피소드 )
              [ ]? (?: number | nummer | numéro | número | numero | nr | no | n | n° | № )? [ .:]{0,3} \#? [ ]?
            | (?: ^ | [\s(\[] ) \# ) (?<number>[0-9]{1,5}) \b
        | 第 [ ]? (?<counted>[0-9]{1,5}) [ ]? (?: 回 | 話 | 集 | 期 )
        | \b (?<counted>[0-9]{1,5}) [ ]? (?: 화 | 회 | \. [ ] (?: folge | díl | bölüm | jakso | odcinek | avsnitt | afsnit ) )
        | \b (?<counted>[0-9]{1,5}) (?: st | nd | rd | th | e | ème | º | ª | [.] ) [ ] (?: episode | épisode | episodio | aflevering | puntata )
        """,
        Patterns.LinearAnyCase | RegexOptions.IgnorePatternWhitespace, Patterns.TimeLimit)]
    private static partial Regex Pattern();
}
