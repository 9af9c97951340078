using System.Text.RegularExpressions;

namespace Soundoff.Tests.Publishing;

/// <summary>Storage operations counted by what they do, so that a cost can be explained.</summary>
internal static partial class Census
{
    public static string Of(IEnumerable<string> log) =>
        string.Join('\n', log.CountBy(KindOf).OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value,6} {kind.Key}"));

    private static string KindOf(string line)
    {
        var parts = line.Split(' ', 2);
        var path = parts[1][(parts[1].IndexOf('/', 1) + 1)..];
        var key = RowKey().Match(path);
        if (key.Success) return $"{parts[0]} row {key.Groups[1].Value}";
        var from = From().Match(path);
        if (from.Success) return $"{parts[0]} rows {path.Split('(')[0]} {from.Groups[1].Value}";
        return $"{parts[0]} {Slug().Replace(path.Split('?')[0], "…")}{(path.Contains("comp=list", StringComparison.Ordinal) ? " list" : "")}";
    }

    [GeneratedRegex("RowKey='([a-z])")]
    private static partial Regex RowKey();

    [GeneratedRegex("RowKey ge '([a-z])")]
    private static partial Regex From();

    [GeneratedRegex("part-[0-9]+|[0-9]{4}(/|-)[0-9]{2}")]
    private static partial Regex Slug();
}
