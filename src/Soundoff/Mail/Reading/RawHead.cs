namespace Soundoff.Mail.Reading;

/// <summary>Looks at the first lines of a message before anything is parsed.</summary>
internal static class RawHead
{
    // Lines of rubbish that may stand before the first field.
    private const int LostLines = 5;

    /// <summary>The message without what transports put before it: byte order mark, blank lines, the envelope line of a mailbox file, one broken line.</summary>
    public static ReadOnlyMemory<byte> Start(ReadOnlyMemory<byte> raw)
    {
        if (raw.Span.StartsWith("\uFEFF"u8)) raw = raw[3..];
        raw = raw[BlankLines(raw.Span)..];
        if (raw.Span.StartsWith("From "u8) || raw.Span.StartsWith(">From "u8)) raw = raw[Line(raw.Span)..];
        var rest = raw;
        for (var lines = 0; lines < LostLines && !rest.IsEmpty; lines++)
        {
            if (BeginsWithField(rest.Span)) return lines == 0 || BeginsWithKnownField(rest.Span) ? rest : raw;
            rest = rest[Line(rest.Span)..];
        }

        return raw;
    }

    /// <summary>Whether the first line is a field: visible ASCII without spaces, then a colon (RFC 5322 section 2.2).</summary>
    public static bool BeginsWithField(ReadOnlySpan<byte> raw)
    {
        var name = raw[..Math.Min(raw.Length, 78)].IndexOf((byte)':');
        return name > 0 && !raw[..name].TrimEnd((byte)' ').ContainsAnyExceptInRange((byte)33, (byte)126);
    }

    /// <summary>The message with fields beyond the limit taken out of its head.</summary>
    public static ReadOnlyMemory<byte> Shortened(ReadOnlyMemory<byte> raw, Repairs repairs)
    {
        if (raw.Length <= MailLimits.HeadBytes) return raw;
        var span = raw.Span;
        var end = End(span);
        if (end <= MailLimits.HeadBytes) return raw;
        repairs.Add("The header is longer than any letter's; the rest of it was left out.");
        var cut = span[..MailLimits.HeadBytes].LastIndexOf((byte)'\n') + 1;
        return (byte[])[.. span[..cut], .. span[end..]];
    }

    private static bool BeginsWithKnownField(ReadOnlySpan<byte> raw) =>
        raw.StartsWith("Received:"u8) || raw.StartsWith("From:"u8) || raw.StartsWith("Return-Path:"u8) || raw.StartsWith("Date:"u8) || raw.StartsWith("MIME-Version:"u8)
        || raw.StartsWith("Subject:"u8) || raw.StartsWith("To:"u8) || raw.StartsWith("Message-ID:"u8) || raw.StartsWith("Content-Type:"u8) || raw.StartsWith("X-"u8);

    private static int BlankLines(ReadOnlySpan<byte> raw)
    {
        var text = raw.IndexOfAnyExcept("\r\n \t"u8);
        return text < 0 ? raw.Length : raw[..text].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
    }

    private static int Line(ReadOnlySpan<byte> raw)
    {
        var end = raw.IndexOf((byte)'\n');
        return end < 0 ? raw.Length : end + 1;
    }

    // Where the blank line begins, or the message ends.
    private static int End(ReadOnlySpan<byte> raw)
    {
        var wide = raw.IndexOf("\n\r\n"u8);
        var narrow = (wide < 0 ? raw : raw[..wide]).IndexOf("\n\n"u8);
        return narrow >= 0 ? narrow + 1 : wide >= 0 ? wide + 1 : raw.Length;
    }
}
