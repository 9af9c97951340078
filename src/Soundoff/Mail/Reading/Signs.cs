using System.Buffers;

namespace Soundoff.Mail.Reading;

/// <summary>Characters that have no place in what people read of a message.</summary>
internal static class Signs
{
    // Zero width spaces, soft hyphens and the joiner that newsletters fill their previews with; marks that turn the direction of all text that follows. The marks
    // for single words (U+200E, U+200F, U+061C) and the joiners of scripts and emoji (U+200C, U+200D) stay.
    private const string Invisible = "\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
        + "\u206A\u206B\u206C\u206D\u206E\u206F\u3164\uFEFF\uFFF9\uFFFA\uFFFB\uFFFE\uFFFF";

    /// <summary>Signs for which a line must be looked at more closely: the above, controls, and spaces of odd widths.</summary>
    public static readonly SearchValues<char> Odd = SearchValues.Create(Invisible + Controls + "\u00A0\u202F\u2007");

    /// <summary>The same for a whole text, in which tabs and line ends are nothing odd.</summary>
    public static readonly SearchValues<char> OddInText = SearchValues.Create((Invisible + Controls + "\u00A0\u202F\u2007").Replace("\t", "").Replace("\r", ""));

    /// <summary>All that is neither part of a word nor the space between two.</summary>
    public static readonly SearchValues<char> NotOfWords = SearchValues.Create(Invisible + Controls + "\n\u00A0\u202F\u2007");

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(Invisible);

    private static string Controls => string.Concat(Enumerable.Range(0, 32).Where(c => c != '\n').Concat(Enumerable.Range(127, 33)).Select(c => (char)c));

    public static bool IsUnwanted(char sign) => sign >= '\u00AD' && Unwanted.Contains(sign);
}
