namespace Soundoff.Mail.Reading;

/// <summary>The text of a message: the whole, and told apart what its author wrote now.</summary>
/// <param name="Whole">Untrimmed.</param>
/// <param name="Text">What the author wrote; the whole when nothing else is left.</param>
/// <param name="Quoted">The rest, in the order of the message.</param>
internal sealed record LetterText(string Whole, string Text, string Quoted)
{
    public static LetterText Of(MessageParts parts, MessageHead head, Repairs repairs)
    {
        List<MailLine> lines = [];
        foreach (var body in parts.Bodies)
        {
            while (lines.Count > 0 && lines[^1].IsBlank) lines.RemoveAt(lines.Count - 1);
            var next = BodyLines.Of(body, parts.Files, repairs);
            if (lines.Count == 0)
            {
                lines = next;
                continue;
            }

            if (next.Count > 0) lines.Add(new(""));
            lines.AddRange(next);
        }

        return Of(lines, head.IsAnswer, head.IsForward);
    }

    /// <param name="lines">All lines of the message.</param>
    /// <param name="isAnswer">The message's header says that it answers another one: lines with "&gt;" are then quoted mail, not a poem.</param>
    /// <param name="isForward">Its subject says that it passes another one on.</param>
    public static LetterText Of(List<MailLine> lines, bool isAnswer, bool isForward)
    {
        var whole = PlainLines.Joined(lines);
        var cut = QuotedMail.Find(lines, isAnswer, isForward);
        Signature.Find(lines, cut);
        if (!cut.Contains(true)) return new(whole, whole, "");
        var text = PlainLines.Joined(Kept(lines, cut, false));
        return text.Length == 0 ? new(whole, whole, "") : new(whole, text, PlainLines.Joined(Kept(lines, cut, true)));
    }

    // What lay between two kept passages leaves a blank line.
    private static List<MailLine> Kept(List<MailLine> lines, bool[] cut, bool those)
    {
        var kept = new List<MailLine>();
        var (gap, blank) = (false, true);
        for (var i = 0; i < lines.Count; i++)
        {
            if (cut[i] != those)
            {
                gap = true;
                continue;
            }

            if (gap && blank && lines[i].IsBlank) continue;
            if (gap && !blank && !lines[i].IsBlank) kept.Add(new(""));
            gap = false;
            blank = lines[i].IsBlank;
            kept.Add(lines[i]);
        }

        return kept;
    }
}
