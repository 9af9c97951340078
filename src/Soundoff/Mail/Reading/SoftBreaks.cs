using MimeKit;
using MimeKit.IO;
using MimeKit.IO.Filters;

namespace Soundoff.Mail.Reading;

/// <summary>
/// Opens quoted-printable content in which relays have put spaces behind the "=" that joins two lines: they are no part of it (RFC 2045 section 6.7, rule 3), and
/// a decoder that takes them for one leaves the "=" and the line end in the text.
/// </summary>
internal static class SoftBreaks
{
    // Read twice, so only what may be a letter.
    private const int Largest = 4 * MailLimits.TextBytes;

    public static Stream Open(IMimeContent content)
    {
        if (content.Encoding is not ContentEncoding.QuotedPrintable || content.Stream is not { Length: <= Largest }) return content.Open();
        using var written = new MemoryStream();
        content.WriteTo(written);
        var bytes = written.GetBuffer().AsSpan(0, (int)written.Length);
        var mended = new MemoryStream(bytes.Length);
        for (var rest = (ReadOnlySpan<byte>)bytes; !rest.IsEmpty;)
        {
            var sign = rest.IndexOf((byte)'=') + 1;
            if (sign == 0) sign = rest.Length;
            mended.Write(rest[..sign]);
            rest = rest[sign..];
            var spaces = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
            if (spaces > 0 && rest[spaces] is (byte)'\r' or (byte)'\n') rest = rest[spaces..];
        }

        mended.Position = 0;
        var decoded = new FilteredStream(mended);
        decoded.Add(DecoderFilter.Create(ContentEncoding.QuotedPrintable));
        return decoded;
    }
}
