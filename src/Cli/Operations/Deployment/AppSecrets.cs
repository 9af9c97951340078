using System.Net;
using Soundoff.Account;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Looks whether the functions can read their secrets, and whether those are fit to be ones. None is printed.</summary>
internal static class AppSecrets
{
    private const string Area = "secrets";

    // Made by the template, and so long that nobody guesses them.
    private static readonly string[] Own = ["mail-secret", "mail-url-key"];

    /// <summary>Asks the platform, then the vault.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(Deployed deployed, ResourceManager azure, CancellationToken cancellation)
    {
        var references = await azure.ListAsync($"{deployed.App}/config/configreferences/appsettings", "2024-04-01", cancellation);
        if (references.Count == 0) return [new(Area, Verdict.Wrong, "The functions refer to no secret: links in mail are signed with one of their own making, and nobody can call the webhook.", "Run 'azd provision': it sets the settings.")];
        var findings = new List<Finding>();
        foreach (var reference in references)
        {
            var (setting, secret) = (reference.Text("name"), reference.Text("properties.secretName"));
            var state = reference.Text("properties.status");
            if (state is not ("Resolved" or "Initialized"))
                findings.Add(new(Area, Verdict.Wrong, $"The functions cannot read {setting}: {state}. They do not start without it.", state == "SecretNotFound" ? $"Put it there: az keyvault secret set --vault-name {deployed.VaultName} --name {secret} --file key.txt, then 'azd hooks run postprovision'." : "A role is not known everywhere yet, or is missing: run 'azd hooks run postprovision'."));
            if (secret is not null && await TextAsync(deployed, azure, secret, cancellation) is { } finding) findings.Add(finding);
        }

        return findings.Count == 0 ? [new(Area, Verdict.Good, FormattableString.Invariant($"The functions can read their {references.Count} secrets, and these are fit to be ones."))] : findings;
    }

    private static async Task<Finding?> TextAsync(Deployed deployed, ResourceManager azure, string name, CancellationToken cancellation)
    {
        string secret;
        try
        {
            secret = await azure.SecretAsync(deployed.VaultUrl, name, cancellation);
        }
        catch (NotToldException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return new(Area, Verdict.Wrong, $"The vault holds no secret {name}.", $"printf %s '…' >key.txt, then az keyvault secret set --vault-name {deployed.VaultName} --name {name} --file key.txt.");
        }
        catch (NotToldException refused) when (refused.Status == HttpStatusCode.Forbidden)
        {
            return new(Area, Verdict.Unknown, $"You may not read {name}: whether it is fit to be a secret was not seen.", "Operators have the role Key Vault Secrets Officer, and where the vault is closed this machine's address must be among SOUNDOFF_ALLOWED_ADDRESSES.");
        }

        if (secret.Trim() != secret) return new(Area, Verdict.Hint, $"{name} has white space around it, which the functions take off.", "Save it without: printf %s '…' >key.txt.");
        return (Own.Contains(name) ? SecretText.OwnFault(name, secret, exposed: true) : SecretText.Fault(name, secret)) is { } fault ? new(Area, Verdict.Wrong, fault) : null;
    }
}
