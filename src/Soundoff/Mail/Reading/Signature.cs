namespace Soundoff.Mail.Reading;

/// <summary>Finds signatures at the end of what an author wrote: before a quotation, and at the end of the letter.</summary>
internal static class Signature
{
    // Longer than this it is a letter with dashes in it.
    private const int MostLines = 20;

    // "--" without the space after it is a signature only when little follows: many people draw lines so.
    private const int MostPlainLines = 8;
    private const int MostPlainSigns = 300;

    /// <summary>Marks the lines of signatures as cut.</summary>
    public static void Find(List<MailLine> lines, bool[] cut)
    {
        for (var start = 0; start < cut.Length;)
        {
            if (cut[start])
            {
                start++;
                continue;
            }

            var end = start;
            while (end < cut.Length && !cut[end]) end++;
            for (var last = end; Start(lines, start, last) is { } found && found < last; last = found) cut.AsSpan(found, last - found).Fill(true);
            start = end;
        }
    }

    // The first line of the last signature between two lines; null when there is none.
    private static int? Start(List<MailLine> lines, int from, int to)
    {
        while (to > from && lines[to - 1].IsBlank) to--;
        if (to == from) return null;
        return Dashes(lines, from, to) ?? Notice(lines, from, to) ?? Device(lines, from, to);
    }

    // The link that a program names itself with may have a line of its own.
    private static int? Device(List<MailLine> lines, int from, int to)
    {
        if (DeviceSignature.Is(lines[to - 1].Text)) return to - 1;
        return to - from > 1 && DeviceSignature.IsLink(lines[to - 1].Text) && DeviceSignature.Is(lines[to - 2].Text) ? to - 2 : null;
    }

    private static int? Dashes(List<MailLine> lines, int from, int to)
    {
        for (var i = to - 1; i >= from && to - i <= MostLines + 1; i--)
        {
            if (lines[i].Text is MailLine.SignatureMark) return i;
            if (lines[i].Text is not ("--" or "—" or "––")) continue;
            return IsShort(lines, i + 1, to) && !Drawn(lines, from, i) && (i == from || i > from && to - i > 1) ? i : null;
        }

        return null;
    }

    private static bool IsShort(List<MailLine> lines, int from, int to)
    {
        var signs = 0;
        for (var i = from; i < to; i++) signs += lines[i].Slice.Length;
        return to - from <= MostPlainLines && signs <= MostPlainSigns;
    }

    private static bool Drawn(List<MailLine> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (lines[i].Text is "--" or "—" or "––") return true;
        return false;
    }

    // What lawyers and virus scanners add, when it stands behind a line.
    private static int? Notice(List<MailLine> lines, int from, int to)
    {
        for (var i = to - 1; i > from && to - i <= MostLines + 10; i--)
        {
            if (!LineShape.IsRule(lines[i].Text)) continue;
            for (var j = i + 1; j < to; j++)
                if (NoticeWords.Speak(lines[j].Text)) return i;
        }

        return null;
    }
}
