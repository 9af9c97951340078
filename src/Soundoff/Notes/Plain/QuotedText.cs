using System.Text;

namespace Soundoff.Notes.Plain;

/// <summary>What stands in quotation marks, those included: a title's words are not the sentence's.</summary>
internal static class QuotedText
{
    // An apostrophe looks like a closing mark: what stands in single ones has three letters at least, and no letter follows it.
    private const int ShortestSingle = 3;

    /// <summary>The text with every quotation replaced.</summary>
    public static string Replace(string text, string by) => Replace(text, _ => by);

    /// <summary>The text with every quotation made a row of marks, so that all else stays where it was.</summary>
    public static string Blank(string text) => Replace(text, length => new string('“', length));

    private static string Replace(string text, Func<int, string> by)
    {
        var replaced = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in Quotations(text))
        {
            replaced.Append(text, at, start - at).Append(by(end - start));
            at = end;
        }

        return replaced.Append(text, at, text.Length - at).ToString();
    }

    // Marks that are never closed are looked for once: where none follows, none follows any later place.
    private static IEnumerable<(int Start, int End)> Quotations(string text)
    {
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            if (Closing(text[at]) is not { } marks) continue;
            if (!next.TryGetValue(marks, out var close) || close <= at)
                next[marks] = close = text.AsSpan(at + 1).IndexOfAny(marks) is >= 0 and var found ? at + 1 + found : int.MaxValue;
            if (close == int.MaxValue || text[at] == '‘' && (close - at <= ShortestSingle || close + 1 < text.Length && char.IsLetter(text[close + 1]))) continue;
            yield return (at, close + 1);
            at = close;
        }
    }

    private static string? Closing(char opening) => opening switch
    {
        '"' => "\"",
        '“' => "”",
        '«' => "»",
        '„' => "“”",
        '‘' => "’",
        _ => null,
    };
}
