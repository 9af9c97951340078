using System.Text;
using System.Text.Unicode;

namespace Soundoff.Mail.Reading;

/// <summary>Decodes text by the charset it names, unless the bytes plainly say otherwise.</summary>
internal static class TextCharset
{
    /// <summary>The text of the bytes; what had to be guessed is said. An empty or missing name means that none was given.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, Repairs repairs)
    {
        charset = charset?.Trim(' ', '"', '\'');
        if (charset is null || CharsetLabels.NamesNone(charset)) charset = "";
        var named = charset.Length == 0 ? null : CharsetLabels.Find(charset);
        if (Ascii.IsValid(bytes) && !bytes.ContainsAny((byte)0x1B, (byte)0) && !IsSevenBitOfItsOwn(named)) return Encoding.ASCII.GetString(bytes);
        if (bytes.StartsWith("\uFEFF"u8)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]);
        if (named is null)
        {
            var guess = CharsetGuess.Of(bytes);
            if (charset.Length > 0 || guess.CodePage != Encoding.UTF8.CodePage)
                repairs.Add(charset.Length == 0 ? $"The text names no charset; it was read as {guess.WebName}." : $"The text is not in the charset it names ({Shown(charset)}); it was read as {guess.WebName}.");
            return guess.GetString(bytes);
        }

        if (IsDamaged(bytes, named))
        {
            var guess = CharsetGuess.Of(bytes);
            if (guess.WebName != named.WebName) repairs.Add($"The text is not in the charset it names ({Shown(charset)}); it was read as {guess.WebName}.");
            return guess.GetString(bytes);
        }

        return named.GetString(bytes);
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

    // UTF-7, UTF-16, UTF-32 and HZ: bytes that are ASCII mean something else there.
    private static bool IsSevenBitOfItsOwn(Encoding? named) => named is { CodePage: 65000 or 1200 or 1201 or 12000 or 12001 or 52936 };

    private static string Shown(string charset) => HeaderText.OneLine(charset, 40);
}
