using System.Text.Json;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>What <c>azd</c> knows of a deployment: the outputs of the template, and what was set with <c>azd env set</c>.</summary>
internal sealed class AzdEnvironment
{
    private const string Folder = ".azure";
    private const string File = ".env";

    private readonly Dictionary<string, string> _values;

    private AzdEnvironment(string name, Dictionary<string, string> values) => (Name, _values) = (name, values);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>A value; null for none, and for an empty one.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>A value that every deployment has.</summary>
    /// <exception cref="CannotRunException">This one has not been made yet.</exception>
    public string Needed(string name) => this[name] ?? throw new CannotRunException($"The azd environment {Name} does not know {name}.", "Run 'azd up' first, or 'azd env refresh' where somebody else deployed.");

    /// <summary>Reads one.</summary>
    /// <param name="which">Its name, or the path of its file; empty for the one that azd uses by itself. Looked for from the current folder upwards, as azd does.</param>
    /// <exception cref="CannotRunException">There is none.</exception>
    public static AzdEnvironment Read(string which)
    {
        if (System.IO.File.Exists(which)) return new(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(which))!), Values(System.IO.File.ReadAllLines(which)));
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var all = Path.Combine(folder.FullName, Folder);
            if (!Directory.Exists(all)) continue;
            var name = which.Length > 0 ? which : Usual(Path.Combine(all, "config.json"));
            var file = Path.Combine(all, name ?? "", File);
            if (name is not null && System.IO.File.Exists(file)) return new(name, Values(System.IO.File.ReadAllLines(file)));
        }

        throw new CannotRunException(which.Length > 0 ? $"There is no azd environment {which} here." : "There is no azd environment here.", "Run it in the project's folder, after 'azd up', and say which with --deployment NAME ('azd env list' shows them).");
    }

    private static string? Usual(string config)
    {
        if (!System.IO.File.Exists(config)) return null;
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(config));
        return json.RootElement.TryGetProperty("defaultEnvironment", out var name) ? name.GetString() : null;
    }

    // azd writes NAME="value", with a backslash before what a shell would take for its own.
    private static Dictionary<string, string> Values(string[] lines) => lines
        .Select(line => line.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .GroupBy(parts => parts[0].Trim(), parts => parts[1].Trim().Trim('"').Replace("\\", "", StringComparison.Ordinal), StringComparer.Ordinal)
        .ToDictionary(values => values.Key, values => values.Last(), StringComparer.Ordinal);
}
