using System.Text;
using System.Text.RegularExpressions;

namespace Soundoff.Tests.Limits;

/// <summary>A text that patterns are known to choke on: something, then something over and over, then what keeps it from matching.</summary>
internal sealed partial record Poison(string Before, string Again, string After)
{
    private const int Length = 1024 * 1024;

    private string? megabyte;

    private static readonly Poison[] Classic =
    [
        new("", "a", "!"), new("", "a", ":"), new("", "A ", "!"), new("", " ", "x"), new("[email", "\u00A0", "x]"), new("[", "email", "@"), new("", "\t", "x"), new("", "\n", "x"),
        new("", "\n \n", "x"), new("", "a.", "!"), new("a@", "a.", "@"), new("", "a-", "!"), new("", "a@", " "), new("", "a,", ";"), new("", "1", "x"),
        new("", "1:", "x"), new("", "0.", "x"), new("", "(", ""), new("", "[(", ""), new("", "<a", ""), new("", "<", ""), new("", "\"", "x\""), new("", "„\"\"", ""),
        new("", "‘", "’x"), new("", "‘a’b", ""), new("", "é", "\u0301"), new("", "Jo ", "."), new("Jo", " de", ","), new("", "https://", " "), new("a", ": ", "[x"),
        new("", "{\\", ""), new("", "- ", "x"), new("a-", "a-a", "_"), new("", ",,", "x"), new("4.", "4.4 ", "x"),
    ];

    /// <summary>The classic ones, and some of the pattern's own words and signs.</summary>
    public static IEnumerable<Poison> For(string pattern)
    {
        foreach (var poison in Classic) yield return poison;
        var words = Words().Matches(pattern).Select(word => word.Value).Where(word => word.Length > 1).Distinct().ToArray();
        if (words.Length > 0) yield return new("", string.Join(' ', words) + " ", "\u0001");
        if (words.Length > 0) yield return new("", words[0], "\u0001");
        var signs = Signs().Matches(pattern).Select(sign => sign.Value.TrimStart('\\')).Distinct().ToArray();
        if (signs.Length == 0) yield break;
        yield return new(words.FirstOrDefault() ?? "", string.Concat(signs), "\u0001");
        yield return new("", words.FirstOrDefault() + signs[0], "\u0001");
        yield return new("", words.FirstOrDefault() + " " + signs[^1], "\u0001");
    }

    /// <summary>A megabyte of it, made once.</summary>
    public string Megabyte => megabyte ??= new StringBuilder(Length).Append(Before).Insert(Before.Length, Again, (Length - Before.Length - After.Length) / Again.Length).Append(After).ToString();

    /// <summary>For messages.</summary>
    public override string ToString() => $"\"{Before}\", \"{Again}\" over and over, \"{After}\"";

    [GeneratedRegex(@"(?<!\\)\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\\[^\p{L}\p{N}]|[^\p{L}\p{N}\s\\(){}?*+^$|]")]
    private static partial Regex Signs();
}
