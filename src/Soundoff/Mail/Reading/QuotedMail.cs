namespace Soundoff.Mail.Reading;

/// <summary>
/// Finds the lines of a letter that its author did not write now: quotations, the lines that introduce them, and the whole mail that some programs leave below.
/// What stands between quotations is an answer and stays.
/// </summary>
internal static class QuotedMail
{
    // So few words above a forwarded message introduce it ("FYI", "I thought of your show"): then the forwarded message is the letter.
    private const int LongestIntroduction = 60;

    /// <summary>For each line whether it is quoted. None is, when the whole is what the author wants read.</summary>
    public static bool[] Find(List<MailLine> lines, bool isAnswer, bool isForward)
    {
        var cut = new bool[lines.Count];
        for (var i = 0; i < cut.Length; i++)
        {
            cut[i] = lines[i].IsCut;
            isAnswer |= cut[i];
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (cut[i] || lines[i].IsQuote || !LineShape.MayIntroduce(lines[i].Text)) continue;
            if (HeaderBlock.At(lines, i) is { } kind)
            {
                var start = BackOverRules(lines, i);
                if ((kind == HeaderBlockKind.Forward || isForward) && Signs(lines, cut, start) <= LongestIntroduction) return new bool[lines.Count];
                cut.AsSpan(start).Fill(true);
                break;
            }

            if (Attribution.EndingAt(lines, i) is not { } found) continue;
            var introduces = IntroducesQuote(lines, cut, i);
            if (!Holds(found.Certainty, found.HasAddress, introduces, isAnswer)) continue;
            isAnswer = true;
            if (introduces) cut.AsSpan(found.First, i + 1 - found.First).Fill(true);
            else
            {
                cut.AsSpan(BackOverRules(lines, found.First)).Fill(true);
                break;
            }
        }

        if (isAnswer) MarkQuotes(lines, cut);
        return cut;
    }

    // "On 12 May 1944 my grandfather wrote:" may well be part of a letter: only what no one writes by hand is believed without a quotation.
    private static bool Holds(Certainty certainty, bool hasAddress, bool introduces, bool isAnswer) => certainty switch
    {
        Certainty.Sure => true,
        Certainty.Likely => hasAddress ? introduces || isAnswer : introduces && isAnswer,
        _ => introduces && isAnswer,
    };

    private static bool IntroducesQuote(List<MailLine> lines, bool[] cut, int at)
    {
        for (var i = at + 1; i < lines.Count && i <= at + 4; i++)
            if (!lines[i].IsBlank) return cut[i] || lines[i].IsQuote;
        return false;
    }

    private static void MarkQuotes(List<MailLine> lines, bool[] cut)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsQuote) cut[i] = true;
            else if (i > 0 && i + 1 < lines.Count && cut[i - 1] && lines[i + 1].IsQuote && IsTornOff(lines[i - 1].Text, lines[i].Text)) cut[i] = true;
        }
    }

    // The end of a quoted line that a program wrapped without repeating the ">".
    private static bool IsTornOff(ReadOnlySpan<char> quoted, ReadOnlySpan<char> line) =>
        line.Length > 0 && quoted is ['>', ..] and { Length: >= 50 } && line.Length * 2 < quoted.Length && quoted[^1] is not ('.' or '!' or '?' or ':')
        && (char.IsLower(line[0]) || !char.IsLetter(line[0]));

    private static int BackOverRules(List<MailLine> lines, int start)
    {
        for (var i = start - 1; i >= 0; i--)
        {
            if (LineShape.IsRule(lines[i].Text)) start = i;
            else if (!lines[i].IsBlank) break;
        }

        return start;
    }

    // What the author wrote above, a signature not counted.
    private static int Signs(List<MailLine> lines, bool[] cut, int end)
    {
        var above = cut[..end];
        Signature.Find(lines[..end], above);
        var signs = 0;
        for (var i = 0; i < end; i++)
            if (!above[i]) signs += lines[i].Slice.Length;
        return signs;
    }
}
