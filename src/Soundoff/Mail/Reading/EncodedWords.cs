using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>
/// RFC 2047 words, read as leniently as mail programs write them: inside quotation marks, with spaces in them, without their end, cut in the middle of a
/// character, in charsets that do not exist.
/// </summary>
internal static class EncodedWords
{
    public static string Decode(string text, Repairs repairs)
    {
        var decoded = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        var charset = "";
        var at = 0;
        while (at < text.Length)
        {
            if (Next(text, at) is not { } word)
            {
                Flush();
                decoded.Append(text, at, text.Length - at);
                break;
            }

            // White space between two words is no part of the text (section 6.2); neighbours in one charset may share a character.
            var between = text.AsSpan(at, word.Start - at);
            if (bytes.Count == 0 || !between.IsWhiteSpace())
            {
                Flush();
                decoded.Append(between);
            }
            else if (!word.Charset.Equals(charset, StringComparison.OrdinalIgnoreCase)) Flush();

            charset = word.Charset;
            bytes.AddRange(word.Bytes);
            at = word.End;
        }

        Flush();
        return decoded.ToString();

        void Flush()
        {
            if (bytes.Count > 0) decoded.Append(TextCharset.Decode([.. bytes], charset, repairs));
            bytes.Clear();
        }
    }

    private static (int Start, int End, string Charset, byte[] Bytes)? Next(string text, int at)
    {
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0) return null;
            at = start + 2;
            var charsetEnd = text.AsSpan(at, Math.Min(60, text.Length - at)).IndexOf('?');
            if (charsetEnd <= 0) continue;
            charsetEnd += at;
            if (charsetEnd + 2 >= text.Length || text[charsetEnd + 2] != '?') continue;
            var kind = char.ToUpperInvariant(text[charsetEnd + 1]);
            if (kind is not ('B' or 'Q')) continue;
            var from = charsetEnd + 3;
            var (until, end) = Limits(text, from, kind);

            // RFC 2231 section 5 lets a language follow the charset.
            var charset = text[at..charsetEnd].Split('*')[0];
            return (start, end, charset, kind == 'B' ? Base64(text.AsSpan(from, until - from)) : Quoted(text.AsSpan(from, until - from)));
        }

        return null;
    }

    // The end mark, else (it was lost) the next word's beginning or the next space.
    private static (int Until, int End) Limits(string text, int from, char kind)
    {
        var mark = text.IndexOf("?=", from, StringComparison.Ordinal);
        var next = text.IndexOf("=?", from, StringComparison.Ordinal);

        // In "=?utf-8?Q?=41?=" the text's own "=" follows the mark before it: a word that begins before the end mark has a charset behind it.
        if (mark >= 0 && (next < 0 || next > mark || next + 1 == mark)) return (mark, mark + 2);
        if (next >= 0) return (next, next);
        var space = text.AsSpan(from).IndexOfAny(" \t");
        var end = kind == 'Q' || space < 0 ? text.Length : from + space;
        return (end, end);
    }

    private static byte[] Base64(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        var bits = 0;
        var count = 0;
        foreach (var sign in text)
        {
            var value = sign switch
            {
                >= 'A' and <= 'Z' => sign - 'A',
                >= 'a' and <= 'z' => sign - 'a' + 26,
                >= '0' and <= '9' => sign - '0' + 52,
                '+' or '-' => 62,
                '/' or '_' => 63,
                _ => -1,
            };
            if (value < 0) continue;
            bits = (bits << 6 | value) & 0xFFFFFF;
            count += 6;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }

    private static byte[] Quoted(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Slice(i + 1, 2).ToString(), 16));
                i += 2;
            }
            else if (text[i] == '_') bytes.Add((byte)' ');
            else if (text[i] < 128) bytes.Add((byte)text[i]);
            else bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
        }

        return [.. bytes];
    }
}
