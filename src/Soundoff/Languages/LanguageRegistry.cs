using System.Reflection;
using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Languages;

/// <summary>The subtags of BCP 47 (RFC 5646) as IANA registers them: which languages, scripts, regions and variants there are.</summary>
internal static partial class LanguageRegistry
{
    private static readonly Dictionary<string, HashSet<string>> Subtags = Load();

    // ISO 639 has three letters for every language, BCP 47 the two where there are two (RFC 5646 section 2.2.1).
    private static readonly Dictionary<string, string> Shorter = Subtags["shorter"].Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The tag in lower case, with hyphens for underscores and two letters for three where a language has both; null for what is no tag of registered subtags.</summary>
    public static string? Find(string text)
    {
        if (Tag().Match(text.Replace('_', '-').ToLowerInvariant()) is not { Success: true } tag) return null;
        var language = tag.Groups["language"].Value;
        if (Shorter.GetValueOrDefault(language) is { } two) return Find(two + tag.Value[language.Length..]);
        // An extended language (zh-yue) is registered as a language too.
        return Knows("language", language) && All("language", "extended") && All("script", "script") && All("region", "region") && All("variant", "variant") ? tag.Value : null;

        bool All(string kind, string group) => tag.Groups[group].Captures.All(subtag => Knows(kind, subtag.Value));
    }

    private static bool Knows(string kind, string subtag) => Subtags[kind].Contains(subtag);

    private static Dictionary<string, HashSet<string>> Load()
    {
        using var resource = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Soundoff.LanguageTags.registry.txt")!);
        return resource.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' '))
            .GroupBy(words => words[0], words => words[1..])
            .ToDictionary(kind => kind.Key, kind => kind.SelectMany(subtags => subtags).ToHashSet());
    }

    // RFC 5646 section 2.1: language, extended languages, script, region, variants, extensions, private use.
    [GeneratedRegex("^(?<language>[a-z]{2,3})(?:-(?<extended>[a-z]{3})){0,3}(?:-(?<script>[a-z]{4}))?(?:-(?<region>[a-z]{2}|[0-9]{3}))?(?:-(?<variant>[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Tag();
}
