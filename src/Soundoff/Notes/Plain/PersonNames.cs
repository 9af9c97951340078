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
        "präsident", "präsidentin", "bundespräsident", "kanzler", "kanzlerin", "bundeskanzler", "bundeskanzlerin", "ministerin", "könig", "königin", "papst", "presidente", "presidenta", "ministro", "ministra", "canciller", "rey", "reina", "papa",
        "président", "présidente", "ministre", "roi", "reine", "pape", "cancelliere", "re", "regina", "koning", "koningin", "minister-president", "primeiro", "primeira", "rei", "rainha", "الرئيس", "الوزير", "الملك", "الوزيرة", "الأمير",
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
        "universität", "hochschule", "universidad", "universidade", "université", "università", "universiteit", "institut", "instituto", "istituto", "instituut", "ministerium", "ministerio", "ministério", "ministère", "ministero", "ministerie", "partei", "partido", "parti", "partito",
        "partij", "banco", "banque", "banca", "stadt", "ville", "ciudad", "cidade", "città", "verein", "zeitung", "diario", "diário", "giornale", "krant", "jornal", "orchester", "orquesta", "orchestre", "orquestra", "chor", "coro", "chœur", "koor", "museo", "museu", "musée", "musei", "straße", "strasse", "platz",
        "rue", "calle", "plaza", "rua", "praça", "piazza", "straat", "plein", "bahnhof", "gesellschaft", "verband", "verlag", "sender", "rundfunk", "welle", "bayern", "münchen", "berlin", "madrid", "paris", "roma", "milano", "lisboa", "amsterdam", "gobierno", "governo", "gouvernement", "regierung", "europa", "unión", "união", "unione",
        "nacional", "nationale", "nazionale", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "road", "musik", "música", "musique", "musica", "muziek", "nachrichten", "noticias", "notícias", "nouvelles", "notizie", "nieuws", "records", "quartett", "quartet", "trio", "ensemble", "brothers", "sisters",
        "iran", "iraq", "syria", "turkey", "pakistan", "ukraine", "afghanistan", "moscow", "beijing", "tehran", "jerusalem", "delhi", "online", "podcast", "analytics", "consulting", "partners", "capital",
    };

    // With a capital they begin names of groups and things in the languages that we speak: "Die Grünen", "Los Amigos".
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal)
    {
        "Der", "Die", "Den", "Dem", "Ein", "Eine", "Einer", "Unser", "Unsere", "El", "Los", "Las", "Un", "Una", "Unos", "Unas", "Nuestro", "Nuestra", "Les", "Une", "Notre", "Nos", "Il", "Gli", "Uno",
        "Het", "Een", "Onze", "Os", "Nosso", "Nossa", "Deutsche", "Deutscher", "Deutsches", "Und", "Y", "Et", "En", "Mit", "Avec", "Com", "Bei", "Von", "Im", "Zum", "Zur",
    };

    // Words that stand in no name; the script has no capitals to tell.
    private static readonly HashSet<string> ArabicWords = new(StringComparer.Ordinal)
    {
        "من", "في", "على", "إلى", "عن", "مع", "هذا", "هذه", "ذلك", "التي", "الذي", "الذين", "كل", "كان", "كانت", "هو", "هي", "هم", "نحن", "أن", "لا", "ما", "قد", "بعد", "قبل", "بين", "حول", "اليوم", "أمس", "غدا", "ضيوف", "ضيف", "الضيوف",
        "الرئيس", "الوزير", "الملك", "رئيس", "وزير", "وزارة", "حكومة", "الحكومة", "جامعة", "الجامعة", "الأمم", "المتحدة", "شركة", "بنك", "فريق", "حزب", "مدينة", "راديو", "إذاعة", "قناة", "الناس", "الجمهور", "الموسيقى", "والموسيقى",
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
        var tokens = text.Substring(start, found.Current.Length).Split(' ');
        // "Ortega y Gasset" is one name, "Ana Reis y Bo Lind" are two.
        var joint = Array.FindIndex(tokens, t => t is "y" or "e");
        if (joint > 0 && tokens[..joint].Count(IsPlain) > 1 && tokens[joint..].Count(IsPlain) > 1) tokens = tokens[..joint];
        // What stands in brackets at the end is who that is, not a nickname.
        while (tokens.Length > 1 && tokens[^1][0] == '(') tokens = tokens[..^1];
        var words = string.Join(' ', tokens);
        ends += words.Length;
        var suffix = Suffix().Match(text.Substring(ends, Math.Min(LongestSuffix, text.Length - ends))).Groups["suffix"].Value;
        ends += suffix.Length;
        return IsName(tokens) ? words + suffix : null;
    }

    /// <summary>Whether the whole text is a name.</summary>
    public static bool Is(string text) => At(text, 0, out var ends) is not null && ends == text.Length;

    /// <summary>Whether the name begins with an office, as names in the news do.</summary>
    public static bool BeginsWithOffice(string name) =>
        name.Split(' ') is [var first, .. var others] && (Offices.Contains(first) || (first is "Le" or "La" or "El" or "Il" or "O" or "A" or "De" && others is [var second, ..] && Offices.Contains(second)));

    private static bool IsPlain(string token) => !Particles.Contains(token) && !Title().IsMatch(token);

    private static bool IsName(string[] tokens)
    {
        var plain = tokens.Where(IsPlain).ToList();
        if (plain.Count is 0 or > 5 || NotFirst.Contains(tokens[0]) || Articles.Contains(tokens[0]) || plain.Any(ArabicWords.Contains)) return false;
        // In Arabic "and" is the first letter of a word: a longer name with it may be two.
        if (plain.Skip(1).Any(t => t[0] == 'و' && t.Length > 3)) return false;
        if (plain.Any(t => Organisations.Contains(t.TrimEnd('.')) || Acronyms.Contains(t) || t.EndsWith("'s", StringComparison.Ordinal) || t.EndsWith("’s", StringComparison.Ordinal))) return false;
        var written = plain.Where(t => t.Length > 2 || !t.EndsWith('.')).ToList();
        if (written.Count == 0) return false;
        return tokens.Count(t => !Particles.Contains(t)) >= 2 || (Uncased(written[0]) && written[0][0] is not (>= '\u0590' and <= '\u08FF') && new StringInfo(written[0]).LengthInTextElements >= 2);
    }

    private static bool Uncased(string word) => word.EnumerateRunes().All(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter));

    [GeneratedRegex("^" + Word + "(?:[ ]" + Word + ")*", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?<suffix>,? (?:(?:Jr|Sr)\.?|II|III|IV))(?:\P{L}|$)", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^(?:Dr|Dra|Prof|Profa|Professor|Professorin|Herr|Frau|Don|Doña|Sra?|Mme|Mlle|Dott|Dottoressa|Mevr|Dhr|د|Sir|Dame|Lord|Lady|Rev|Reverend|Mr|Mrs|Ms|Father|Sister|Rabbi|Imam|Sheikh|Ambassador|Senator|Judge|General|Colonel|Captain)\.?$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Title();
}
