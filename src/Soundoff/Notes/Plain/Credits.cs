using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Limits;

namespace Soundoff.Notes.Plain;

/// <summary>
/// Reads a paragraph of the kind "H is joined by G, who that is, and G, who that is", or of another kind of <see cref="CreditShapes"/>. Either the whole
/// paragraph is such a sentence, or nobody is read: a guest invented is worse than a guest missed.
/// </summary>
internal static partial class Credits
{
    private const int Longest = 2000;

    // The longest word for a work, what may stand between it and "about", and more than a letter before it.
    private const int LongestWork = 60;

    /// <summary>Hosts, then guests; null when the paragraph is anything else or is not surely read.</summary>
    public static IReadOnlyList<Person>? Read(string paragraph)
    {
        if (paragraph.Length > Longest) return null;
        var sentence = Ended(paragraph.Trim());
        // Labels may begin several sentences.
        if (sentence is null) return CreditShapes.ReadLabels(paragraph.Trim().TrimEnd('.', ' '), true);
        return Joined(sentence[Lead().Match(sentence).Length..]) ?? CreditShapes.Read(sentence);
    }

    private static IReadOnlyList<Person>? Joined(string sentence)
    {
        foreach (Match verb in Verb().Matches(sentence))
        {
            var before = HostWord().Replace(sentence[..verb.Index].Trim(), "${name}").TrimEnd(',');
            var after = GuestWord().Replace(sentence[(verb.Index + verb.Length)..].Trim(), "${name}");
            if (GuestList.Read(before) is not { } hosts || hosts.Any(h => PersonNames.BeginsWithOffice(h.Name) || h.Description?.Length > 150)) continue;
            if (Remainder().IsMatch(QuotedText.Replace(after, "“”"))) return null;
            if (!verb.Value.Contains("join", StringComparison.Ordinal) && HasTopic(QuotedText.Replace(after, "“”"))) return null;
            if (GuestList.Read(after) is not { } guests) return null;
            return [.. hosts.Select(h => Person(h, "host")), .. guests.Select(g => Person(g, "guest"))];
        }

        var joining = Joining().Match(sentence);
        var joins = joining.Success ? joining : Joins().Match(sentence);
        return joins.Success && GuestList.Read(joins.Groups["guests"].Value.TrimEnd(',')) is { } guesting && GuestList.Read(joins.Groups["hosts"].Value) is { } joined
            && joined.All(h => h.Description is null && !PersonNames.BeginsWithOffice(h.Name))
            ? [.. joined.Select(h => Person(h, "host")), .. guesting.Select(g => Person(g, "guest"))]
            : null;
    }

    // "speaks with Jane Doe, historian about the war": whose "about" it is cannot be told, unless it is a book's.
    private static bool HasTopic(string text) =>
        Topic().Matches(text).Any(about => !Work().IsMatch(text[Math.Max(0, about.Index - LongestWork)..about.Index]));

    private static Person Person((string Name, string? Description) named, string role) => new() { Name = named.Name, Role = role, Description = named.Description };

    // One sentence: without its full stop, also where that stands inside a closing quote's shadow; null when there are several.
    private static string? Ended(string text)
    {
        var bare = QuotedText.Blank(text);
        foreach (Match end in SentenceEnd().Matches(bare))
        {
            if (!Abbreviated().IsMatch(bare[..(end.Index + 1)])) return null;
        }

        if (text.EndsWith('?')) return null;
        return text.EndsWith('.') && Abbreviation().IsMatch(text) ? text : text.TrimEnd('.', '!', ' ', ':', '…');
    }

    [GeneratedRegex(@"^(?:(?:(?:In|On|For|During)\s+(?:this|today['’]s|tonight['’]s|the|our|another)\b[^,.]{0,60},\s*)|(?:(?:This week|Today|Tonight|This time|This month|Once again|In the studio)(?:\s+on (?:the|our) (?:show|programme|program|podcast))?\s*,?\s+))", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:['’]s|\s+(?:is|are|was|were))\s+(?:(?:also|once again|again|today|now|then|this week)\s+)?joined\s+(?:(?:today|this week|this time|in (?:the )?studio|on the (?:phone|line|show|programme|program)|live|once again|again|here)\s+)*by\s+|,?\s+(?:(?:is|are|was|were)\s+)?(?:speaks?|spoke|speaking|talks?|talked|talking|chats?|chatted|chatting)\s+(?:to|with)\s+|\s+(?:hosts|hosted|interviews?|interviewed|welcomes?|welcomed)\s+|,?\s+(?:is|are|was|were)\s+in conversation with\s+|\s+(?:sits?|sat) down with\s+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?<guests>.+?),?\s+(?:joins?|joined)\s+(?:(?:host|hosts|presenter|presenters)\s+)?(?<hosts>[^,;]+)$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^Joining\s+(?<hosts>.+?)\s+(?:is|are|was|were)\s+(?<guests>.+)$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Joining();

    [GeneratedRegex(@"^(?:(?:your|our|the|show|programme|program)\s+)?(?:co-)?(?:hosts?|presenters?|moderators?|anchor)\s+(?<name>[\p{Lu}\p{Lo}])", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex HostWord();

    [GeneratedRegex(@"^(?:(?:his|her|their|our|the|two|three|four|special|fellow|studio|today['’]s|this week['’]s)\s+)*guests?[:,]?\s+(?<name>[\p{Lu}\p{Lo}])", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex GuestWord();

    // What follows the guests in many such sentences and belongs to no description.
    [GeneratedRegex(@"\bto (?:discuss|talk|explore|explain|examine|debate|share|analy[sz]e|break down|unpack|look (?:at|back|into)|consider|reflect|answer|assess|make sense|find out|tell|hear|learn|ask|chat|review|go through|weigh in|dissect)\b|,\s+(?:about|on (?:how|why|what|the|whether)|in (?:this|today|which)|on this|as (?:they|we|he|she)|discussing|talking|who (?:discuss|talk|explain|join)|for (?:a|an) (?:discussion|conversation|chat|debate|talk|look))\b|\b(?:as (?:they|we) (?:discuss|talk|explore|look))\b|\bfor (?:a|an) (?:discussion|conversation|chat|debate)\b", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Remainder();

    [GeneratedRegex(@"\s+about\b", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Topic();

    [GeneratedRegex(@"\b(?:book|books|film|films|documentary|novel|podcast|series|memoir|study|studies|play|blog|website|report|articles?|essays?|stories)\b[^,;]{0,30}$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Work();

    [GeneratedRegex(@"[.!?][""”’»)\]]*\s+[\p{Lu}\p{Lo}""“«]", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?:^|[\s(.])(?:\p{Lu}|Dr|Prof|Mr|Mrs|Ms|St|Rev|Jr|Sr|Gen|Col|Sen|Rep|Lt|Capt|Inc|Ltd|Co|vs|Amb|Hon)\.$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Abbreviated();

    [GeneratedRegex(@"(?:\b\p{Lu}\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Corp|Ph\.D)\.$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Abbreviation();
}
