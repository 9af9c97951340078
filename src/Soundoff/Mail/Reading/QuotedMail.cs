namespace Soundoff.Mail.Reading;

/// <summary>
/// Finds the lines of a letter that its author did not write now: quotations, the lines that introduce them, and the whole mail that some programs leave below.
/// What stands between quotations is an answer and stays.
/// </summary>
internal static class QuotedMail
{
    // So few words above a forwarded message introduce it ("FYI", "I thought of your show"): then the forwarded message is the letter. So do more words, when it is
    // many times as long as they are.
    private const int LongestIntroduction = 60;
    private const int LongestOfLong = 400;
    private const int TimesAsLong = 3;

    private const int LongestAnnouncement = 60;

    /// <summary>For each line whether it is quoted. None is, when the whole is what the author wants read.</summary>
    /// <param name="lines">All lines of the message.</param>
    /// <param name="isAnswer">
    /// The message's header says that it answers another one. Where nothing does, neither its header nor its markup nor a line with "&gt;", only what no person
    /// writes is taken for a program's.
    /// </param>
    /// <param name="isForward">Its subject says that it passes another one on.</param>
    public static bool[] Find(List<MailLine> lines, bool isAnswer, bool isForward)
    {
        var cut = new bool[lines.Count];
        for (var i = 0; i < cut.Length; i++)
        {
            cut[i] = lines[i].IsCut;
            isAnswer |= cut[i];
        }

        // Whether the first block has been weighed against what stands above it: the others stand below that one.
        var isWeighed = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!LineShape.MayIntroduce(lines[i].Text)) continue;
            isAnswer |= !cut[i] && lines[i].IsQuote && BeginsQuote(lines, i);
            if (MayBlock(i) && HeaderBlock.At(lines, i, isAnswer || isForward) is { } kind)
            {
                var start = BackOverAnnouncement(lines, i);
                if ((kind == HeaderBlockKind.Forward || isForward) && !isWeighed && Introduces(lines, cut, start)) return new bool[lines.Count];
                isWeighed = true;
                if (cut[i]) continue;
                cut.AsSpan(start).Fill(true);
                break;
            }

            if (cut[i] || lines[i].IsQuote || Attribution.EndingAt(lines, i) is not { } found) continue;
            var introduces = IntroducesQuote(lines, cut, i);
            if (!Holds(found, introduces, isAnswer)) continue;
            isAnswer = true;
            if (introduces) cut.AsSpan(found.First, i + 1 - found.First).Fill(true);
            else
            {
                cut.AsSpan(BackOverAnnouncement(lines, found.First)).Fill(true);
                break;
            }
        }

        if (isAnswer) MarkQuotes(lines, cut);
        MarkRules(lines, cut);
        return cut;

        // Deep in quoted mail there may be forwarded mail that somebody else passed on.
        bool MayBlock(int at) => !cut[at] || (!isWeighed && (isForward || at == 0 || !cut[at - 1]));
    }

    // "On 12 May 1944 my grandfather wrote:" may well be part of a letter: in one that answers nobody only what no one writes by hand is believed without a quotation.
    private static bool Holds(Attribution found, bool introduces, bool isAnswer) => found.Certainty switch
    {
        Certainty.Sure => introduces || isAnswer || found.IsWhole,
        Certainty.Likely => found.HasAddress ? introduces || isAnswer : introduces && isAnswer,
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
        var tears = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsQuote) cut[i] = true;
            else if (i > 0 && cut[i - 1] && TornLine.Is(lines, i)) cut[i] = tears = true;
        }

        // Where a program has torn some lines it has torn the last ones too, below which the quotation ends.
        for (var i = 1; tears && i < lines.Count; i++) cut[i] |= !cut[i] && lines[i - 1].IsQuote && TornLine.IsLast(lines, i);
    }

    // Quoted mail whose attribution is quoted with it: "> On 3 May 2026 at 21:05, Anna <anna@example.org> wrote:".
    private static bool BeginsQuote(List<MailLine> lines, int at)
    {
        if (at > 0 && lines[at - 1].IsQuote) return false;
        var line = lines[at].Slice.TrimStart("> ").TrimEnd();
        return Attribution.EndingAt([new(line)], 0) is { Certainty: Certainty.Sure };
    }

    // Whatever the language: what stands in dashes above a block announces it, and so does a line with date and time right above.
    private static int BackOverAnnouncement(List<MailLine> lines, int start)
    {
        for (var i = start - 1; i >= 0; i--)
        {
            var line = lines[i].Text;
            if (LineShape.IsRule(line, 3) || !LineShape.BetweenDashes(line).IsEmpty) start = i;
            else if (i == start - 1 && line.Length is > 0 and <= LongestAnnouncement && LineShape.HasDate(line) && LineShape.HasTime(line)) start = i;
            else if (!lines[i].IsBlank) break;
        }

        return start;
    }

    // A line drawn above quoted mail belongs to it.
    private static void MarkRules(List<MailLine> lines, bool[] cut)
    {
        for (var i = cut.Length - 1; i > 0; i--)
        {
            if (!cut[i]) continue;
            var above = i - 1;
            while (above > 0 && !cut[above] && lines[above].IsBlank) above--;
            if (!cut[above] && LineShape.IsRule(lines[above].Text, 3)) cut.AsSpan(above, i - above).Fill(true);
        }
    }

    // Whether what the author wrote above says no more than that something is passed on.
    private static bool Introduces(List<MailLine> lines, bool[] cut, int start)
    {
        var above = Signs(lines, cut, start);
        if (above <= LongestIntroduction) return true;
        var below = 0;
        for (var i = start; i < lines.Count; i++) below += lines[i].Slice.Length;
        return above <= LongestOfLong && below >= TimesAsLong * above;
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
