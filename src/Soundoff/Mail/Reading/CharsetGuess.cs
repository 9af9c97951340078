using System.Text;
using System.Text.Unicode;

namespace Soundoff.Mail.Reading;

/// <summary>Guesses the charset of bytes that name none, or a wrong one, from how they are built and how often what stands in them.</summary>
internal static class CharsetGuess
{
    // More tells no more.
    private const int Sample = 16 * 1024;

    /// <summary>UTF-16 when every other byte is zero; UTF-8 when it is; ISO-2022-JP by its escapes; a double-byte charset when all pairs fit and there are enough; Cyrillic when most letters are high; else Windows-1252.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        if (Wide(bytes) is { } wide) return wide;
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0x1B)) return Encoding.UTF8;
        bytes = bytes[..Math.Min(bytes.Length, Sample)];
        if (bytes.IndexOf("\x1B$"u8) >= 0 || bytes.IndexOf("\x1B("u8) >= 0) return Named("iso-2022-jp");
        int high = 0, letters = 0;
        foreach (var b in bytes)
        {
            if (b >= 0x80) high++;
            else if (char.IsAsciiLetter((char)b)) letters++;
        }

        // Western and Central European letters are mostly ASCII.
        if (high <= letters) return Named("windows-1252");
        return DoubleByte(bytes) ?? Cyrillic(bytes) ?? Named("windows-1252");
    }

    // Latin letters in UTF-16 without its mark.
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || !bytes.Contains((byte)0)) return null;
        bytes = bytes[..Math.Min(bytes.Length, Sample)];
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        // Seven of ten, and hardly any on the other side.
        if (odd * 20 >= bytes.Length * 7 && even * 20 <= bytes.Length) return Encoding.Unicode;
        return even * 20 >= bytes.Length * 7 && odd * 20 <= bytes.Length ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding? DoubleByte(ReadOnlySpan<byte> bytes)
    {
        // Common signs tell the charsets apart: kana lead with 0x82/0x83 in Shift_JIS, 0xA4/0xA5 in EUC-JP; hangul with 0xB0 to 0xC8 in EUC-KR.
        int pairs = 0, singles = 0, kanaShift = 0, kanaEuc = 0, hangul = 0, low = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            if (i + 1 >= bytes.Length) break;
            var (lead, trail) = (bytes[i], bytes[i + 1]);
            if (trail < 0x40)
            {
                singles++;
                continue;
            }

            pairs++;
            if (trail < 0xA1) low++;
            if (lead is 0x82 or 0x83) kanaShift++;
            if (lead is 0xA4 or 0xA5 && trail >= 0xA1) kanaEuc++;
            if (lead is >= 0xB0 and <= 0xC8 && trail >= 0xA1) hangul++;
            i++;
        }

        if (pairs < 2 || singles * 20 > pairs) return null;
        if (kanaShift * 3 > pairs) return Named("shift_jis");
        if (kanaEuc * 3 > pairs) return Named("euc-jp");
        if (IsCyrillicCase(bytes)) return null;
        if (hangul * 10 > pairs * 8) return Named("ks_c_5601-1987");
        return Named(low * 5 > pairs ? "big5" : "gb18030");
    }

    // Words of Cyrillic are single letters between spaces, small ones mostly: 0xE0 to 0xFF in Windows-1251, 0xC0 to 0xDF in KOI8-R.
    private static Encoding? Cyrillic(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = CaseCounts(bytes);
        return low + high == 0 ? null : Named(low > high ? "koi8-r" : "windows-1251");
    }

    private static bool IsCyrillicCase(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = CaseCounts(bytes);
        int all = 0, spaces = 0;
        foreach (var b in bytes)
        {
            if (b >= 0x80) all++;
            else if (b == ' ') spaces++;
        }

        return low + high > all * 9 / 10 && Math.Max(low, high) > all * 3 / 4 && spaces * 20 > all;
    }

    private static (int Low, int High) CaseCounts(ReadOnlySpan<byte> bytes)
    {
        int low = 0, high = 0;
        foreach (var b in bytes)
        {
            if (b is >= 0xC0 and < 0xE0) low++;
            else if (b >= 0xE0) high++;
        }

        return (low, high);
    }

    private static Encoding Named(string name) => CharsetLabels.Find(name)!;
}
