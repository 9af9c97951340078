using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Fields;

/// <summary>Reads BCP 47 language tags.</summary>
internal static partial class LanguageTags
{
    private static readonly HashSet<string> TwoLetters = [.. (
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy " +
        "ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt " +
        "lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm " +
        "sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu").Split(' ')];

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["french"] = "fr",
        ["français"] = "fr",
        ["spanish"] = "es",
        ["español"] = "es",
        ["italian"] = "it",
        ["italiano"] = "it",
        ["portuguese"] = "pt",
        ["português"] = "pt",
        ["russian"] = "ru",
        ["русский"] = "ru",
        ["arabic"] = "ar",
        ["chinese"] = "zh",
        ["japanese"] = "ja",
        ["korean"] = "ko",
        ["dutch"] = "nl",
        ["polish"] = "pl",
        ["turkish"] = "tr",
        ["hindi"] = "hi",
        ["swedish"] = "sv",
        ["danish"] = "da",
        ["norwegian"] = "no",
        ["finnish"] = "fi",
        ["czech"] = "cs",
        ["greek"] = "el",
        ["hebrew"] = "he",
        ["ukrainian"] = "uk",
        ["vietnamese"] = "vi",
        ["persian"] = "fa",
        ["farsi"] = "fa",
    };

    /// <summary>The tag in lower case, underscores mended; null when it is none.</summary>
    public static string? Read(string text)
    {
        var tag = text.Trim().Replace('_', '-').ToLowerInvariant();
        var first = tag.Split('-')[0];
        return Bcp47().IsMatch(tag) && (first.Length == 3 || TwoLetters.Contains(first)) ? tag : null;
    }

    /// <summary>How to mend a tag that <see cref="Read"/> refused.</summary>
    public static string Mend(string text)
    {
        if (Names.TryGetValue(text.Trim(), out var tag)) return $"Did you mean \"{tag}\"?";
        return "Write a tag such as en, de or pt-BR.";
    }

    [GeneratedRegex("^[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Bcp47();
}
