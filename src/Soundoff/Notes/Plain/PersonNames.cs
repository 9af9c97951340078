using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Notes.Plain;

/// <summary>Tells names of people from other words, as far as that can be told surely.</summary>
internal static partial class PersonNames
{
    // ", III" and what follows it.
    private const int LongestSuffix = 6;

    private const string ParticleWords =
        "de|da|das|dos|do|del|della|dello|dal|dalla|di|du|des|van|von|vom|der|den|het|ten|ter|te|zur|zu|zum|af|av|bin|ibn|bint|ben|bat|al|el|ul|la|le|lo|las|los|y|e|abu|wa|ole|'t|’t";

    // Capitalised or of a script without capitals, with inner apostrophes, hyphens and points; a nickname in quotes or brackets. Particles stand before
    // such a word: "Jane Doe of", "Jane Doe and" end before one that nothing capital follows.
    private const string Word =
        "(?:(?:" + ParticleWords + ")[ ])*"
        + @"(?:(?:[dDlL]['’]|[Aa]l-|[Ee]l-|[Uu]l-)?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’ʼ‘·・\u200C-]*(?:\.[\p{Lu}][\p{L}\p{M}'’-]*)*\.?"
        + @"|[""“]\p{Lu}[\p{L}\p{M}'’ -]*[""”]|\(\p{Lu}[\p{L}\p{M}'’-]*\))";

    private static readonly HashSet<string> Particles = [.. ParticleWords.Split('|')];

    // Words that begin sentences or name offices: "The", "President Trump" is news, not a host.
    private static readonly HashSet<string> NotFirst = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "this", "that", "these", "in", "on", "at", "our", "their", "his", "her", "its", "but", "and", "when", "while", "after", "before", "as", "if", "it", "he",
        "she", "they", "we", "you", "both", "many", "some", "all", "one", "two", "three", "most", "several", "every", "each", "no", "for", "with", "from", "by", "to", "of", "or", "so",
        "yet", "now", "then", "there", "here", "today", "yesterday", "tomorrow", "tonight", "last", "next", "what", "who", "why", "how", "where", "also", "even", "not", "only",
        "south", "north", "east", "west", "southern", "northern", "eastern", "western", "central", "united", "new", "great", "latin", "middle", "european", "african", "asian",
    };

    private static readonly HashSet<string> Offices = new(StringComparer.OrdinalIgnoreCase)
    {
        "president", "prime", "minister", "chairman", "chairwoman", "chancellor", "king", "queen", "prince", "princess", "pope", "senator", "secretary", "general", "governor", "mayor",
        "congressman", "congresswoman", "vice", "foreign", "colonel", "ambassador", "chief", "captain", "emperor", "premier", "judge", "justice",
    };

    private static readonly HashSet<string> Organisations = new(StringComparer.OrdinalIgnoreCase)
    {
        "union", "commission", "committee", "parliament", "council", "ministry", "government", "university", "college", "school", "institute", "institution", "academy", "bank", "party",
        "nations", "states", "kingdom", "republic", "federation", "commonwealth", "house", "court", "club", "army", "navy", "police", "team", "city", "company", "group", "radio", "news", "times", "post",
        "guardian", "telegraph", "tribune", "herald", "journal", "review", "magazine", "press", "agency", "media", "network", "television", "tv", "broadcasting", "foundation", "association",
        "society", "centre", "center", "lab", "labs", "laboratory", "studies", "relations", "affairs", "rights", "law", "policy", "politics", "economics", "sciences", "science", "history", "services",
        "service", "department", "office", "bureau", "board", "alliance", "league", "movement", "organization", "organisation", "forum", "fund", "trust", "project", "initiative", "programme", "program",
        "conference", "summit", "act", "treaty", "war", "peace", "revolution", "street", "avenue", "airport", "airlines", "railways", "church", "cathedral", "museum", "library", "gallery", "theatre",
        "theater", "orchestra", "ensemble", "choir", "band", "festival", "award", "prize", "inc", "ltd", "corporation", "corp", "industries", "international", "national", "security", "defense", "defence",
        "development", "research", "education", "health", "technology", "engineering", "africa", "america", "americas", "asia", "europe", "korea", "zealand", "york", "kong", "korean", "american", "angeles", "francisco", "east", "ocean",
        "sea", "river", "island", "islands", "county", "province", "district", "valley", "coast", "unit", "cooperation", "communications", "studios", "records", "films", "books", "watch", "observatory",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "june", "july", "october", "november", "december", "democrats", "republicans", "democrat", "republican",
        "senate", "congress", "ministers", "reporters", "fans", "workers", "residents", "journalists", "activists", "students", "editor", "director", "emeritus", "emerita", "lecturer", "fellow", "today", "outlook", "wire", "insider", "daily", "weekly", "sputnik", "russia", "germany", "britain",
        "iran", "iraq", "syria", "turkey", "pakistan", "ukraine", "afghanistan", "moscow", "beijing", "tehran", "jerusalem", "delhi", "online", "podcast", "analytics", "consulting", "partners", "capital",
    };

    private static readonly HashSet<string> Acronyms = new(StringComparer.Ordinal) { "US", "UK", "UN", "EU", "BBC", "CNN", "NBC", "CBS", "ABC", "NATO", "RT", "AP", "AFP", "USA", "UAE", "CIS", "NGO", "MIT", "LSE", "DW", "WHO", "IMF" };

    /// <summary>
    /// The name that the text begins with, up to <paramref name="ends"/>; null when it does not surely begin with one. Two or more
    /// words, or one of a script without capitals.
    /// </summary>
    public static string? At(string text, int start, out int ends)
    {
        ends = start;
        var found = Words().EnumerateMatches(text.AsSpan(start));
        if (!found.MoveNext()) return null;
        var words = text.Substring(start, found.Current.Length);
        ends += words.Length;
        var suffix = Suffix().Match(text.Substring(ends, Math.Min(LongestSuffix, text.Length - ends))).Groups["suffix"].Value;
        ends += suffix.Length;
        return IsName(words.Split(' ')) ? words + suffix : null;
    }

    /// <summary>Whether the whole text is a name.</summary>
    public static bool Is(string text) => At(text, 0, out var ends) is not null && ends == text.Length;

    /// <summary>Whether the name begins with an office, as names in the news do.</summary>
    public static bool BeginsWithOffice(string name) => Offices.Contains(name.Split(' ')[0]);

    private static bool IsName(string[] tokens)
    {
        var plain = tokens.Where(t => !Particles.Contains(t) && !Title().IsMatch(t)).ToList();
        if (plain.Count is 0 or > 5 || NotFirst.Contains(tokens[0])) return false;
        if (plain.Any(t => Organisations.Contains(t.TrimEnd('.')) || Acronyms.Contains(t) || t.EndsWith("'s", StringComparison.Ordinal) || t.EndsWith("’s", StringComparison.Ordinal))) return false;
        var written = plain.Where(t => t.Length > 2 || !t.EndsWith('.')).ToList();
        if (written.Count == 0) return false;
        return tokens.Count(t => !Particles.Contains(t)) >= 2 || (Uncased(written[0]) && new StringInfo(written[0]).LengthInTextElements >= 2);
    }

    private static bool Uncased(string word) => word.EnumerateRunes().All(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter));

    [GeneratedRegex("^" + Word + "(?:[ ]" + Word + ")*", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?<suffix>,? (?:(?:Jr|Sr)\.?|II|III|IV))(?:\P{L}|$)", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^(?:Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Mr|Mrs|Ms|Father|Sister|Rabbi|Imam|Sheikh|Ambassador|Senator|Judge|General|Colonel|Captain)\.?$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Title();
}
