using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Soundoff.Episodes;

namespace Soundoff.Search;

/// <summary>
/// The terms that a text is found by. <c>search.js</c> has the same rules in the same order: what either of them changes, the other must, and a test holds
/// them against each other.
/// </summary>
public static class SearchTerms
{
    /// <summary>Code points of a term at most: what is longer is found by its beginning.</summary>
    public const int Longest = 32;

    // Marks of scripts from here on are half of the word (Devanagari, Thai, kana).
    private const int FirstOfMarkedScripts = 0x900;

    private static readonly ConcurrentDictionary<int, string> Known = new();

    /// <summary>
    /// Words in small letters without accents, in order. Of scripts that write no spaces between words, pairs of neighbouring characters, and the last
    /// character of a run alone: so that one character is found as the beginning of a term wherever it stands.
    /// </summary>
    public static IEnumerable<string> In(string text)
    {
        var word = new StringBuilder(Longest);
        var length = 0;
        Rune? before = null;
        foreach (var rune in Folded(text).EnumerateRunes())
        {
            var isWord = IsWord(rune);
            var isPaired = isWord && IsPaired(rune.Value);
            if (length > 0 && (!isWord || isPaired))
            {
                yield return word.ToString();
                word.Clear();
                length = 0;
            }

            if (before is { } first) yield return isPaired ? $"{first}{rune}" : first.ToString();
            before = isPaired ? rune : null;
            if (!isWord || isPaired || length == Longest) continue;
            word.Append(rune.ToString());
            length++;
        }

        if (length > 0) yield return word.ToString();
        if (before is { } last) yield return last.ToString();
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        var letter = 0;
        foreach (var rune in EpisodeKey.Formed(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                letter = rune.Value;
                folded.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else if (IsMark(rune))
            {
                if (Keeps(letter, rune.Value)) folded.Append(rune.ToString());
            }
            else
            {
                letter = rune.Value;
                folded.Append(Known.GetOrAdd(rune.Value, static value => Fold(new Rune(value))));
            }
        }

        return folded.ToString();
    }

    private static string Fold(Rune rune)
    {
        var folded = new StringBuilder();
        var letter = 0;
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsMark(part) && !Keeps(letter, part.Value)) continue;
            if (!IsMark(part)) letter = part.Value;
            var small = Rune.ToLowerInvariant(part);
            folded.Append(small.Value switch
            {
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'ø' => "o",
                'ł' => "l",
                'đ' or 'ð' => "d",
                'þ' => "th",
                'ı' => "i",
                // A final sigma is a sigma.
                'ς' => "σ",
                _ => small.ToString(),
            });
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    // In Russian the short и is a letter of its own, while ё is often written е. What chooses between pictures of a character is no part of a word.
    private static bool Keeps(int letter, int mark) => (letter >= FirstOfMarkedScripts && mark is not (>= 0xFE00 and <= 0xFE0F)) || (mark == 0x306 && (letter is 'и' or 'И'));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Thai and Lao, Burmese, Khmer, kana and bopomofo, Han.
    private static bool IsPaired(int value) => value is >= 0xE00 and <= 0xEFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x3005 and <= 0x3007 or >= 0x3040 and <= 0x312F or >= 0x31F0 and <= 0x31FF
        or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0x20000 and <= 0x323AF;
}
