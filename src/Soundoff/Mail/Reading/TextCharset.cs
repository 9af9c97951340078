using System.Collections.Frozen;
using System.Text;
using System.Text.Unicode;

namespace Soundoff.Mail.Reading;

/// <summary>Decodes text by the charset it names, unless the bytes plainly say otherwise.</summary>
internal static class TextCharset
{
    // Names that mail programs made up, and the charset that is meant. ISO-8859-1 means Windows-1252 on the web (WHATWG Encoding), and in mail.
    private static readonly FrozenDictionary<string, string> Meant = new Dictionary<string, string>
    {
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["cp-1252"] = "windows-1252",
        ["win-1252"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["8859_1"] = "windows-1252",
        ["iso-8859-8-i"] = "iso-8859-8",
        ["iso-8859-8-e"] = "iso-8859-8",
        ["iso-8859-9"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["cp1250"] = "windows-1250",
        ["cp1251"] = "windows-1251",
        ["cp-1251"] = "windows-1251",
        ["win-1251"] = "windows-1251",
        ["cp1255"] = "windows-1255",
        ["cp1256"] = "windows-1256",
        ["koi8r"] = "koi8-r",
        ["cp866"] = "cp866",
        ["ibm866"] = "cp866",
        ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["cp51932"] = "euc-jp",
        ["iso-2022-jp-1"] = "iso-2022-jp",
        ["iso-2022-jp-ms"] = "iso-2022-jp",
        ["cp50220"] = "iso-2022-jp",
        ["cp949"] = "ks_c_5601-1987",
        ["uhc"] = "ks_c_5601-1987",
        ["euc-kr"] = "ks_c_5601-1987",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["big5-hkscs"] = "big5",
        ["cp950"] = "big5",
        ["utf8"] = "utf-8",
        ["utf-8mb4"] = "utf-8",
        ["utf8mb4"] = "utf-8",
        ["utf_8"] = "utf-8",
        ["unicode"] = "utf-16",
        ["ucs-2"] = "utf-16",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of the bytes; what had to be guessed is said. An empty or missing name means that none was given.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, Repairs repairs)
    {
        charset = charset?.Trim(' ', '"', '\'');
        if (Ascii.IsValid(bytes) && !bytes.Contains((byte)0x1B) && !IsSevenBitOfItsOwn(charset)) return Encoding.ASCII.GetString(bytes);
        if (bytes.StartsWith("\uFEFF"u8)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]);
        var named = string.IsNullOrEmpty(charset) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) ? null : Find(charset);
        if (named is null)
        {
            var guess = CharsetGuess.Of(bytes);
            if (!string.IsNullOrEmpty(charset) || guess.CodePage != Encoding.UTF8.CodePage)
                repairs.Add(string.IsNullOrEmpty(charset) ? $"The text names no charset; it was read as {guess.WebName}." : $"The text is not in the charset it names ({Shown(charset)}); it was read as {guess.WebName}.");
            return guess.GetString(bytes);
        }

        if (IsDamaged(bytes, named))
        {
            var guess = CharsetGuess.Of(bytes);
            if (guess.CodePage != named.CodePage) repairs.Add($"The text is not in the charset it names ({Shown(charset!)}); it was read as {guess.WebName}.");
            return guess.GetString(bytes);
        }

        return named.GetString(bytes);
    }

    private static Encoding? Find(string charset)
    {
        var name = Meant.GetValueOrDefault(charset, charset);
        try
        {
            return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8
                : name.Equals("utf-7", StringComparison.OrdinalIgnoreCase) || name.Equals("unicode-1-1-utf-7", StringComparison.OrdinalIgnoreCase) ? Utf7.Encoding
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // UTF-8 that is none; or text said to be in a single-byte charset that is good UTF-8, which no text in such a charset is by chance.
    private static bool IsDamaged(ReadOnlySpan<byte> bytes, Encoding named)
    {
        if (named.CodePage == Encoding.UTF8.CodePage) return !Utf8.IsValid(bytes) && !IsMostlyUtf8(bytes);
        return !Ascii.IsValid(bytes) && !bytes.Contains((byte)0) && Utf8.IsValid(bytes);
    }

    // A cut at the end or one lost byte must not turn a whole letter to rubbish.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var lost = 0;
        foreach (var sign in Encoding.UTF8.GetString(bytes))
            if (sign == '\uFFFD') lost++;
        var high = 0;
        foreach (var b in bytes)
            if (b >= 0x80) high++;
        return lost * 4 <= high;
    }

    private static bool IsSevenBitOfItsOwn(string? charset) => charset is not null
        && (charset.Contains("utf-7", StringComparison.OrdinalIgnoreCase) || charset.StartsWith("hz-", StringComparison.OrdinalIgnoreCase)
            || charset.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || charset.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase));

    private static string Shown(string charset) => HeaderText.OneLine(charset, 40);
}
