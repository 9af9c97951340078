namespace Soundoff.Tests.Search;

/// <summary>Texts with their terms: what index and search page must agree on.</summary>
internal static class TermFixtures
{
    public static IReadOnlyList<(string Text, string[] Terms)> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "search", "terms.txt")).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" => ")).Select(parts => (parts[0], parts[1].Split(' '))),
    ];
}
