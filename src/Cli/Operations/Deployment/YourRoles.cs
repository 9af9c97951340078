using System.IO.Enumeration;
using System.Text.Json;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Looks what whoever is signed in here may do with the data, and which commands that is enough for.</summary>
internal static class YourRoles
{
    private const string Area = "roles";
    private const string Account = "Microsoft.Storage/storageAccounts/";

    private static readonly (string Role, string[] Actions, string Commands)[] Needs =
    [
        ("Storage Blob Data Contributor", [Account + "blobServices/containers/blobs/read", Account + "blobServices/containers/blobs/write", Account + "blobServices/containers/blobs/delete"], "status, doctor, reconcile and letters"),
        ("Storage Queue Data Contributor", [Account + "queueServices/queues/messages/read", Account + "queueServices/queues/messages/write", Account + "queueServices/queues/messages/delete"], "status, doctor, redrive, reconcile, letters publish, hide and erase"),
        ("Storage Table Data Contributor", [Account + "tableServices/tables/entities/read", Account + "tableServices/tables/entities/write", Account + "tableServices/tables/entities/delete"], "status, doctor, reconcile and letters"),
    ];

    /// <summary>Asks the resource manager, which knows roles of groups too. A role that was given a moment ago counts here before storage knows it.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(Deployed deployed, ResourceManager azure, CancellationToken cancellation)
    {
        var permissions = await azure.ListAsync($"{deployed.Storage}/providers/Microsoft.Authorization/permissions", "2022-04-01", cancellation);
        var missing = Needs.Where(need => !need.Actions.All(action => permissions.Any(given => Allows(given, action)))).ToList();
        return missing.Count == 0
            ? [new(Area, Verdict.Good, "You may run every command.")]
            : [.. missing.Select(need => new Finding(Area, Verdict.Wrong, $"You have not the role {need.Role} on {deployed.StorageName}, which {need.Commands} need.", "Set SOUNDOFF_OPERATOR_ID to your object id (az ad signed-in-user show --query id) and run 'azd provision', or ask the owner to; new roles take some minutes."))];
    }

    private static bool Allows(JsonElement given, string action) => Names(given, "dataActions", action) && !Names(given, "notDataActions", action);

    private static bool Names(JsonElement given, string list, string action) => given.List(list).Any(pattern => FileSystemName.MatchesSimpleExpression(pattern.GetString(), action));
}
