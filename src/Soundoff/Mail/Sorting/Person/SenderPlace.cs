using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting.Person;

/// <summary>Where a letter's author says to be from.</summary>
public static class SenderPlace
{
    private const int MaxLength = 40;
    private const int Closing = 8;
    private const int End = 2000;

    // Only languages that leave a place's name as it is: in Polish or Finnish it would be read in the wrong case. "de" may be a part of a name.
    private static readonly string[] From = ["from", "aus", "in", "of", "à", "en", "desde", "da", "uit", "från", "fra"];

    private static readonly HashSet<string> NoPlace = new(StringComparer.OrdinalIgnoreCase)
    {
        "ceo", "cto", "cfo", "phd", "md", "mba", "dr", "prof", "professor", "manager", "director", "editor", "producer", "host", "listener", "fan",
        "teacher", "student", "engineer", "developer", "designer", "journalist", "reporter", "author", "writer",
        "consultant", "lawyer", "doctor", "nurse", "artist", "president", "chair", "chairman", "secretary", "founder", "owner", "partner", "assistant",
        "sent", "your", "yours", "best", "regards", "love", "thanks", "cheers", "age", "aged", "retired",
        "team", "department", "university", "college", "school", "institute", "company", "ltd", "inc", "gmbh", "llc", "mobile", "iphone", "android", "phone",
        "tel", "fax", "mr", "mrs", "ms", "jr", "sr", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "hörer", "hörerin",
        "lehrer", "lehrerin", "ps", "esq", "rn", "and", "und", "et", "the", "accounting", "marketing", "sales", "support",
    };

    /// <summary>
    /// The place beside the author's own name: "Ana from Lisbon" anywhere, "Ana, Lisbon" or "Ana (Lisbon)" as one of the closing lines. Null when it is not surely
    /// one: no name, a profession, a whole address.
    /// </summary>
    public static string? Of(ReadMail mail)
    {
        if (DisplayName.FirstName(mail.Name) is not { } name) return null;
        var lines = Lines(mail.Text);
        for (var i = lines.Length - 1; i >= 0 && i >= lines.Length - Closing; i--)
            if (Signed(lines[i], name, mail.Name!) is { } place) return place;
        return lines.Take(5).Concat(lines.TakeLast(Closing)).Select(l => Told(l, name)).FirstOrDefault(p => p is not null);
    }

    // People say where they are from when they begin or when they end.
    private static string[] Lines(string text)
    {
        var ends = text.Length <= 2 * End ? text : text[..End] + "\n" + text[^End..];
        return ends.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    // The whole line is the name and the place.
    internal static string? Signed(string line, string name, string whole)
    {
        var bare = line.TrimStart('-', '–', '—', '~', ' ').TrimEnd('.', ' ');
        var rest = After(bare, whole) ?? After(bare, name);
        if (rest is null || rest.Length < 3) return null;
        if (rest[0] is ',' or '–' or '—' or '/' or '|' || rest.StartsWith("- ", StringComparison.Ordinal)) return Place(rest[1..]);
        if (rest[0] == '(' && rest[^1] == ')') return Place(rest[1..^1]);
        var bound = rest.IndexOf(' ', StringComparison.Ordinal);
        return bound > 0 && From.Contains(rest[..bound], StringComparer.OrdinalIgnoreCase) ? Place(rest[(bound + 1)..]) : null;
    }

    // "Hi, Ana from Lisbon here": the name, a word for from, and capitalised words.
    private static string? Told(string line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var rest = line[(at + name.Length)..].TrimStart(',', ' ').Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
            if (rest.Length < 2 || rest[0] is not ("from" or "aus" or "uit" or "från" or "fra")) continue;
            var words = rest[1..].TakeWhile(w => char.IsUpper(w[0])).ToArray();
            var end = Array.FindIndex(words, w => w[^1] is '.' or '!' or ',' or '?' or ';' or ':' or ')');
            var place = string.Join(' ', end < 0 ? words : words[..(end + 1)]).TrimEnd('.', '!', ',', '?', ';', ':', ')');
            if (Place(place) is { } found) return found;
        }

        return null;
    }

    private static string? After(string line, string name) =>
        line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line.Length > name.Length && !char.IsLetter(line[name.Length]) ? line[name.Length..].TrimStart() : null;

    private static string? Place(string text)
    {
        var place = text.Trim();
        if (place.Length is < 2 or > MaxLength || place.IndexOfAny(['@', ':', '/', '"', '!', '?', '#']) >= 0 || place.Any(char.IsDigit)) return null;
        var words = place.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 5 || words.Any(w => NoPlace.Contains(w.TrimEnd('.')))) return null;
        return char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]) ? place : null;
    }
}
