namespace Soundoff.Mail.Reading;

/// <summary>A line of a message's text.</summary>
/// <param name="Text">Without its line end. White space at the end stays only on the mark of a signature, <c>-- </c>.</param>
/// <param name="IsCut">The message's own markup says that the author did not write it now: quoted mail, or a signature.</param>
internal readonly record struct MailLine(string Text, bool IsCut = false)
{
    public bool IsBlank => Text.Length == 0;

    /// <summary>Whether it is quoted the way text is, with a "&gt;" at its start (RFC 3676 section 4.5).</summary>
    public bool IsQuote => Text.Length > 0 && Text[0] == '>' && !IsFromLine;

    // Mailbox files put a ">" before a line that begins with "From ".
    private bool IsFromLine => Text.StartsWith(">From ", StringComparison.Ordinal);
}
