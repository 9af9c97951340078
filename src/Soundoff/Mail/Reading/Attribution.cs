namespace Soundoff.Mail.Reading;

/// <summary>How sure it is that a mail program wrote a line, and no person.</summary>
internal enum Certainty
{
    /// <summary>"Anna wrote:".</summary>
    Possible,

    /// <summary>With an address or a date.</summary>
    Likely,

    /// <summary>With date and time, and an address or "wrote".</summary>
    Sure,
}

/// <summary>The line before a quotation: "On 3 May 2026 at 21:05, Anna &lt;anna@example.org&gt; wrote:", in many languages, on one line or wrapped.</summary>
/// <param name="First">Its first line.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="HasAddress">Whether it holds a mail address.</param>
/// <param name="IsWhole">Whether it says all that programs say: who, with an address, when, and that it was written.</param>
internal readonly record struct Attribution(int First, Certainty Certainty, bool HasAddress, bool IsWhole)
{
    private const int MostLines = 4;
    private const int Longest = 400;
    private const int LongestPlain = 80;

    /// <summary>The attribution whose last line this is; null when it ends none.</summary>
    public static Attribution? EndingAt(List<MailLine> lines, int last)
    {
        if (lines[last].Text.TrimEnd("* ]") is not [.., ':' or '：']) return WithoutColon(lines[last].Text, last);
        var text = "";
        Attribution? plain = null;
        for (var first = last; first >= 0 && last - first < MostLines; first--)
        {
            var line = lines[first];
            if (line.IsBlank || line.IsCut || line.IsQuote) break;
            text = first == last ? line.Text.ToString() : $"{line.Text.Trim()} {text}";
            if (text.Length > Longest) break;
            if (Judge(text) is not { } found) continue;
            var here = found with { First = first };
            if (AttributionWords.BeginWith(line.Text) && !IsTorn(text)) return Extended(lines, here);

            // Languages that put the name first: the fewest lines that make one.
            if (plain is null || found.Certainty > plain.Value.Certainty || IsGoingOn(lines[plain.Value.First].Text) || IsGoingOn(lines, first)) plain = here;
        }

        return plain;
    }

    // Some forget the colon: then it must be whole, and say so at its end.
    private static Attribution? WithoutColon(ReadOnlySpan<char> line, int at) =>
        line.Length <= Longest && AttributionWords.BeginWith(line) && AttributionWords.EndWith(line) && Judge(line) is { IsWhole: true } found
            ? found with { First = at }
            : null;

    // "On Mon, May 4," / "2026 at 12:00 Anna <anna@example.org> wrote:" - a number or an "at" begins the second line, but not the attribution.
    private static Attribution Extended(List<MailLine> lines, Attribution found)
    {
        if (found.First == 0 || (!char.IsAsciiDigit(lines[found.First].Text.TrimStart()[0]) && found.Certainty is Certainty.Sure)) return found;
        var before = lines[found.First - 1];
        return before is { IsBlank: false, IsCut: false, IsQuote: false } && before.Text.Length <= LongestPlain && AttributionWords.BeginWith(before.Text)
            && before.Text.TrimEnd()[^1] is not ('.' or '!' or '?')
            ? found with { First = found.First - 1 }
            : found;
    }

    // The beginning lies in the line above.
    private static bool IsGoingOn(ReadOnlySpan<char> line) => line.TrimStart() is ['<' or '(' or '[', ..];

    // The line above ended in the midst of an address: "Some One <".
    private static bool IsGoingOn(List<MailLine> lines, int first) => first + 1 < lines.Count && lines[first].Text.TrimEnd() is [.., '<' or '(' or '['];

    // The end of an address without its beginning.
    private static bool IsTorn(ReadOnlySpan<char> text) => text.IndexOfAny('<', '>') is >= 0 and var first && text[first] == '>';

    private static Attribution? Judge(ReadOnlySpan<char> text)
    {
        var hasAddress = LineShape.HasAddress(text);
        var hasDate = LineShape.HasDate(text);
        var verb = AttributionWords.Find(text);
        var says = verb >= 0;
        if (!says && !(hasDate && hasAddress)) return null;
        if (AttributionProse.Is(text, MostSmall(text, verb))) return null;

        // What stands behind the verb is a date or a name, and with a name that is written small nothing is sure.
        if (says && !LineShape.HasAddress(text[verb..]) && AttributionProse.Is(text[verb..], 0)) return text.Length <= Longest ? new(0, Certainty.Possible, hasAddress, false) : null;
        if (hasDate && LineShape.HasTime(text) && (hasAddress || AttributionProse.Names(text))) return new(0, Certainty.Sure, hasAddress, hasAddress && says);
        if (!says) return null;
        if (hasAddress || hasDate) return new(0, Certainty.Likely, hasAddress, false);
        return text.Length <= LongestPlain ? new(0, Certainty.Possible, false, false) : null;
    }

    // How many words of a name may be written small: none without a verb ("3 May 2026, 21:05 Anna <anna@example.org>:"), unless an address ends the line; the name of
    // a whole show where an address and the verb follow it.
    private static int MostSmall(ReadOnlySpan<char> text, int verb)
    {
        if (verb < 0) return text.TrimEnd(":： *]") is [.., '>' or ')'] ? 2 : 0;
        var close = text[..verb].LastIndexOfAny('>', ')');
        return close > 0 && LineShape.HasAddress(text[..close]) && AttributionWords.IsVerbAlone(text[(close + 1)..verb]) ? 6 : 2;
    }
}
