using System.Buffers;

namespace Soundoff.Mail.Sorting;

/// <summary>Phrases that are looked for in <see cref="FoldedText"/>, all at once. They begin at the beginning of a word; the last word may go on.</summary>
internal sealed class Phrases
{
    private readonly string[] phrases;
    private readonly SearchValues<string> search;

    public Phrases(params string[] phrases)
    {
        this.phrases = [.. phrases.Select(Folded).Order(StringComparer.Ordinal)];
        search = SearchValues.Create(this.phrases, StringComparison.Ordinal);
    }

    /// <summary>Whether any of them stands in the text.</summary>
    public bool StandIn(string folded) => folded.AsSpan().ContainsAny(search);

    /// <summary>Whether the text begins with one of them.</summary>
    public bool Begin(string folded) => Array.Exists(phrases, p => folded.AsSpan().TrimStart().StartsWith(p.AsSpan().TrimStart(), StringComparison.Ordinal));

    /// <summary>Where one of them stands at or after <paramref name="from"/>, and which: the longest there. -1 when none does.</summary>
    public (int At, string Phrase) Find(string folded, int from = 0)
    {
        var at = folded.AsSpan(from).IndexOfAny(search);
        if (at < 0) return (-1, "");
        var rest = folded.AsMemory(from + at);
        return (from + at, phrases.Where(p => rest.Span.StartsWith(p, StringComparison.Ordinal)).MaxBy(p => p.Length)!);
    }

    // In scripts without spaces a phrase may begin anywhere.
    private static string Folded(string phrase)
    {
        var folded = FoldedText.Of(phrase).TrimEnd();
        return folded.Length > 1 && FoldedText.IsUnspaced(folded[1]) ? folded[1..] : folded;
    }
}
