namespace Soundoff.Languages;

/// <summary>A phrase with places for values, <c>{0}</c> and so on, in the order of their numbers: finds the values in a sentence made from it.</summary>
internal sealed class PhraseWithValues(string phrase)
{
    private readonly string[] words = Split(phrase);

    /// <summary>The values; null when the sentence was not made from this phrase. A value has a character at least and ends where the words after it first come.</summary>
    public IReadOnlyList<string>? ValuesIn(string sentence)
    {
        if (words.Length == 1) return sentence == words[0] ? [] : null;
        if (!sentence.StartsWith(words[0], StringComparison.Ordinal)) return null;
        var values = new List<string>();
        var at = words[0].Length;
        foreach (var between in words[1..^1])
        {
            if (at >= sentence.Length) return null;
            var end = sentence.IndexOf(between, at + 1, StringComparison.Ordinal);
            if (end < 0) return null;
            values.Add(sentence[at..end]);
            at = end + between.Length;
        }

        var rest = sentence.Length - words[^1].Length;
        if (rest <= at || !sentence.EndsWith(words[^1], StringComparison.Ordinal)) return null;
        values.Add(sentence[at..rest]);
        return values;
    }

    private static string[] Split(string phrase)
    {
        var words = new List<string>();
        var at = 0;
        for (var open = phrase.IndexOf('{', StringComparison.Ordinal); open >= 0; open = phrase.IndexOf('{', at))
        {
            words.Add(phrase[at..open]);
            at = phrase.IndexOf('}', open) + 1;
        }

        return [.. words, phrase[at..]];
    }
}
