namespace Soundoff.Mail.Reading;

/// <summary>Compares texts by their words: whether two are one, whatever their form, and whether one's words stand in another.</summary>
internal static class SameWords
{
    // Of ten words so many: a form may add links and lose marks.
    private const int MostTenths = 9;
    private const int Most = 20_000;

    /// <summary>Whether they have nearly all words in common.</summary>
    public static bool Are(List<MailLine> one, List<MailLine> other)
    {
        var (first, second) = (Of(one), Of(other));
        var (fewer, more) = first.Count <= second.Count ? (first, second) : (second, first);
        return fewer.Count > 0 && Shared(fewer, more) * 10 >= MostTenths * more.Count;
    }

    /// <summary>Whether at least half of the words of one stand in the other.</summary>
    public static bool MostlyIn(List<MailLine> one, List<MailLine> other) => Of(one) is { Count: > 0 } words && Shared(words, Of(other)) * 2 >= words.Count;

    private static int Shared(List<string> words, List<string> others)
    {
        var left = others.CountBy(w => w).ToDictionary(StringComparer.Ordinal);
        var shared = 0;
        foreach (var word in words)
        {
            if (left.GetValueOrDefault(word) is not (> 0 and var count)) continue;
            left[word] = count - 1;
            shared++;
        }

        return shared;
    }

    // Letters and digits, without the targets of links.
    private static List<string> Of(List<MailLine> lines)
    {
        var words = new List<string>();
        foreach (var line in lines)
        {
            if (words.Count >= Most) return words;
            var text = line.Text;
            foreach (var range in text.Split(' '))
            {
                var word = text[range].TrimStart("<(");
                if (word.StartsWith("http", StringComparison.OrdinalIgnoreCase)) continue;
                if (new string([.. word.ToString().Where(char.IsLetterOrDigit)]).ToLowerInvariant() is { Length: > 0 } bare) words.Add(bare);
            }
        }

        return words;
    }
}
