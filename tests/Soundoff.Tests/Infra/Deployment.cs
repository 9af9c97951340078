using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Soundoff.Tests.Infra;

/// <summary>What the compiled template would make in Azure with some parameters: every resource with its expressions evaluated as far as they can be offline.</summary>
public sealed class Deployment
{
    /// <summary>What <c>infra/main.bicepparam</c> gives a stranger who sets nothing.</summary>
    public const string Default = "main";

    /// <summary>Every option on.</summary>
    public const string Everything = "everything";

    /// <summary>What excludes something in <see cref="Everything"/>: SMTP, signed webhooks, Front Door without a name of one's own.</summary>
    public const string Otherwise = "otherwise";

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Snapshots = new();

    private readonly JsonNode _snapshot;

    private Deployment(string snapshot) => _snapshot = JsonNode.Parse(snapshot)!;

    /// <summary>The resources, as they would be sent.</summary>
    public JsonArray Resources => _snapshot["predictedResources"]!.AsArray();

    /// <summary>A copy that the caller may break.</summary>
    public static async Task<Deployment> ReadAsync(string parameters)
    {
        Bicep.MustRunHere();
        return new(await Snapshots.GetOrAdd(parameters, name => new(() => MakeAsync(name))).Value);
    }

    /// <summary>The resources of a type, for example <c>Microsoft.Web/sites</c>.</summary>
    public IReadOnlyList<JsonNode> Of(string type) => [.. Resources.Where(r => r!["type"]!.GetValue<string>() == type)!];

    /// <summary>The last parts of the names of the resources of a type.</summary>
    public IReadOnlyList<string> NamesOf(string type) => [.. Of(type).Select(r => r["name"]!.GetValue<string>().Split('/')[^1])];

    /// <summary>The application's settings.</summary>
    public JsonObject Settings => Of("Microsoft.Web/sites/config").Single(r => r["name"]!.GetValue<string>().EndsWith("/appsettings", StringComparison.Ordinal))["properties"]!.AsObject();

    private static async Task<string> MakeAsync(string parameters)
    {
        var (code, output) = await Bicep.RunAsync(
            "snapshot", parameters + ".bicepparam", "--mode", "overwrite", "--subscription-id", Guid.Empty.ToString(), "--location", "westeurope", "--deployment-name", "test");
        Assert.True(code == 0, output);
        return await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, parameters + ".snapshot.json"));
    }
}
