using System.Text.RegularExpressions;

namespace Soundoff.Tests.Docs;

/// <summary>Output as a page shows it: some of the lines, in their order. Spaces in a row are one, <c>…</c> stands for anything, ids and times for others of their kind.</summary>
internal static partial class ExpectedOutput
{
    public static bool IsIn(string expected, string said)
    {
        var printed = new Queue<string>(Lines(said));
        foreach (var line in Lines(expected).Select(Pattern))
        {
            while (printed.TryPeek(out var next) && !line.IsMatch(next)) printed.Dequeue();
            if (!printed.TryDequeue(out _)) return false;
        }

        return true;
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => Space().Replace(line, " ").Trim()).Where(line => line.Length > 0);

    private static Regex Pattern(string line)
    {
        var (pattern, from) = ("^", 0);
        foreach (Match changing in Changing().Matches(line))
        {
            var kind = changing.Groups["any"].Success ? ".*" : changing.Groups["id"].Success ? @"\d{4}-\d\d-\d\d-[0-9a-f]+" : Digit().Replace(changing.Value, @"\d");
            pattern += Regex.Escape(line[from..changing.Index]) + kind;
            from = changing.Index + changing.Length;
        }

        return new(pattern + Regex.Escape(line[from..]) + "$", RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();

    [GeneratedRegex(@"(?<any>…)|(?<id>\d{4}-\d\d-\d\d-[0-9a-f]+)|(?:\d{4}-)?\d\d-\d\d \d\d:\d\d(?::\d\d)?")]
    private static partial Regex Changing();
}
