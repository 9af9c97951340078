using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Fields;

/// <summary>One line of a field that may name several people.</summary>
internal static partial class PeopleLine
{
    /// <summary>The line in its parts, a person each; the whole line when it does not surely name several.</summary>
    public static IReadOnlyList<string> Parts(string line)
    {
        // A description may hold a semicolon or an "and" too; then what follows is no name.
        var parts = Split(Semicolon(), line);
        if (parts.Count > 1 && Quote().Count(line) % 2 == 0 && parts.TrueForAll(part => Named().IsMatch(part) && Quote().Count(part) % 2 == 0)) return parts;
        parts = Split(And(), line);
        return parts.Count > 1 && parts.TrueForAll(part => WholeName().IsMatch(part)) ? parts : [line];
    }

    private static List<string> Split(Regex at, string line) => [.. at.Split(line).Select(part => part.Trim()).Where(part => part.Length > 0)];

    [GeneratedRegex("[;；؛]", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Semicolon();

    [GeneratedRegex(@"\s(?:and|&)\s", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex And();

    [GeneratedRegex("[\"“”„«»()]", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Quote();

    // One to five words, the first capitalised or of a script without capitals; then the end or who that is.
    [GeneratedRegex(@"^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s[\p{L}\p{M}][\p{L}\p{M}.'’-]*){0,4}\s*(?:$|[,،、，:(–—-])", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Named();

    // Two to five words, each capitalised.
    [GeneratedRegex(@"^[\p{Lu}\p{Lt}][\p{L}\p{M}.'’-]*(?:\s[\p{Lu}\p{Lt}][\p{L}\p{M}.'’-]*){1,4}$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex WholeName();
}
