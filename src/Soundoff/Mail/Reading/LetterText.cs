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
        var texts = new List<(bool IsHtml, List<MailLine> Lines)>();
        foreach (var body in parts.Bodies)
        {
            var next = BodyLines.Of(body, parts.Files, repairs);
            var isHtml = body.Plain is null;

            // Both forms of one text, one after the other instead of as alternatives (RFC 2046 section 5.1.4).
            if (texts.Count > 0 && texts[^1].IsHtml != isHtml && SameWords.Are(texts[^1].Lines, next)) continue;
            texts.Add((isHtml, next));
        }

        foreach (var (_, next) in texts)
        {
            while (lines.Count > 0 && lines[^1].IsBlank) lines.RemoveAt(lines.Count - 1);
            if (lines.Count == 0)
            {
                lines = next;
                continue;
            }

            if (next.Count > 0) lines.Add(default);
            lines.AddRange(next);
        }

        return Of(lines, head.IsAnswer, head.IsForward);
    }

    /// <param name="lines">All lines of the message.</param>
    /// <param name="isAnswer">The message's header says that it answers another one: lines with "&gt;" are then quoted mail, not a poem.</param>
    /// <param name="isForward">Its subject says that it passes another one on.</param>
    public static LetterText Of(List<MailLine> lines, bool isAnswer, bool isForward)
    {
        var whole = JoinedLines.Of(lines);
        var cut = QuotedMail.Find(lines, isAnswer, isForward);
        Signature.Find(lines, cut);
        if (!cut.Contains(true)) return new(whole, whole, "");
        using JoinedLines kept = new(lines), quoted = new(lines);
        for (var i = 0; i < cut.Length; i++)
        {
            var (here, there) = cut[i] ? (quoted, kept) : (kept, quoted);
            here.Add(lines[i]);
            there.Skip();
        }

        return kept.ToString() is { Length: > 0 } text ? new(whole, text, quoted.ToString()) : new(whole, whole, "");
    }
}
