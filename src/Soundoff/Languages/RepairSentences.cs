using System.Text.RegularExpressions;

namespace Soundoff.Languages;

/// <summary>What the mail reader repaired, in the readers' language. It is kept in English, with the letter, whatever language the show will speak when it is shown.</summary>
internal static class RepairSentences
{
    private static readonly Lazy<(string Name, Regex Sentence)[]> English =
        new(() => [.. Words.For("en").Repairs.Select(phrase => (phrase.Key, Pattern(phrase.Value)))]);

    /// <summary>The sentence in a language; as it is when it is none of ours.</summary>
    /// <param name="english">As the reader wrote it.</param>
    /// <param name="words">The language's.</param>
    public static string In(string english, Words words)
    {
        foreach (var (name, pattern) in English.Value)
            if (pattern.Match(english) is { Success: true } match)
                return Words.Filled(words.Repairs[name], [.. match.Groups.Values.Skip(1).Select(value => value.Value)]);
        return english;
    }

    /// <summary>Whether it is one of the sentences that there are in all languages.</summary>
    public static bool IsKnown(string english) => English.Value.Any(phrase => phrase.Sentence.IsMatch(english));

    // Values stand in the order of their numbers.
    private static Regex Pattern(string phrase) =>
        new($"^{Regex.Replace(Regex.Escape(phrase), @"\\\{\d}", "(.+?)")}$", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
}
