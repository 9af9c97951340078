using System.Text.Json.Nodes;
using Soundoff.Site;
using static Soundoff.Tests.Infra.SecurityRule;

namespace Soundoff.Tests.Infra;

/// <summary>The rules, one by one.</summary>
public static class SecurityRules
{
    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Blobs = Storage + "/blobServices";
    private const string Site = "Microsoft.Web/sites";
    private const string Publishing = Site + "/basicPublishingCredentialsPolicies";
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string Topic = "Microsoft.EventGrid/systemTopics";
    private const string Subscription = Topic + "/eventSubscriptions";
    private const string Role = "Microsoft.Authorization/roleAssignments";

    // Of Azure's built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
    internal static readonly Dictionary<string, string> AllowedRoles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
    };

    /// <summary>Hold whatever the parameters are.</summary>
    public static IReadOnlyList<SecurityRule> Always { get; } =
    [
        Value("Storage serves no blob to the public but the static website", Storage, "properties.allowBlobPublicAccess", false, true),
        Value("Storage takes no shared keys", Storage, "properties.allowSharedKeyAccess", false, true),
        Value("Storage takes TLS 1.2 or later", Storage, "properties.minimumTlsVersion", "TLS1_2", "TLS1_0"),
        Value("Storage takes HTTPS only", Storage, "properties.supportsHttpsTrafficOnly", true, false),
        Value("Storage is not copied to other tenants", Storage, "properties.allowCrossTenantReplication", false, true),
        Value("Trusted services reach storage, so that Event Grid can deliver", Storage, "properties.networkAcls.bypass", "AzureServices", "None"),
        Value("Containers are private", Blobs + "/containers", "properties.publicAccess", "None", "Blob"),
        Value("Deleted blobs can be restored", Blobs, "properties.deleteRetentionPolicy.enabled", true, false),
        Value("Deleted containers can be restored", Blobs, "properties.containerDeleteRetentionPolicy.enabled", true, false),
        Value("What was erased can be deleted for good", Blobs, "properties.deleteRetentionPolicy.allowPermanentDelete", true, false),
        Value("Former versions are kept", Blobs, "properties.isVersioningEnabled", true, false),
        Value("The static website is on", Blobs, "properties.staticWebsite.enabled", true, false),
        Value("Its first page is the engine's", Blobs, "properties.staticWebsite.indexDocument", SitePaths.Root, "default.htm"),
        Value("Its page for what is missing is the engine's", Blobs, "properties.staticWebsite.errorDocument404Path", SitePaths.NotFound, null),
        new("Nothing that is rewritten all day keeps its former versions", KeptForEver, d => PrefixesOf(d).First(rule => rule["name"]!.GetValue<string>() == "versions-of-the-platform")["definition"]!["filters"]!["prefixMatch"]!.AsArray().RemoveAt(0)),
        Value("The functions take HTTPS only", Site, "properties.httpsOnly", true, false),
        Value("The functions take TLS 1.2 or later", Site, "properties.siteConfig.minTlsVersion", "1.2", "1.0"),
        Value("The deployment endpoint takes TLS 1.2 or later", Site, "properties.siteConfig.scmMinTlsVersion", "1.2", "1.0"),
        Value("FTP is off", Site, "properties.siteConfig.ftpsState", "Disabled", "AllAllowed"),
        Value("Nobody publishes with a user name and a password", Publishing, "properties.allow", false, true),
        Value("The functions have an identity that others cannot borrow", Site, "identity.type", "UserAssigned", "None"),
        Value("The package is read with the identity", Site, "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity", "StorageAccountConnectionString"),
        Value("The vault knows roles, not access policies", Vault, "properties.enableRbacAuthorization", true, false),
        Value("The vault cannot be purged", Vault, "properties.enablePurgeProtection", true, null),
        Value("Who reads the vault is written down", "Microsoft.Insights/diagnosticSettings", "properties.logs.0.enabled", true, false),
        Value("Telemetry is taken from identities only", "Microsoft.Insights/components", "properties.DisableLocalAuth", true, false),
        Value("Logs are taken from identities only", "Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", true, false),
        Value("Event Grid has an identity of its own", Topic, "identity.type", "SystemAssigned", "None"),
        Value("Events are delivered with it", Subscription, "properties.deliveryWithResourceIdentity.identity.type", "SystemAssigned", null),
        Value("Undelivered events are kept with it", Subscription, "properties.deadLetterWithResourceIdentity.identity.type", "SystemAssigned", null),
        Value("Events tell of uploads only", Subscription, "properties.filter.subjectBeginsWith", "/blobServices/default/containers/episodes/", ""),
        new("Roles are those that are needed", WrongRoles, d => Set(d.Of(Role)[0], "properties.roleDefinitionId", "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635")),
        new("Roles are given on one resource, not on the group", WideRoles, d => d.Of(Role)[0]["id"] = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Authorization/roleAssignments/1"),
        new("Settings hold no secrets", SecretSettings, d => d.Settings["Mail__UrlKey"] = "3f0c7a0d5e9b4c1f8a2e6d7b9c0a1f2e"),
        new("No setting connects with a key", ConnectionStrings, d => d.Settings["AzureWebJobsStorage"] = "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b"),
        new("Everything is tagged", Untagged, d => d.Of(Storage)[0].AsObject().Remove("tags")),
    ];

    /// <summary>Hold when the virtual network and Front Door Premium are on.</summary>
    public static IReadOnlyList<SecurityRule> Closed { get; } =
    [
        Value("Storage is closed to other networks", Storage, "properties.networkAcls.defaultAction", "Deny", "Allow"),
        Value("The vault is closed to other networks", Vault, "properties.networkAcls.defaultAction", "Deny", "Allow"),
        Value("Subnets of the functions reach storage directly", "Microsoft.Network/virtualNetworks/subnets", "properties.serviceEndpoints.0.service", "Microsoft.Storage", null),
        Value("Front Door sends visitors to HTTPS", "Microsoft.Cdn/profiles/afdEndpoints/routes", "properties.httpsRedirect", "Enabled", "Disabled"),
        Value("Front Door reads storage over HTTPS", "Microsoft.Cdn/profiles/afdEndpoints/routes", "properties.forwardingProtocol", "HttpsOnly", "MatchRequest"),
        Value("Front Door checks the certificate of storage", "Microsoft.Cdn/profiles/originGroups/origins", "properties.enforceCertificateNameCheck", true, false),
        Value("The own domain takes TLS 1.2 or later", "Microsoft.Cdn/profiles/customDomains", "properties.tlsSettings.minimumTlsVersion", "TLS12", "TLS10"),
        new("Front Door asks for HTTPS on the site's own name alone", SubdomainsToo, d => d.Of("Microsoft.Cdn/profiles/ruleSets/rules")[0]["properties"]!["actions"]![0]!["parameters"]!["value"] = "max-age=31536000; includeSubDomains"),
        new("Front Door sends the security headers", MissingHeaders, d => d.Of("Microsoft.Cdn/profiles/ruleSets/rules")[0]["properties"]!["actions"]!.AsArray().RemoveAt(0)),
    ];

    /// <summary>Hold where publishers and operators are named, each for themselves.</summary>
    public static IReadOnlyList<SecurityRule> People { get; } =
    [
        new("Publishers write uploads and read reports, and nothing else", d => Beyond(d, Publisher, "/containers/episodes/", "/containers/reports/"), d => RoleOf(d, Operator)["properties"]!["principalId"] = Publisher),
        new("Operators are given what the command line needs", MissingOperatorRoles, d => RoleOf(d, Operator)["properties"]!["principalId"] = "somebody"),
    ];

    private const string Publisher = "00000000-0000-0000-0000-00000000000a";
    private const string Operator = "00000000-0000-0000-0000-00000000000b";

    private static JsonNode RoleOf(Deployment deployment, string principal) => deployment.Of(Role).First(role => At(role, "properties.principalId")!.GetValue<string>() == principal);

    private static IEnumerable<string> Beyond(Deployment deployment, string principal, params string[] places) =>
        from role in deployment.Of(Role)
        where At(role, "properties.principalId")!.GetValue<string>() == principal
        let id = role["id"]!.GetValue<string>()
        where !places.Any(place => id.Contains(place, StringComparison.Ordinal))
        select $"{AllowedRoles[Guid(role)]} on {id}";

    private static IEnumerable<string> MissingOperatorRoles(Deployment deployment) =>
        new[] { "Storage Blob Data Contributor", "Storage Queue Data Contributor", "Storage Table Data Contributor", "Key Vault Secrets Officer" }
            .Except(deployment.Of(Role).Where(role => At(role, "properties.principalId")!.GetValue<string>() == Operator).Select(role => AllowedRoles[Guid(role)]));

    private static string Guid(JsonNode role) => AllowedRoles.Keys.Single(id => At(role, "properties.roleDefinitionId")!.GetValue<string>().Contains(id, StringComparison.Ordinal));

    private static IEnumerable<JsonNode> PrefixesOf(Deployment deployment) =>
        deployment.Of(Storage + "/managementPolicies").SelectMany(policy => At(policy, "properties.policy.rules")!.AsArray())!;

    private static IEnumerable<string> KeptForEver(Deployment deployment) =>
        new[] { "episodes/", "records/", "reports/", "mail/", "outbox/", "deployments/", "dead-letters/", "azure-webjobs-hosts/" }.Except(
            from rule in PrefixesOf(deployment)
            where At(rule, "definition.actions.version.delete") is not null
            from prefix in At(rule, "definition.filters.prefixMatch")!.AsArray()
            select prefix.GetValue<string>());

    private static IEnumerable<string> WrongRoles(Deployment deployment) =>
        from role in deployment.Of(Role)
        let id = At(role, "properties.roleDefinitionId")!.GetValue<string>()
        where !AllowedRoles.Keys.Any(allowed => id.Contains(allowed, StringComparison.Ordinal))
        select $"{id} is none of {string.Join(", ", AllowedRoles.Values)}";

    // An assignment's id begins with what it is on: a provider before that of the assignment itself.
    private static IEnumerable<string> WideRoles(Deployment deployment) =>
        from role in deployment.Of(Role)
        let id = role["id"]!.GetValue<string>()
        where id.Split("/providers/").Length < 3
        select $"{id} is not on a resource";

    private static IEnumerable<string> SecretSettings(Deployment deployment) =>
        from setting in deployment.Settings
        where setting.Key is "Mail__Secret" or "Mail__UrlKey" or "Mail__SendGridKey" or "Smtp__Password"
        where !setting.Value!.GetValue<string>().StartsWith("@Microsoft.KeyVault(VaultName=kv-", StringComparison.Ordinal)
        select $"{setting.Key} is no reference to the vault";

    private static IEnumerable<string> ConnectionStrings(Deployment deployment) =>
        from setting in deployment.Settings
        where setting.Value!.ToJsonString() is var value && (value.Contains("AccountKey=", StringComparison.Ordinal) || value.Contains("listKeys", StringComparison.Ordinal) || value.Contains("SharedAccess", StringComparison.Ordinal))
        select $"{setting.Key} holds a key";

    private static IEnumerable<string> Untagged(Deployment deployment) =>
        from resource in deployment.Resources
        let type = resource["type"]!.GetValue<string>()
        // Children, roles, settings and budgets take no tags.
        where type.Count(c => c == '/') == 1 && type is not (Role or "Microsoft.Insights/diagnosticSettings" or "Microsoft.Consumption/budgets")
        where At(resource, "tags.azd-env-name") is null || At(resource, "tags.application") is null
        select $"{type} {resource["name"]} has no tags";

    // A publisher's other names may not speak HTTPS.
    private static IEnumerable<string> SubdomainsToo(Deployment deployment) =>
        from rule in deployment.Of("Microsoft.Cdn/profiles/ruleSets/rules")
        from action in rule["properties"]!["actions"]!.AsArray()
        where At(action, "parameters.value")!.GetValue<string>().Contains("includeSubDomains", StringComparison.Ordinal)
        select $"{rule["name"]} speaks for all subdomains";

    private static IEnumerable<string> MissingHeaders(Deployment deployment)
    {
        var sent = deployment.Of("Microsoft.Cdn/profiles/ruleSets/rules").SelectMany(r => r["properties"]!["actions"]!.AsArray()).Select(a => At(a, "parameters.headerName")!.GetValue<string>());
        return new[] { "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy", "Permissions-Policy", "Access-Control-Allow-Origin" }.Except(sent);
    }
}
