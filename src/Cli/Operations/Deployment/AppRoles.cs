using Soundoff.Account;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Looks whether the functions and Event Grid have the roles that the template gives them.</summary>
internal static class AppRoles
{
    private const string Area = "roles";

    // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly (string Id, string Name)
        BlobOwner = ("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner"),
        BlobContributor = ("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor"),
        QueueContributor = ("974c5e8b-45b9-4653-ba55-5f855dd0fb88", "Storage Queue Data Contributor"),
        QueueSender = ("c6a89b2d-59bc-44d0-9896-0f6e12d7b80a", "Storage Queue Data Message Sender"),
        TableContributor = ("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Storage Table Data Contributor"),
        SecretsUser = ("4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User");

    /// <summary>Compares.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(Deployed deployed, ResourceManager azure, CancellationToken cancellation)
    {
        var app = await azure.GetAsync(deployed.App, "2024-04-01", cancellation);
        var identities = app.At("identity.userAssignedIdentities") is { } all ? all.EnumerateObject().Select(identity => identity.Value.Text("principalId")).OfType<string>().ToList() : [];
        if (identities.Count == 0) return [new(Area, Verdict.Wrong, "The functions have no identity: they can read and write nothing.", "Run 'azd provision': it gives them one.")];
        var missing = new List<string>();
        await CompareAsync(deployed.Storage, "the functions", identities, BlobOwner, QueueContributor, TableContributor);
        await CompareAsync(deployed.Vault, "the functions", identities, SecretsUser);
        if ((await EventDelivery.TopicAsync(deployed, azure, cancellation))?.Text("identity.principalId") is { } topic)
        {
            await CompareAsync($"{deployed.Storage}/queueServices/default/queues/{Queues.EpisodeEvents}", "Event Grid", [topic], QueueSender);
            await CompareAsync($"{deployed.Storage}/blobServices/default/containers/{Containers.DeadLetters}", "Event Grid", [topic], BlobContributor);
        }

        return missing.Count == 0
            ? [new(Area, Verdict.Good, "The functions and Event Grid have the roles they need.")]
            : [.. missing.Select(sentence => new Finding(Area, Verdict.Wrong, sentence, "Run 'azd provision': it gives roles that are missing. They take some minutes to be known everywhere."))];

        async Task CompareAsync(string scope, string who, IReadOnlyList<string> principals, params (string Id, string Name)[] needed)
        {
            // Those above the scope count as well.
            var given = await azure.ListAsync($"{scope}/providers/Microsoft.Authorization/roleAssignments?$filter=atScope()", "2022-04-01", cancellation);
            foreach (var role in needed)
                if (!given.Any(one => principals.Contains(one.Text("properties.principalId"), StringComparer.OrdinalIgnoreCase) && one.Text("properties.roleDefinitionId")?.EndsWith(role.Id, StringComparison.OrdinalIgnoreCase) == true))
                    missing.Add($"{char.ToUpperInvariant(who[0])}{who[1..]} {(who == "Event Grid" ? "has" : "have")} not the role {role.Name} on {scope.Split('/')[^1]}.");
        }
    }
}
