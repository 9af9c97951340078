using System.Globalization;
using System.Text;

namespace Soundoff.Episodes;

/// <summary>Makes the part of an address that stands for a name: lower case, letters and digits of any script, single hyphens.</summary>
public static class Slug
{
    /// <summary>Characters of a slug at most.</summary>
    public const int MaxLength = 100;

    /// <summary>
    /// "Hanoi: Trump &amp; Kim!" gives <c>hanoi-trump-kim</c>. Latin letters lose their accents; other scripts keep their letters and
    /// marks. A name without a letter or digit (an emoji) gives a short stable hash, so that it still has an address. A slug gives itself.
    /// </summary>
    public static string From(string name)
    {
        var slug = Once(name);
        // Small letters may have another Latin form than their capitals have ("ẞ" by way of "ß"): what is made is made again until it stays.
        while (!slug.All(char.IsAscii) && Once(slug) is var again && again != slug) slug = again;
        return slug.Length > 0 ? slug : "n" + ContentTag.Of(name);
    }

    /// <summary>Whether a text is a slug as it stands: what strangers give is asked for only then.</summary>
    public static bool Is(string text) => text.Length is > 0 and <= MaxLength && From(text) == text;

    private static string Once(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var rune in Plain(name).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (slug.Length > 0 && slug[^1] != '-' && IsMark(rune))) slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (IsApostrophe(rune)) continue;
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return Cut(slug.ToString()).Trim('-').Normalize(NormalizationForm.FormC);
    }

    // Accents go only from Latin letters: in Hindi or Arabic the marks are half of the word.
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        var afterLatin = false;
        foreach (var rune in EpisodeKey.Formed(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsMark(rune) && afterLatin) continue;
            if (!IsMark(rune)) afterLatin = Rune.IsLetter(rune) && rune.Value < 0x250;
            plain.Append(rune.Value switch
            {
                'ß' => "ss",
                'æ' or 'Æ' => "ae",
                'ø' or 'Ø' => "o",
                'œ' or 'Œ' => "oe",
                'ł' or 'Ł' => "l",
                'đ' or 'Đ' => "d",
                'ð' or 'Ð' => "d",
                'þ' or 'Þ' => "th",
                'ı' => "i",
                _ => rune.ToString(),
            });
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or 0x2018 or 0x2019 or 0x02BC;

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength) return slug;
        var cut = slug[..MaxLength];
        if (char.IsHighSurrogate(cut[^1])) cut = cut[..^1];
        var hyphen = cut.LastIndexOf('-');
        return hyphen > MaxLength / 2 ? cut[..hyphen] : cut;
    }
}
