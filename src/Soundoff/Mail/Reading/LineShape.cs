using System.Buffers;
using System.Globalization;

namespace Soundoff.Mail.Reading;

/// <summary>Reads from a line's signs what it is, without regular expressions: hostile lines cost no more than their length.</summary>
internal static class LineShape
{
    private const string RuleSigns = "-_=*~─—–━‐‑―";

    private static readonly SearchValues<char> RuleValues = SearchValues.Create(RuleSigns);

    /// <summary>Whether a program's words about other mail may stand in it: all of these have a colon, or begin with dashes. Most lines of a letter do neither.</summary>
    public static bool MayIntroduce(ReadOnlySpan<char> line) => line.ContainsAny(':', '：') || (line.TrimStart() is [var first, ..] && RuleValues.Contains(first));

    /// <summary>A line of nothing but dashes, underscores and the like.</summary>
    /// <param name="line">The line.</param>
    /// <param name="least">So many of them at least.</param>
    public static bool IsRule(ReadOnlySpan<char> line, int least = 5)
    {
        var text = line.Trim();
        return text.Length >= least && !text.ContainsAnyExcept(RuleValues);
    }

    /// <summary>What stands between two rows of dashes: <c>Original Message</c>; nothing when the line is no such thing.</summary>
    public static ReadOnlySpan<char> BetweenDashes(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        if (text.Length is < 6 or > 200 || !RuleSigns.Contains(text[0]) || !RuleSigns.Contains(text[1])) return default;
        return text.Trim(RuleSigns).Trim();
    }

    /// <summary>A time of day: <c>9:05</c>, <c>21.30</c>, <c>14h00</c>, in any script's digits.</summary>
    public static bool HasTime(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is not (':' or '.' or 'h' or '：' or '時' or '时') || !char.IsDigit(text[i - 1]) || !char.IsDigit(text[i + 1]) || !char.IsDigit(text[i + 2])) continue;
            var start = i - (i > 1 && char.IsDigit(text[i - 2]) ? 2 : 1);
            if (start > 0 && (char.IsDigit(text[start - 1]) || (text[start - 1] is '.' or '/' or '-' && start > 1 && char.IsDigit(text[start - 2])))) continue;
            if (i + 3 >= text.Length || !(char.IsDigit(text[i + 3]) || (text[i] == '.' && text[i + 3] == '.'))) return true;
        }

        return false;
    }

    /// <summary>A date with its year, of those in which there was mail: four digits from 1990 on, or three numbers with dots, dashes or slashes between.</summary>
    public static bool HasDate(ReadOnlySpan<char> text)
    {
        var numbers = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsDigit(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && char.IsDigit(text[end])) end++;
            if (end - i == 4 && IsYear(text[i..end])) return true;
            numbers = end - i > 2 ? 0 : numbers > 0 && text[i - 1] is '.' or '/' or '-' && i > 1 && char.IsDigit(text[i - 2]) ? numbers + 1 : 1;
            if (numbers == 3) return true;
            i = end;
        }

        return false;
    }

    /// <summary>A mail address, however it is bracketed.</summary>
    public static bool HasAddress(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('@'); at >= 0 && at + 2 < text.Length;)
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]) && text[(at + 1)..].IndexOfAny('.', ' ') is > 0) return true;
            var next = text[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> digits)
    {
        var year = 0;
        foreach (var digit in digits) year = year * 10 + CharUnicodeInfo.GetDecimalDigitValue(digit);
        return year is >= 1990 and < 2100;
    }
}
