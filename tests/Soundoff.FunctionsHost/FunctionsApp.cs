using System.Text.Json;

namespace Soundoff.FunctionsHost;

/// <summary>An app as its build or its publication leaves it, and the settings it is run with.</summary>
public sealed class FunctionsApp
{
    /// <param name="folder">Where its output is: <c>functions.metadata</c>, <c>host.json</c>, <c>worker.config.json</c> and its assemblies.</param>
    /// <param name="storage">The connection string of the account that its triggers look at.</param>
    /// <param name="settings">Its application settings; <c>AzureFunctionsJobHost__extensions__…</c> are for the host, in place of what <c>host.json</c> says.</param>
    public FunctionsApp(string folder, string storage, IReadOnlyDictionary<string, string> settings)
    {
        Folder = folder;
        Storage = storage;
        Settings = new Dictionary<string, string>(settings) { ["AzureWebJobsStorage"] = storage };
        Functions = [.. Read("functions.metadata").EnumerateArray().Select(declared => new Function(declared))];
        Rules = HostRules.Read(Path.Combine(folder, "host.json"), Settings);
        Worker = Path.Combine(folder, Read("worker.config.json").GetProperty("description").GetProperty("defaultWorkerPath").GetString()!);
    }

    public string Folder { get; }

    /// <summary>The connection string of the account that its triggers look at.</summary>
    public string Storage { get; }

    public IReadOnlyDictionary<string, string> Settings { get; }

    public IReadOnlyList<Function> Functions { get; }

    /// <summary>The assembly that is started.</summary>
    public string Worker { get; }

    internal HostRules Rules { get; }

    private JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file))).RootElement;
}
