using System.Text.RegularExpressions;
using Soundoff.Languages;

namespace Soundoff.Tests.Languages;

/// <summary>Finds words of our own that stayed in English.</summary>
internal static class EnglishWords
{
    // Pages show no sentence of the other groups.
    private static readonly string[] Shown = ["site.", "player.", "desk.", "form.", "roles."];

    /// <summary>Matches an English phrase that is none in the language too ("Trailer", "Name").</summary>
    public static Regex NotIn(string language)
    {
        var own = string.Join('\n', WordFiles.Phrases(Words.For(language).Language).Values);
        var english = WordFiles.Phrases("en").Where(phrase => Shown.Any(group => phrase.Key.StartsWith(group, StringComparison.Ordinal)))
            .Select(phrase => phrase.Value.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal).Trim())
            .Where(phrase => phrase.Length > 2 && char.IsAsciiLetter(phrase[0]) && !Regex.IsMatch(own, Whole(phrase)));
        return new(string.Join('|', english.Distinct(StringComparer.Ordinal).Select(Whole)), RegexOptions.CultureInvariant);
    }

    private static string Whole(string phrase) => $@"(?<![\w.]){Regex.Escape(phrase)}(?!\w)";
}
