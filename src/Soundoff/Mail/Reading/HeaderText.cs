using System.Text;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Decodes header fields: RFC 2047 words, broken ones too, raw UTF-8 (RFC 6531), and raw bytes in charsets that nobody named.</summary>
internal static class HeaderText
{
    /// <summary>The value on one line, at most <see cref="MailLimits.FieldSigns"/> characters.</summary>
    public static string Decode(Header header, Repairs repairs)
    {
        var raw = header.RawValue.AsSpan();
        if (raw.Length > 2 * MailLimits.FieldSigns) raw = raw[..(2 * MailLimits.FieldSigns)];
        if (Ascii.IsValid(raw))
            return raw.IndexOf("=?"u8) < 0 ? Unfolded(raw) : OneLine(EncodedWords.Decode(Unfolded(raw), repairs), MailLimits.FieldSigns);
        var text = Raw(raw, header.Field, repairs);
        return OneLine(text.Contains("=?", StringComparison.Ordinal) ? EncodedWords.Decode(text, repairs) : text, MailLimits.FieldSigns);
    }

    /// <summary>Bytes above ASCII: UTF-8, or what they look like.</summary>
    public static string Raw(ReadOnlySpan<byte> raw, string field, Repairs repairs)
    {
        var guess = CharsetGuess.Of(raw);
        if (guess.CodePage != Encoding.UTF8.CodePage) repairs.Add($"The field {field} holds bytes of no named charset; they were read as {guess.WebName}.");
        return guess.GetString(raw).ReplaceLineEndings("").Trim();
    }

    /// <summary>Without control characters and signs that reorder text, white space folded, and not longer than asked.</summary>
    public static string OneLine(string value, int most)
    {
        var line = new StringBuilder(Math.Min(value.Length, most));
        var space = false;
        for (var i = 0; i < value.Length; i++)
        {
            var sign = value[i];
            if (char.IsWhiteSpace(sign) || char.IsControl(sign))
            {
                space = line.Length > 0;
                continue;
            }

            var pair = char.IsHighSurrogate(sign) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (Signs.IsUnwanted(sign) || (char.IsSurrogate(sign) && !pair)) continue;
            if (line.Length + 3 > most) break;
            if (space) line.Append(' ');
            space = false;
            line.Append(sign);
            if (pair) line.Append(value[++i]);
        }

        return line.ToString();
    }

    private static string Unfolded(ReadOnlySpan<byte> raw)
    {
        raw = raw.Trim(" \t\r\n"u8);
        if (raw.Length > MailLimits.FieldSigns) raw = raw[..MailLimits.FieldSigns];
        if (!raw.ContainsAnyInRange((byte)0, (byte)31) && !raw.Contains((byte)127)) return Encoding.ASCII.GetString(raw);
        Span<char> line = raw.Length <= 1024 ? stackalloc char[1024] : new char[raw.Length];
        var length = 0;
        foreach (var b in raw)
        {
            if (b is (byte)'\r' or (byte)'\n') continue;
            line[length++] = b is < 32 or 127 ? ' ' : (char)b;
        }

        return new(line[..length]);
    }
}
