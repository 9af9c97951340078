using System.Text.RegularExpressions;

namespace Soundoff.Transcripts;

/// <summary>
/// Speakers written as text, <c>ANNA: Good evening.</c> They are believed only when the file uses them consistently, since "Remember: …" looks
/// the same: the first line has one, and either all have, or most of them are names that come again.
/// </summary>
internal static partial class Speakers
{
    /// <summary>Cues with their speakers taken from the text, or null when the file has none that way.</summary>
    public static IReadOnlyList<Cue>? FromPrefixes(IReadOnlyList<Cue> cues)
    {
        if (cues.Count < 2 || cues.Any(c => c.Speaker is not null)) return null;
        if (Names([.. cues.Select(c => c.Text)]) is not { Count: > 0 } names) return null;
        var named = new List<Cue>(cues.Count);
        string? speaker = null;
        foreach (var cue in cues)
        {
            var text = cue.Text;
            if (Split(text) is { } split && names.Contains(split.Name)) (speaker, text) = split;
            if (text.Length > 0) named.Add(cue with { Speaker = speaker, Text = text });
        }

        return named;
    }

    /// <summary>The names that lead texts consistently; empty when there are none.</summary>
    public static IReadOnlySet<string> Names(IReadOnlyList<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var led = 0;
        foreach (var text in texts)
        {
            if (Split(text) is not { } split) continue;
            led++;
            counts[split.Name] = counts.GetValueOrDefault(split.Name) + 1;
        }

        if (led < 2 || Split(texts[0]) is null) return new HashSet<string>();
        if (led == texts.Count) return counts.Keys.ToHashSet(StringComparer.Ordinal);
        var again = counts.Where(c => c.Value > 1).ToList();
        return again.Sum(c => c.Value) * 2 < led ? new HashSet<string>() : again.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The name a text begins with, and what is said; null when it begins otherwise.</summary>
    public static (string Name, string Text)? Split(string text)
    {
        var match = Prefix().Match(text);
        if (!match.Success) return null;
        var name = match.Groups["name"].Value;
        // A name of more than five words is a sentence with a colon in it.
        return name.Count(c => c == ' ') > 4 ? null : (name, text[match.Length..].TrimStart());
    }

    // Up to 40 characters of a name, with "Dr. Weiß", "O’Brien", "Speaker 1" and "Anna (host)"; ">>" marks a new voice in US captions.
    [GeneratedRegex(@"^(?:>>\s*)?(?<name>\p{L}[\p{L}\p{M}\p{N} .'’()_-]{0,39}?)\s?[:：](?=\s|\z|(?<=：))", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
