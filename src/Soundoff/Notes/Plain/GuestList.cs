using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Notes.Plain;

/// <summary>
/// Splits "A, who that is, and B, who that is" where a new person surely begins. Descriptions hold commas, "and", brackets and
/// quoted titles, so a boundary counts only when a name follows it and a description, another boundary or the end follows the name.
/// </summary>
internal static partial class GuestList
{
    /// <summary>Everyone named, in order; null when that is not sure.</summary>
    public static IReadOnlyList<(string Name, string? Description)>? Read(string text)
    {
        text = text.Trim();
        if (text.Length == 0) return null;
        var open = Outside(text);
        var semicolons = Enumerable.Range(0, text.Length).Where(i => text[i] is ';' or '؛' or '；' && open[i]).ToList();
        if (semicolons.Count > 0) return Separated(text, semicolons);

        var starts = new List<int> { 0 };
        var told = Described(text, 0, out var firstDescribed);
        if (!told) return null;
        var described = new List<bool> { firstDescribed };
        foreach (Match boundary in Boundary().Matches(text).Where(b => open[b.Index]))
        {
            var at = boundary.Index + boundary.Length;
            if (!Described(text, at, out var has)) continue;
            var last = PersonNames.At(text, at, out var ends) is not null && ends == text.Length;
            var and = boundary.Groups["and"].Success;
            // "…, historian and Mary Major" may be one more guest or the second half of a description.
            if (!has && described.Contains(true) && !(last && and && boundary.Value[0] == ','))
            {
                if (last && and) return null;
                continue;
            }

            if (has && !and && !SureDescription(text, ends)) continue;
            starts.Add(at);
            described.Add(has);
        }

        // "A and B, both historians": whose description it is cannot be told.
        return described.Contains(true) && described.SkipLast(1).Contains(false) ? null : Cut(text, starts);
    }

    // A name, then the end, a comma, an opening bracket or another boundary.
    private static bool Described(string text, int at, out bool described)
    {
        described = false;
        if (PersonNames.At(text, at, out var ends) is null || Rank().IsMatch(text[at..])) return false;
        if (ends == text.Length) return true;
        var follows = Boundary().Match(text, ends);
        if (follows.Success && follows.Index == ends && Described(text, ends + follows.Length, out _) && !Role().IsMatch(text[(ends + follows.Length)..])) return true;
        described = text[ends] is ',' or '،' || Introduction().IsMatch(text[ends..]) || (text[ends] == ' ' && ends + 1 < text.Length && text[ends + 1] is '(' or '–' or '—' or '-') || text[ends] is '–' or '—';
        return described && text[(ends + 1)..].Trim(' ', ',', '،').Length > 0;
    }

    private static bool SureDescription(string text, int ends)
    {
        var rest = text[ends..].TrimStart(',', '،', ' ', '–', '—', '-');
        return rest.Length > 0 && !rest.StartsWith("and ", StringComparison.Ordinal) && (char.IsLower(rest[0]) || rest[0] == '(' || char.GetUnicodeCategory(rest[0]) == System.Globalization.UnicodeCategory.OtherLetter || Role().IsMatch(rest));
    }

    private static List<(string, string?)>? Separated(string text, List<int> semicolons)
    {
        var people = new List<(string, string?)>();
        var from = 0;
        foreach (var end in semicolons.Append(text.Length))
        {
            var part = LeadingAnd().Replace(text[from..end].Trim(), "");
            if (part.Length == 0 || One(part) is not { } one) return null;
            people.Add(one);
            from = end + 1;
        }

        return people;
    }

    private static List<(string, string?)>? Cut(string text, List<int> starts)
    {
        var people = new List<(string, string?)>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : text.Length;
            var part = text[starts[i]..end];
            if (i + 1 < starts.Count) part = TrailingBoundary().Replace(part, "");
            if (One(part) is not { } one) return null;
            people.Add(one);
        }

        return people;
    }

    private static (string, string?)? One(string part)
    {
        if (PersonNames.At(part, 0, out var ends) is not { } name) return null;
        var rest = part[ends..].Trim();
        if (rest.Length == 0) return (name, null);
        if (rest[0] == '(' && rest[^1] == ')' && rest.IndexOf(')', StringComparison.Ordinal) == rest.Length - 1) return (name, rest[1..^1].Trim());
        if (rest[0] is not (',' or '،' or '(' or '–' or '—') && !rest.StartsWith("- ", StringComparison.Ordinal) && !Introduction().IsMatch(" " + rest)) return null;
        var description = rest.TrimStart(',', '،', ' ', '–', '—', '-').TrimEnd(',', '،', ' ');
        return description.Length == 0 ? (name, null) : (name, description);
    }

    // Which characters stand outside quotes and brackets. An apostrophe is no quote.
    private static bool[] Outside(string text)
    {
        var outside = new bool[text.Length];
        var (brackets, quoted, straight) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"') straight = !straight;
            else if (c is '“' or '«' or '„') quoted++;
            else if (c is '”' or '»') quoted = Math.Max(0, quoted - 1);
            else if (c is '(' or '[') brackets++;
            else if (c is ')' or ']') brackets = Math.Max(0, brackets - 1);
            outside[i] = brackets == 0 && quoted == 0 && !straight;
        }

        return outside;
    }

    // "And" in the languages that we speak; in Arabic it is a letter of the next word, so that only a comma is sure.
    private const string And = "and|&|und|sowie|y|e|ed|et|en";
    private const string AndAlso = "as well as|along with|together with|and also|and by|and with|sowie|así como|ainsi que|nonché|alsmede|evenals|bem como|assim como";
    private const string With = @"(?:(?:by|with|to|mit|von|con|avec|met|com)\s+)?";
    private const string Joint = @"(?:[,،]\s*(?:(?<and>" + And + @")\s+)?|\s+(?<and>" + And + @")\s+|,?\s+(?<and>" + AndAlso + @")\s+)" + With;

    [GeneratedRegex(Joint, Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Boundary();

    [GeneratedRegex("(?:" + Joint + ")$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex TrailingBoundary();

    [GeneratedRegex("^(?:" + And + @")\s+" + With, Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex LeadingAnd();

    // What a description may begin with where no comma stands.
    [GeneratedRegex("^ (?:who|of|from|aus|vom|uit|qui|que|che) ", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^(?:an?\s|the\s)?(?:Professor|Prof|Director|Deputy|CEO|CTO|CFO|Chief|Editor|Senior|Junior|President|Vice|Head|Founder|Co-[Ff]ounder|Associate|Assistant|Executive|Chair|Chairman|Chairwoman|Fellow|Research|Minister|MP|MEP|PhD|Ph\.D|Member|Secretary|Ambassador|Former|Managing|Policy|Political|Independent|Journalist|Author|Writer|Lecturer|Reader|Emeritus|Distinguished|US|UK|EU|Analyst|Visiting|Adjunct|Principal|Lead|Staff|Foreign|International|[A-Z][\w-]*-based)\b", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Role();

    // "and Senior Lecturer, University of …" goes on with the same person.
    [GeneratedRegex(@"^(?:Deputy|Chief|Senior|Junior|Vice|Head|Founder|Co-[Ff]ounder|Founding|Associate|Assistant|Executive|Managing|Research|Former|Member|Visiting|Adjunct|Principal|Policy|Political|Independent|Foreign|International|Global|Distinguished|Honorary|Contributing)\b", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Rank();
}
