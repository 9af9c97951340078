using System.Globalization;
using System.Text;

namespace Soundoff.Mail.Sorting.Person;

/// <summary>What a published letter calls its author.</summary>
public static class DisplayName
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lady", "lord", "rev", "fr", "herr", "frau", "hr", "fru", "m", "mme",
        "mlle", "sr", "sra", "srta", "don", "doña", "dott", "dottssa", "sig", "signor", "signora",
        "ing", "dipl", "diplom", "mag", "dipl-ing", "mgr", "bc", "judr", "mudr", "phdr", "dhr", "mevr", "drs", "ir", "pan", "pani", "г-н", "г-жа",
        "господин", "госпожа", "sayın", "capt", "captain", "sgt", "hon",
    };

    private static readonly HashSet<string> NoPerson = new(StringComparer.OrdinalIgnoreCase)
    {
        "team", "radio", "info", "admin", "administrator", "support", "newsletter", "gmbh", "ltd", "inc", "llc", "ag", "kg", "corp", "co", "office",
        "service", "services", "customer", "show", "podcast", "noreply", "no-reply", "mail", "email",
        "postmaster", "mailer-daemon", "daemon", "webmaster", "contact", "kontakt", "hello", "group", "society", "university", "universität", "verein",
        "e.v", "company", "news", "sales", "marketing", "help", "helpdesk", "desk", "security", "account",
        "accounts", "billing", "notification", "notifications", "alert", "alerts", "system", "mailbox", "me", "user", "unknown", "anonymous", "listener",
        "subscriber", "member", "club", "library", "press", "redaktion", "büro", "equipe", "équipe", "sarl", "studio", "media", "foundation", "association",
        "the", "from", "my",
    };

    private static readonly HashSet<string> FamilyFirst = new(StringComparer.OrdinalIgnoreCase)
    {
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý",
    };

    /// <summary>
    /// The first name a person gives: <c>Ana</c> for "Dr. Ana Silva", "Silva, Ana" and "ANA SILVA"; <c>민수</c> for 김민수. Null where none can be told for sure: an
    /// office, an address, initials, a family name that a given name follows without a space.
    /// </summary>
    public static string? FirstName(string? name)
    {
        if (name is null or { Length: > 100 } || name.Contains('@', StringComparison.Ordinal)) return null;
        var words = Words(Ordered(Bare(name)));
        if (words.Count is 0 or > 6 || words.Exists(w => NoPerson.Contains(w)) || words.Exists(w => w.Any(char.IsDigit))) return null;
        if (words.Exists(IsEastAsian)) return EastAsian(words);
        if (words.Count > 1 && FamilyFirst.Contains(words[0])) return Shown(words[^1]);
        var first = words.Count == 3 && IsPatronymic(words[2]) ? words[1] : words[0];
        return first.Length > 1 && first.Length <= 30 && !first.Contains('.', StringComparison.Ordinal) && first.All(IsPartOfName) ? Shown(first) : null;
    }

    // What lists and shows add: "Ana via Radio", "Ana (mobile)"; and marks around: 'Ana', "Ana".
    private static string Bare(string name)
    {
        var end = name.IndexOfAny(['(', '[', '<', '|', '/']);
        var bare = end > 0 ? name[..end] : end == 0 ? "" : name;
        var via = bare.IndexOf(" via ", StringComparison.OrdinalIgnoreCase);
        return (via > 0 ? bare[..via] : bare).Trim(' ', '"', '\'', '\u201C', '\u201D', '\u2018', '\u2019', '\t', ',', '-');
    }

    private static string Ordered(string name)
    {
        var parts = name.Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length switch
        {
            0 => "",
            1 => parts[0],
            _ when IsDegree(parts[1]) => parts[0],
            _ => $"{parts[1]} {parts[0]}",
        };
    }

    private static bool IsDegree(string text) =>
        text.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant()
            is "phd" or "md" or "mba" or "msc" or "ba" or "ma" or "jr" or "sr" or "esq" or "rn" or "bsc" or "jd" or "iii" or "ii";

    private static List<string> Words(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            kept.Append(Rune.IsLetterOrDigit(rune) || IsMark(Rune.GetUnicodeCategory(rune)) || rune.Value is '.' or '-' or '\'' or '’' or '_' ? rune.ToString() : " ");
        var words = kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('.').Trim('-', '\'', '’'));
        return [.. words.SkipWhile(w => Titles.Contains(w)).Where(w => w.Length > 0)];
    }

    private static bool IsPartOfName(char sign) => char.IsLetter(sign) || sign is '-' or '\'' or '’' || IsMark(char.GetUnicodeCategory(sign));

    private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsPatronymic(string word) =>
        word.EndsWith("вич", StringComparison.OrdinalIgnoreCase) || word.EndsWith("вна", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ична", StringComparison.OrdinalIgnoreCase);

    private static bool IsEastAsian(string word) => word.All(c => FoldedText.IsUnspaced(c) && c is not (>= '\u0E00' and <= '\u0EFF'));

    // Family first. Without a space only Korean tells where it ends: a family name of one syllable, a given name of two.
    private static string? EastAsian(List<string> words)
    {
        if (words.Count == 2) return words[1];
        return words.Count == 1 && words[0].Length == 3 && words[0].All(c => c is >= '\uAC00' and <= '\uD7A3') ? words[0][1..] : null;
    }

    private static string Shown(string word) =>
        word.Length > 1 && (word.All(c => !char.IsLower(c)) || word.All(c => !char.IsUpper(c)))
            ? string.Join('-', word.ToLowerInvariant().Split('-').Select(p => p.Length > 0 ? char.ToUpperInvariant(p[0]) + p[1..] : p))
            : word;
}
