using Soundoff.Languages;

namespace Soundoff.Fields;

/// <summary>Reads BCP 47 language tags.</summary>
public static class LanguageTags
{
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
    public static string? Read(string text) => LanguageRegistry.Find(text.Trim());

    /// <summary>How to mend a tag that <see cref="Read"/> refused.</summary>
    public static string Mend(string text)
    {
        if (Names.TryGetValue(text.Trim(), out var tag)) return $"Did you mean \"{tag}\"?";
        return "Write a tag such as en, de or pt-BR.";
    }
}
