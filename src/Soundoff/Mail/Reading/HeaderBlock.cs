using System.Numerics;

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
    public static HeaderBlockKind? At(List<MailLine> lines, int at)
    {
        var line = lines[at].Text;
        if (Announces(line) is { } kind) return kind;
        if (HeaderLabels.Kind(line) is not HeaderLabel.From) return BeginsOtherwise(lines, at) ? HeaderBlockKind.Answer : null;
        var seen = HeaderLabel.None;
        var others = 0;
        for (var i = at + 1; i < lines.Count && i < at + MostLines; i++)
        {
            if (lines[i].IsBlank) continue;
            var label = HeaderLabels.Kind(lines[i].Text);
            if (label is HeaderLabel.None && ++others > 3) break;
            if (label is not (HeaderLabel.None or HeaderLabel.From)) seen |= label;
        }

        return (seen & (HeaderLabel.Date | HeaderLabel.Subject)) != 0 && (seen & (seen - 1)) != 0 ? HeaderBlockKind.Answer : null;
    }

    // web.de, T-Online and old Hotmail name the author last. A person writes "Date:" too: here only lines that are fields, one below the other, make a block.
    private static bool BeginsOtherwise(List<MailLine> lines, int at)
    {
        var seen = HeaderLabel.None;
        for (var i = at; i < lines.Count && i < at + MostLines && HeaderLabels.Kind(lines[i].Text) is var label and not HeaderLabel.None; i++) seen |= label;
        return (seen & HeaderLabel.From) != 0 && BitOperations.PopCount((uint)seen) >= 3;
    }

    private static HeaderBlockKind? Announces(ReadOnlySpan<char> line)
    {
        if (line is [.., ':' or '：'] and { Length: <= 60 } && HeaderLabels.Forwards.Contains(line.TrimEnd(":： ").Trim())) return HeaderBlockKind.Forward;

        // GroupWise: ">>> Anna <anna@example.org> 05/04/26 12:00 PM >>>", and the mail below it as it was.
        if (line is ['>', '>', '>', ' ', .., '>', '>', '>'] && LineShape.HasDate(line)) return HeaderBlockKind.Answer;
        var text = LineShape.BetweenDashes(line);
        if (text.IsEmpty) return null;
        if (HeaderLabels.Originals.Contains(text)) return HeaderBlockKind.Answer;
        if (HeaderLabels.Forwards.Contains(text.TrimEnd(':'))) return HeaderBlockKind.Forward;

        // Zoho: "---- On Mon, 04 May 2026 12:00:00 +0200 Anna <anna@example.org> wrote ----". Notes: "-----Anna <anna@example.org> wrote: -----".
        return ((LineShape.HasDate(text) && LineShape.HasTime(text)) || LineShape.HasAddress(text)) && AttributionWords.Say(text) ? HeaderBlockKind.Answer : null;
    }
}
