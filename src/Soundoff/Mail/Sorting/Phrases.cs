namespace Soundoff.Mail.Sorting;

/// <summary>Phrases that are looked for in <see cref="FoldedText"/>, all in one pass. They begin where a word begins; their last word may go on.</summary>
internal sealed class Phrases
{
    // By their first two signs, the longest first.
    private readonly Dictionary<(char First, char Second), string[]> phrases;
    private readonly bool anyUnspaced;

    // Bits for their beginnings, some of which share one: most words of a text begin as no phrase does, and need no look into the dictionary.
    private readonly bool[] beginnings = new bool[4096];

    public Phrases(params string[] phrases)
    {
        var folded = phrases.Select(p => FoldedText.Of(p).Trim()).Distinct().ToArray();
        this.phrases = folded.GroupBy(p => (p[0], p[1])).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToArray());
        foreach (var (first, second) in this.phrases.Keys) beginnings[Beginning(first, second)] = true;
        anyUnspaced = folded.Any(p => FoldedText.IsUnspaced(p[0]));
    }

    /// <summary>Whether any of them stands in the text.</summary>
    public bool StandIn(string folded) => Find(folded).At >= 0;

    /// <summary>Whether the text begins with one of them.</summary>
    public bool Begin(string folded) => Beginning(folded) is not null;

    /// <summary>The one that the text begins with, the longest of them; null when it begins with none.</summary>
    public string? Beginning(string folded) => At(folded, 1);

    /// <summary>Where the first of them stands at or after <paramref name="from"/>, and which: the longest there. -1 when none does.</summary>
    public (int At, string Phrase) Find(string folded, int from = 0)
    {
        for (var at = Math.Max(from, 1); at < folded.Length - 1; at++)
        {
            // In scripts without spaces a phrase may begin anywhere.
            if (folded[at - 1] != ' ' && !(anyUnspaced && folded[at] >= '\u0E00' && FoldedText.IsUnspaced(folded[at]))) continue;
            if (At(folded, at) is { } phrase) return (at, phrase);
        }

        return (-1, "");
    }

    private string? At(string folded, int at)
    {
        if (at + 1 >= folded.Length || !beginnings[Beginning(folded[at], folded[at + 1])] || !phrases.TryGetValue((folded[at], folded[at + 1]), out var candidates)) return null;
        var rest = folded.AsSpan(at);
        foreach (var phrase in candidates)
            if (rest.StartsWith(phrase, StringComparison.Ordinal)) return phrase;
        return null;
    }

    private static int Beginning(char first, char second) => (first * 61 + second) & 4095;
}
