using System.Text.Json;

namespace Soundoff.Cli.Publish;

/// <summary>The stations that a person publishes to, by names of their own, in a file of theirs. It holds no secrets: accounts are named, and whoever is signed in is asked for.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Used">The one that is meant when none is named; null for none.</param>
/// <param name="Stations">The account of each name.</param>
internal sealed record ListedStations(string File, string? Used, IReadOnlyDictionary<string, string> Stations)
{
    /// <summary>Names the file in place of the usual one.</summary>
    public const string Variable = "SOUNDOFF_STATIONS";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads the file; empty when there is none.</summary>
    /// <exception cref="CannotRunException">It cannot be read.</exception>
    public static ListedStations Read()
    {
        var file = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "soundoff", "stations.json");
        if (!System.IO.File.Exists(file)) return new(file, null, new Dictionary<string, string>());
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(System.IO.File.ReadAllText(file), Json);
            return new(file, kept?.Used, kept?.Stations ?? []);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"The list of stations in {file} cannot be read.", "Mend it, or delete it and add your stations again.", unreadable);
        }
    }

    /// <summary>Writes the file.</summary>
    public void Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File + ".tmp", JsonSerializer.Serialize(new Kept(Used, new(Stations.OrderBy(station => station.Key, StringComparer.Ordinal).ToDictionary())), Json) + "\n");
        System.IO.File.Move(File + ".tmp", File, overwrite: true);
    }

    private sealed record Kept(string? Used, Dictionary<string, string> Stations);
}
