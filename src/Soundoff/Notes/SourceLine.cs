using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Fields;
using Soundoff.Limits;

namespace Soundoff.Notes;

/// <summary>The attribution at the end of an article: "Source: example.org", on its own line or glued to the last word.</summary>
internal static partial class SourceLine
{
    private const int LongestName = 120;
    private const int LongestTail = 200;

    /// <summary>The text before the attribution and the attribution; null when the text ends without one.</summary>
    public static (string Before, SourceCredit Credit)? TakeFrom(string paragraph)
    {
        var tail = Math.Max(0, paragraph.Length - LongestTail);
        var match = Ending().Matches(paragraph[tail..]).LastOrDefault();
        if (match is null) return null;
        var name = match.Groups["name"].Value.Trim().TrimEnd('.', '/', ' ');
        if (name.Length is 0 or > LongestName || MoreText().IsMatch(name)) return null;
        var before = paragraph[..(tail + match.Groups["word"].Index)];
        var address = Address(name) is not null;
        var colon = match.Groups["sign"].Value == ":";
        // Inside a sentence ("their main Source: …", "Open Source - a history") only an address is surely an attribution.
        var stands = before.Length == 0 || EndOfSentence().IsMatch(before) || (!char.IsWhiteSpace(before[^1]) && colon);
        return stands || (address && colon) ? (before.TrimEnd(), Credit(name)) : null;
    }

    /// <summary>The attribution for a name, with a link when it is, or ends in, an address.</summary>
    public static SourceCredit Credit(string name)
    {
        if (Address(name) is { } whole) return new(name, whole);
        var last = NameAndAddress().Match(name);
        return last.Success && WebAddress.Read(last.Groups["address"].Value) is { } link ? new(last.Groups["name"].Value, link) : new(name, null);
    }

    private static Uri? Address(string name) => WebAddress.Read(name);

    [GeneratedRegex(@"(?:^|[^\p{Lu}(])(?<word>Source|SOURCE|Sources)(?:\s*(?<sign>:|\s-|[–—])\s*|\s*(?<sign>-)\s+)(?<name>\S[^\n]*)$|(?:^|[^\p{L}(])(?<word>source)\s*(?<sign>:)\s*(?<name>\S+)$", Patterns.Linear | RegexOptions.ExplicitCapture, Patterns.TimeLimit)]
    private static partial Regex Ending();

    // A sentence that goes on is no name.
    [GeneratedRegex(@"[.!?;]\s", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex MoreText();

    [GeneratedRegex(@"[.!?…:;)""'”’»\]]\s*$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"^(?<name>.*?\w.*?)[\s,:–—-]*(?:\(?(?<address>https?://[^\s)]+)|\((?<address>[^\s()]+\.[^\s()]+))\)?$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex NameAndAddress();
}
