using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Chapters;

/// <summary>Chapters of the OGM kind, which take several lines each: <c>CHAPTER01=00:00:00.000</c>, <c>CHAPTER01NAME=Opening</c>.</summary>
internal sealed partial class NamedChapters
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>Takes a line if it is of this kind and can be read.</summary>
    public bool TryAdd(string line, int number)
    {
        if (Line().Match(line) is not { Success: true } match) return false;
        var value = match.Groups["value"].Value.Trim();
        var key = match.Groups["number"].Value;
        var entry = entries.GetValueOrDefault(key) ?? new(number);
        switch (match.Groups["part"].Value.ToUpperInvariant())
        {
            case "NAME": entry = entry with { Title = value }; break;
            case "URL": entry = entry with { Link = ChapterLink.Read(value) }; break;
            default:
                if (!ChapterTime.TryParse(value, out var start)) return false;
                entry = entry with { Start = start };
                break;
        }

        entries[key] = entry;
        return true;
    }

    /// <summary>Those with a time, in the order they began in the file.</summary>
    public void AddTo(FoundChapters found)
    {
        foreach (var entry in entries.Values.OrderBy(e => e.Line))
            if (entry.Start is { } start)
                found.Add(new() { Start = start, Title = entry.Title, Link = entry.Link, Listed = entry.Title.Length > 0 }, entry.Line);
    }

    private sealed record Entry(int Line, TimeSpan? Start = null, string Title = "", Uri? Link = null);

    [GeneratedRegex(@"^CHAPTER(?<number>\d{1,4})(?<part>NAME|URL)?\s*=(?<value>.*)$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Line();
}
