namespace Soundoff.Mail.Reading;

/// <summary>A line of a message's text: a slice of it, so that a letter of many lines is held once.</summary>
/// <param name="Slice">Without its line end. White space at the end stays only on the mark of a signature, <c>-- </c>.</param>
/// <param name="IsCut">The message's own markup says that the author did not write it now: quoted mail, or a signature.</param>
internal readonly record struct MailLine(ReadOnlyMemory<char> Slice, bool IsCut = false)
{
    /// <summary>The mark that begins a signature (RFC 3676 section 4.3): the only line whose last space counts.</summary>
    public const string SignatureMark = "-- ";

    public ReadOnlySpan<char> Text => Slice.Span;

    public bool IsBlank => Slice.IsEmpty;

    /// <summary>Whether it is quoted the way text is, with a "&gt;" at its start (RFC 3676 section 4.5).</summary>
    public bool IsQuote => Text is ['>', ..] && !IsFromLine && !IsEndOfAddress;

    // Mailbox files put a ">" before a line that begins with "From ".
    private bool IsFromLine => Text.StartsWith(">From ");

    // An attribution that a program wrapped before the last sign of its address.
    private bool IsEndOfAddress => Text is ">:" or "> wrote:";
}
