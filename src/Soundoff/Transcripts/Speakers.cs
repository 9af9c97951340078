using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Transcripts;

/// <summary>
/// Speakers written as text, <c>ANNA: Good evening.</c> They are believed only when the file uses them consistently, since "Remember: …" looks
/// the same: the first text has one, and either all have; or most have, and some name comes again; or most of the names that stand there come again.
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
        var again = counts.Where(c => c.Value > 1).ToList();
        // Where two texts in three have a name, a voice that speaks once is a voice too.
        if (led == texts.Count || led * 3 >= texts.Count * 2 && again.Count > 0) return counts.Keys.ToHashSet(StringComparer.Ordinal);
        return again.Sum(c => c.Value) * 2 < led ? new HashSet<string>() : again.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The name a text begins with, and what is said; null when it begins otherwise.</summary>
    public static (string Name, string Text)? Split(string text)
    {
        var match = Prefix().Match(text);
        if (!match.Success) return null;
        var name = match.Groups["name"].Value.TrimEnd();
        return IsName(name) ? (name, text[match.Length..].TrimStart()) : null;
    }

    // "There are two stars: …" is a sentence with a colon in it; names are shorter, or end in a word that is no common one.
    private static bool IsName(string name) => name.Count(c => c == ' ') switch
    {
        < 2 => true,
        > 4 => false,
        _ => !char.IsLower(name[name.LastIndexOf(' ') + 1]),
    };

    // Up to 40 characters of a name, with "Dr. Weiß", "O’Brien", "Speaker 1" and "Anna (host)"; ">>" marks a new voice in US captions.
    [GeneratedRegex(@"^(?:>>\s*)?(?<name>\p{L}[\p{L}\p{M}\p{N} .'’()_-]{0,39}?)\s?(?::(?:\s|\z)|：)", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Prefix();
}
