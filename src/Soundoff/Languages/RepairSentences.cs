namespace Soundoff.Languages;

/// <summary>What the mail reader repaired, in the readers' language. It is kept in English, with the letter, whatever language the show will speak when it is shown.</summary>
internal static class RepairSentences
{
    private static readonly Lazy<(string Name, PhraseWithValues Sentence)[]> English =
        new(() => [.. Words.For("en").Repairs.Select(phrase => (phrase.Key, new PhraseWithValues(phrase.Value)))]);

    /// <summary>The sentence in a language; as it is when it is none of ours.</summary>
    /// <param name="english">As the reader wrote it.</param>
    /// <param name="words">The language's.</param>
    public static string In(string english, Words words)
    {
        foreach (var (name, sentence) in English.Value)
            if (sentence.ValuesIn(english) is { } values)
                return Words.Filled(words.Repairs[name], [.. values]);
        return english;
    }

    /// <summary>Whether it is one of the sentences that there are in all languages.</summary>
    public static bool IsKnown(string english) => English.Value.Any(phrase => phrase.Sentence.ValuesIn(english) is not null);
}
