namespace Soundoff.Episodes.Podcasting;

/// <summary>The licences that feeds may name without telling where their text is: SPDX's list, and the namespace's two beyond it.</summary>
public static class KnownLicenses
{
    private static readonly Lazy<Dictionary<string, string>> Read = new(Load);

    /// <summary>Every identifier, as its list spells it.</summary>
    public static IReadOnlyCollection<string> All => Read.Value.Values;

    /// <summary>An identifier as its list spells it, whatever the case; null when it is on no list.</summary>
    public static string? Find(string name) => Read.Value.GetValueOrDefault(name.Trim());

    private static Dictionary<string, string> Load()
    {
        using var reader = new StreamReader(typeof(KnownLicenses).Assembly.GetManifestResourceStream("Soundoff.Licenses.txt")!);
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line) known[line] = line;
        return known;
    }
}
