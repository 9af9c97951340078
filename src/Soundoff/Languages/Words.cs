using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Soundoff.Languages;

/// <summary>Our own words in one language: <c>Languages/{language}.json</c>. Publishers' and listeners' words never stand there. A file with a word too few or too many is an error.</summary>
internal sealed record Words
{
    private const string Start = "Soundoff.Languages.";
    private const string End = ".json";
    private const string English = "en";

    private static readonly ConcurrentDictionary<string, Words> Known = new(StringComparer.Ordinal);

    /// <summary>The languages that there are, as BCP 47 in lower case.</summary>
    public static IReadOnlySet<string> All { get; } = typeof(Words).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal))
        .Select(name => name[Start.Length..^End.Length]).ToHashSet(StringComparer.Ordinal);

    /// <summary>One of <see cref="All"/>.</summary>
    [JsonIgnore]
    public string Language { get; private init; } = English;

    public required SiteWords Site { get; init; }
    public required PlayerWords Player { get; init; }
    public required DeskWords Desk { get; init; }
    public required FormWords Form { get; init; }

    /// <summary>Roles of the Podcast Taxonomy by name, as they stand beside one person.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>Phrases of mail by name, as its templates ask for them. <c>{…}</c> stands for a value.</summary>
    public required IReadOnlyDictionary<string, string> Mail { get; init; }

    public required NoticeWords Notices { get; init; }

    /// <summary>What the mail reader repaired, by name; <see cref="RepairSentences"/> finds them by their English.</summary>
    public required IReadOnlyDictionary<string, string> Repairs { get; init; }

    /// <summary>The words for a language.</summary>
    /// <param name="language">BCP 47.</param>
    /// <returns>Those of the language, else of what is left of it subtag by subtag (RFC 4647 section 3.4), else English.</returns>
    public static Words For(string language) => Known.GetOrAdd(Find(language) ?? English, Read);

    /// <summary>Whether there are words of the language itself.</summary>
    public static bool Speak(string language) => Find(language) is not null;

    public string Season(int number, string? name) => Filled(Site.Season, number) + (name is null ? "" : Site.Colon + name);

    public string Number(int number) => Filled(Site.Number, number);

    public string Artwork(string title) => Filled(Site.Artwork, title);

    public string Count(int episodes) => Filled(Site.EpisodeCount, episodes);

    /// <summary>Minutes, and hours from the second hour's end on: "95 min", "2 h 5 min".</summary>
    public string Minutes(int minutes)
    {
        if (minutes < 120) return Filled(Site.Minutes, minutes);
        var hours = Filled(Site.Hours, minutes / 60);
        return minutes % 60 == 0 ? hours : Filled(Site.HoursAndMinutes, hours, Filled(Site.Minutes, minutes % 60));
    }

    /// <summary>A role of the Podcast Taxonomy; one that is not among <see cref="Roles"/> as it is, with a capital.</summary>
    public string Role(string role) => Roles.GetValueOrDefault(role) ?? (role.Length == 0 ? role : char.ToUpperInvariant(role[0]) + role[1..]);

    /// <summary>A phrase with its values put in.</summary>
    public static string Filled(string phrase, params object[] values) => string.Format(CultureInfo.InvariantCulture, phrase, values);

    private string Filled(Plural plural, int number) => Filled(plural.Of(PluralRule.Of(Language, number)), number);

    private static string? Find(string language)
    {
        for (var tag = language.ToLowerInvariant(); tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
            if (All.Contains(tag)) return tag;
        return null;
    }

    private static Words Read(string language)
    {
        using var file = typeof(Words).Assembly.GetManifestResourceStream(Start + language + End)!;
        return JsonSerializer.Deserialize(file, WordsJson.Default.Words)! with { Language = language };
    }
}
