using System.Buffers;
using System.Globalization;
using System.Text;

namespace Soundoff.Mail.Sorting;

/// <summary>
/// Text as it is compared: lower case, no accents, no punctuation, words parted by single spaces and a space at either end, so that <c>" word "</c> is found
/// wherever it stands. Apostrophes vanish: <c>don’t</c> is <c>dont</c>.
/// </summary>
internal static class FoldedText
{
    /// <summary>What stands between clauses when they are kept apart.</summary>
    public const char ClauseMark = '|';

    /// <summary>The first <paramref name="max"/> characters, folded.</summary>
    public static string Of(string text, int max = int.MaxValue) => Fold(text, max, clauses: false);

    /// <summary>The same, with a lone <see cref="ClauseMark"/> where a clause or paragraph ends.</summary>
    public static string Clauses(string text, int max) => Fold(text, max, clauses: true);

    /// <summary>Whether a character belongs to a script that writes without spaces between words.</summary>
    public static bool IsUnspaced(char sign) =>
        sign is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u0E00' and <= '\u0EFF';

    private static string Fold(string text, int max, bool clauses)
    {
        var source = Decomposed(text.Length > max ? text[..max] : text);

        // No sign becomes more than two; a clause's end becomes "| " behind a space.
        var folded = ArrayPool<char>.Shared.Rent((source.Length * 3) + 2);
        folded[0] = ' ';
        var length = 1;
        var lineEnds = 0;
        foreach (var sign in source)
        {
            if (char.IsAsciiLetterOrDigit(sign))
            {
                folded[length++] = char.ToLowerInvariant(sign);
                lineEnds = 0;
                continue;
            }

            var ending = sign == '\n' && lineEnds > 0;
            lineEnds = sign == '\n' ? lineEnds + 1 : char.IsWhiteSpace(sign) ? lineEnds : 0;
            if (sign == '\'' || (!char.IsAscii(sign) && TryFold(folded, ref length, sign))) continue;
            if (folded[length - 1] != ' ') folded[length++] = ' ';
            if (!clauses || !(ending || EndsClause(sign)) || length == 1 || folded[length - 2] == ClauseMark) continue;
            folded[length++] = ClauseMark;
            folded[length++] = ' ';
        }

        if (folded[length - 1] != ' ') folded[length++] = ' ';
        var result = new string(folded, 0, length);
        ArrayPool<char>.Shared.Return(folded);
        return result;
    }

    private static bool EndsClause(char sign) => sign is '.' or '!' or '?' or ',' or ';' or ':' or '(' or ')' or '*' or '[' or ']' or '。' or '、' or '，'
        or '！' or '？' or '–' or '—' or '…';

    // True when the sign is part of a word, or vanishes from it.
    private static bool TryFold(char[] folded, ref int length, char sign)
    {
        switch (sign)
        {
            case 'ß': Add(folded, ref length, 's', 's'); return true;
            case 'æ' or 'Æ': Add(folded, ref length, 'a', 'e'); return true;
            case 'œ' or 'Œ': Add(folded, ref length, 'o', 'e'); return true;
            case 'ø' or 'Ø': folded[length++] = 'o'; return true;
            case 'ł' or 'Ł': folded[length++] = 'l'; return true;
            case 'đ' or 'Đ': folded[length++] = 'd'; return true;
            case 'ı': folded[length++] = 'i'; return true;
            case '\u2019' or '\u2018' or '\u02BC' or '\u00AD' or '\u200B' or '\u200D': return true;
        }

        if (!char.IsLetterOrDigit(sign) && !char.IsSurrogate(sign)) return IsMark(sign);
        folded[length++] = char.ToLowerInvariant(sign);
        return true;
    }

    private static bool IsMark(char sign) =>
        CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Add(char[] folded, ref int length, char first, char second)
    {
        folded[length++] = first;
        folded[length++] = second;
    }

    // A lone surrogate cannot be decomposed.
    private static string Decomposed(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;
        // Korean syllables come back as they are written: the phrases they are compared with are too.
        return whole.Normalize(NormalizationForm.FormKD);
    }
}
