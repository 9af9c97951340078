using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Limits;

namespace Soundoff.Notes.Plain;

/// <summary>
/// Reads sentences and labelled lines that name who speaks (<see cref="CreditPatterns"/>). Whether names stand in them, and nothing else, is for
/// <see cref="GuestList"/> to say.
/// </summary>
internal static partial class CreditShapes
{
    private const int Longest = 800;

    /// <summary>Hosts, then guests; null when the text is no such sentence or does not surely name people.</summary>
    /// <param name="sentence">One paragraph, without its full stop.</param>
    public static IReadOnlyList<Person>? Read(string sentence)
    {
        if (sentence.Length > Longest) return null;
        if (ReadLabels(sentence, false) is { } labelled) return labelled;
        foreach (var shape in CreditPatterns.Sentences)
        {
            if (shape.Match(sentence) is not { Success: true } match) continue;
            if (Names(HostWord().Replace(match.Groups["hosts"].Value, "").TrimEnd(',', '،'), "host") is not { } hosts || hosts.Any(h => h.Description is not null || PersonNames.BeginsWithOffice(h.Name))) continue;
            if (Names(match.Groups["guests"].Value, "guest") is { } guests) return [.. hosts, .. guests];
        }

        return null;
    }

    /// <summary>Those whom labels name; null when some of the text belongs to no label or does not surely name people.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="several">Whether it has several sentences: then each must be a label's.</param>
    public static IReadOnlyList<Person>? ReadLabels(string text, bool several)
    {
        if (text.Length > Longest) return null;
        foreach (var label in CreditPatterns.Labels)
            if (Labelled(text, label.Matches(text), several) is { } labelled) return labelled;
        return null;
    }

    // "Host: A. Guests: B, who that is; C." The labels stand at the beginnings of their parts, and all of the text belongs to one.
    private static IReadOnlyList<Person>? Labelled(string sentence, MatchCollection labels, bool several)
    {
        if (labels.Count == 0 || labels[0].Index > 0) return null;
        var people = new List<Person>();
        for (var i = 0; i < labels.Count; i++)
        {
            var from = labels[i].Index + labels[i].Length;
            var to = i + 1 < labels.Count ? labels[i + 1].Index : sentence.Length;
            if (several && SentenceEnd().IsMatch(sentence[from..to])) return null;
            if (Names(sentence[from..to].TrimEnd('.', ' '), labels[i].Groups["host"].Success ? "host" : "guest") is not { } named) return null;
            people.AddRange(named);
        }

        return [.. people.OrderBy(p => p.Role == "host" ? 0 : 1)];
    }

    private static List<Person>? Names(string text, string role)
    {
        // What is talked about belongs to no description, and a name in a description may be one more guest.
        if (Topic().IsMatch(text) || GuestList.Read(text) is not { } people) return null;
        if (people.Any(p => p.Description?.Split(',', '،').Any(part => PersonNames.Is(part.Trim())) == true)) return null;
        return [.. people.Select(p => new Person { Name = p.Name, Role = role, Description = p.Description })];
    }

    [GeneratedRegex(@"[.!?]\s+\S", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("^(?:(?:[Hh]osts?|[Mm]oderator(?:in)?|[Gg]astgeber(?:in)?|[Ee]l (?:presentador|conductor|periodista)|[Ll]a (?:presentadora|conductora|periodista)|[Ll]['’]animat(?:eur|rice)|[Ll]e (?:présentateur|journaliste)|[Ll]a (?:présentatrice|journaliste)|[Ii]l (?:conduttore|giornalista)|[Ll]a (?:conduttrice|giornalista)|[Pp]resentator|[Pp]resentatrice|[Oo] apresentador|[Aa] apresentadora|المذيعة?|الإعلامية?) )", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex HostWord();

    [GeneratedRegex(@"(?:^|\P{L})(?:about|on (?:how|why|what|the future)|to (?:discuss|talk)|über|zum Thema|sobre|acerca|à propos|sur (?:le|la|les)|riguardo|sul|sulla|sui|sulle|su (?:come|cosa)|over|a respeito|حول|عن)(?:\P{L}|$)", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Topic();
}
