namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Where the parts of a deployment are.</summary>
/// <param name="environment">What azd knows of it.</param>
internal sealed class Deployed(AzdEnvironment environment)
{
    /// <summary>The resource manager's paths begin with it.</summary>
    public string Group { get; } = $"/subscriptions/{environment.Needed("AZURE_SUBSCRIPTION_ID")}/resourceGroups/{environment.Needed("RESOURCE_GROUP")}";

    public string StorageName { get; } = environment.Needed("STORAGE_ACCOUNT");

    public string Storage => $"{Group}/providers/Microsoft.Storage/storageAccounts/{StorageName}";

    public string App => $"{Group}/providers/Microsoft.Web/sites/{environment.Needed("FUNCTION_APP")}";

    public string VaultName { get; } = environment.Needed("KEY_VAULT");

    public string Vault => $"{Group}/providers/Microsoft.KeyVault/vaults/{VaultName}";

    /// <summary>Where secrets are read.</summary>
    public Uri VaultUrl { get; } = new(environment["KEY_VAULT_URL"] ?? $"https://{environment.Needed("KEY_VAULT")}.vault.azure.net/");

    /// <summary>Where the functions answer.</summary>
    public Uri Api { get; } = new(environment.Needed("API_URL"));

    /// <summary>The domain that receives mail; null for none.</summary>
    public string? MailDomain => environment["MAIL_DOMAIN"];

    /// <summary>The site's own host name; null for the one that Azure gives.</summary>
    public string? SiteDomain => environment["SITE_DOMAIN"];

    /// <summary>What the CNAME of <see cref="SiteDomain"/> leads to.</summary>
    public string? SiteDomainTarget => environment["SITE_DOMAIN_TARGET"];

    /// <summary>Front Door's profile; null for none.</summary>
    public string? FrontDoor => environment["FRONT_DOOR"];

    /// <summary>Where SendGrid's API is.</summary>
    public Uri SendGrid { get; } = new(environment["SOUNDOFF_SENDGRID_URL"] ?? "https://api.sendgrid.com/");

    /// <summary>A key that may read SendGrid's settings; null for none.</summary>
    public string? SendGridKey => environment["SENDGRID_API_KEY"] ?? Environment.GetEnvironmentVariable("SENDGRID_API_KEY");
}
