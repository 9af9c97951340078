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
    public static bool IsUnspaced(char sign) => sign is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF'
        or >= '\u0E00' and <= '\u0EFF';

    private static string Fold(string text, int max, bool clauses)
    {
        var source = Decomposed(text.Length > max ? text[..max] : text);
        var folded = new StringBuilder(source.Length + 2).Append(' ');
        var lineEnds = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var sign = source[i];
            if (char.IsAsciiLetterOrDigit(sign)) folded.Append(char.ToLowerInvariant(sign));
            else if (char.IsAscii(sign) || !AppendOther(folded, sign))
            {
                if (sign == '\'') continue;
                if (folded[^1] != ' ') folded.Append(' ');
                if (clauses && (EndsClause(sign) || (sign == '\n' && lineEnds > 0)) && folded.Length > 1 && folded[^2] != ClauseMark) folded.Append("| ");
            }

            lineEnds = sign == '\n' ? lineEnds + 1 : char.IsWhiteSpace(sign) ? lineEnds : 0;
        }

        if (folded[^1] != ' ') folded.Append(' ');
        return folded.ToString();
    }

    private static bool EndsClause(char sign) => sign is '.' or '!' or '?' or ',' or ';' or ':' or '(' or ')' or '*' or '[' or ']' or '。' or '、' or '，' or '！' or '？' or '–' or '—' or '…';

    // True when the sign is part of a word, or vanishes from it.
    private static bool AppendOther(StringBuilder folded, char sign)
    {
        switch (sign)
        {
            case 'ß': folded.Append("ss"); return true;
            case 'æ' or 'Æ': folded.Append("ae"); return true;
            case 'œ' or 'Œ': folded.Append("oe"); return true;
            case 'ø' or 'Ø': folded.Append('o'); return true;
            case 'ł' or 'Ł': folded.Append('l'); return true;
            case 'đ' or 'Đ': folded.Append('d'); return true;
            case 'ı': folded.Append('i'); return true;
            case '\u2019' or '\u2018' or '\u02BC' or '\u00AD' or '\u200B' or '\u200D': return true;
        }

        if (char.IsLetterOrDigit(sign) || char.IsSurrogate(sign)) folded.Append(char.ToLowerInvariant(sign));
        else if (CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) return false;
        return true;
    }

    // A lone surrogate cannot be decomposed.
    private static string Decomposed(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;
        // Korean syllables come back as they are written: the phrases they are compared with are too.
        return whole.Normalize(NormalizationForm.FormKD);
    }
}
