using System.Text.Json;
using DnsClient;
using DnsClient.Protocol;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Looks whether the site is served, and under its own name.</summary>
internal static class SiteAddress
{
    /// <summary>Looks at the account.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    public static async Task<IReadOnlyList<Finding>> ServedAsync(Deployed deployed, ResourceManager azure, CancellationToken cancellation)
    {
        var blobs = await azure.GetAsync($"{deployed.Storage}/blobServices/default", "2025-08-01", cancellation);
        return [blobs.IsTrue("properties.staticWebsite.enabled") ? new("website", Verdict.Good, "The static website is on.") : new("website", Verdict.Wrong, "The static website is off: nobody can read what is published.", "Run 'azd provision': it turns it on.")];
    }

    /// <summary>Looks at Front Door's own host name: proved, and led to it.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    public static async Task<IReadOnlyList<Finding>> OwnNameAsync(Deployed deployed, ResourceManager azure, ILookupClient dns, CancellationToken cancellation)
    {
        const string Area = "cname";
        if (deployed.SiteDomain is not { } name || deployed.FrontDoor is not { } profile) return [];
        var records = await Names.AskAsync(dns, name, QueryType.CNAME, cancellation);
        if (records is null) return [new(Area, Verdict.Unknown, $"Where {name} leads cannot be found out here.", $"Ask from a machine with name servers: dig CNAME {name}.")];
        var target = records.OfType<CNameRecord>().Select(record => record.CanonicalName.Value.TrimEnd('.')).FirstOrDefault();
        var led = string.Equals(target, deployed.SiteDomainTarget, StringComparison.OrdinalIgnoreCase)
            ? new Finding(Area, Verdict.Good, $"{name} leads to {target}.")
            : new(Area, Verdict.Wrong, target is null ? $"{name} has no CNAME: nobody finds the site under its name." : $"{name} leads to {target}, not to {deployed.SiteDomainTarget}.", $"Set at your DNS: {name} CNAME {deployed.SiteDomainTarget}");
        var domains = await azure.ListAsync($"{deployed.Group}/providers/Microsoft.Cdn/profiles/{profile}/customDomains", "2025-04-15", cancellation);
        var domain = domains.Cast<JsonElement?>().FirstOrDefault(one => string.Equals(one!.Value.Text("properties.hostName"), name, StringComparison.OrdinalIgnoreCase));
        return [led, Proved(name, domain)];
    }

    private static Finding Proved(string name, JsonElement? domain) => domain?.Text("properties.domainValidationState") switch
    {
        "Approved" => new("cname", Verdict.Good, $"Front Door has a certificate for {name}."),
        null => new("cname", Verdict.Wrong, $"Front Door does not know {name}.", "Run 'azd provision': it tells Front Door."),
        var state => new("cname", Verdict.Wrong, $"Front Door has no certificate for {name} yet: {state}.", $"Set at your DNS: _dnsauth.{name} TXT {domain?.Text("properties.validationProperties.validationToken") ?? "(as 'azd deploy' prints it)"}; it is looked for every few minutes."),
    };
}
