namespace Soundoff.Mail.Reading;

/// <summary>What a block of headers in the text says of the mail below it.</summary>
internal enum HeaderBlockKind
{
    /// <summary>It is being answered, or nothing says otherwise.</summary>
    Answer,

    /// <summary>It is being passed on.</summary>
    Forward,
}

/// <summary>
/// The block that Outlook and its kin put above the mail they answer (From, Sent, To, Subject), and the lines between dashes ("Original Message") that
/// announce whole mails.
/// </summary>
internal static class HeaderBlock
{
    // From, Sent, To, Cc, Bcc, Subject, Importance, Attachments - some of them wrapped.
    private const int MostLines = 14;

    /// <summary>The kind of block that begins at this line; null when none does.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="at">The line.</param>
    /// <param name="isAnswer">Whether the message answers or passes on another: only then a block without an announcement above it is one.</param>
    public static HeaderBlockKind? At(List<MailLine> lines, int at, bool isAnswer)
    {
        var line = Unquoted(lines[at]);
        if (Announces(line) is { } kind) return isAnswer || IsBorneOut(lines, at + 1) ? kind : null;
        return isAnswer && IsBlock(lines, at) ? HeaderBlockKind.Answer : null;
    }

    // "--- Original message ---" is a line that people can write, too: a block of headers or a quotation must follow it.
    private static bool IsBorneOut(List<MailLine> lines, int from)
    {
        while (from < lines.Count && lines[from].IsBlank) from++;
        return from < lines.Count && (lines[from].IsCut || lines[from].IsQuote || IsBlock(lines, from) || IsWhole(lines[from - 1].Text));
    }

    // Outlook names the author first, web.de, T-Online and old Hotmail name the author last: then only lines that are fields, one below the other, make a block.
    private static bool IsBlock(List<MailLine> lines, int at)
    {
        if (HeaderLabels.Kind(Unquoted(lines[at])) is not (not HeaderLabel.None and var first)) return false;
        var fields = new HeaderFields();
        var others = 0;
        for (var i = at; i < lines.Count && i < at + MostLines; i++)
        {
            if (lines[i].IsBlank && first is HeaderLabel.From) continue;
            var line = Unquoted(lines[i]);
            var label = HeaderLabels.Kind(line);
            if (label is HeaderLabel.None && (first is not HeaderLabel.From || ++others > 3)) break;
            if (label is not HeaderLabel.None && !(label is HeaderLabel.From && i > at && first is HeaderLabel.From)) fields.Add(label, HeaderLabels.Value(line), i + 1 < lines.Count ? Unquoted(lines[i + 1]) : default);
        }

        return fields.AreOfMail && (first is HeaderLabel.From || fields.Count >= 3);
    }

    private static ReadOnlySpan<char> Unquoted(MailLine line) => line.IsCut ? line.Text.TrimStart("> ") : line.Text;

    private static HeaderBlockKind? Announces(ReadOnlySpan<char> line)
    {
        if (line is [.., ':' or '：'] and { Length: <= 60 } && HeaderLabels.Forwards.Contains(line.TrimEnd(":： ").Trim())) return HeaderBlockKind.Forward;

        // GroupWise: ">>> Anna <anna@example.org> 05/04/26 12:00 PM >>>", and the mail below it as it was.
        if (line is ['>', '>', '>', ' ', .., '>', '>', '>'] && LineShape.HasDate(line)) return HeaderBlockKind.Answer;
        var text = LineShape.BetweenDashes(line);
        if (text.IsEmpty) return null;
        if (HeaderLabels.Originals.Contains(text)) return HeaderBlockKind.Answer;
        if (HeaderLabels.Forwards.Contains(text.TrimEnd(':'))) return HeaderBlockKind.Forward;

        return IsWhole(line) ? HeaderBlockKind.Answer : null;
    }

    // Zoho: "---- On Mon, 04 May 2026 12:00:00 +0200 Anna <anna@example.org> wrote ----". Notes: "-----Anna <anna@example.org> wrote: -----".
    private static bool IsWhole(ReadOnlySpan<char> line)
    {
        var text = LineShape.BetweenDashes(line);
        return LineShape.HasAddress(text) && AttributionWords.Say(text) && !AttributionProse.Is(text);
    }
}
