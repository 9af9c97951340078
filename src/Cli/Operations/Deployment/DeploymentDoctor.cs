using System.Net;
using Azure.Identity;
using DnsClient;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Looks at a deployment from outside, each part also when another fails. Changes nothing.</summary>
/// <param name="deployed">Where its parts are.</param>
/// <param name="azure">Knows what was deployed.</param>
/// <param name="dns">Knows names as strangers do.</param>
/// <param name="http">Calls the functions and SendGrid.</param>
/// <param name="clock">Says what yesterday was.</param>
internal sealed class DeploymentDoctor(Deployed deployed, ResourceManager azure, ILookupClient dns, HttpClient http, TimeProvider clock)
{
    /// <summary>Looks, in the order in which the walk of infra/README.md does it.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation) =>
    [
        .. await TryAsync("roles", () => YourRoles.ExamineAsync(deployed, azure, cancellation)),
        .. await TryAsync("roles", () => AppRoles.ExamineAsync(deployed, azure, cancellation)),
        .. await TryAsync("secrets", () => AppSecrets.ExamineAsync(deployed, azure, cancellation)),
        .. await AppAnswers.ExamineAsync(deployed, http, cancellation),
        .. await TryAsync("website", () => SiteAddress.ServedAsync(deployed, azure, cancellation)),
        .. await TryAsync("cname", () => SiteAddress.OwnNameAsync(deployed, azure, dns, cancellation)),
        .. await TryAsync("events", () => EventDelivery.ExamineAsync(deployed, azure, clock, cancellation)),
        .. await TryAsync("alerts", () => AlertReceivers.ExamineAsync(deployed, azure, cancellation)),
        .. deployed.MailDomain is { } domain ? [await MailRoute.ExamineAsync(domain, emulated: false, cancellation, dns)] : Array.Empty<Finding>(),
        .. await SendGridSettings.ExamineAsync(deployed, http, cancellation),
    ];

    private static async Task<IReadOnlyList<Finding>> TryAsync(string area, Func<Task<IReadOnlyList<Finding>>> look)
    {
        try
        {
            return await look();
        }
        catch (AuthenticationFailedException)
        {
            return [new(area, Verdict.Unknown, "Nobody is signed in to Azure here.", "Sign in with 'az login'.")];
        }
        catch (NotToldException refused) when (refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return [new(area, Verdict.Unknown, "You may not see this.", "Whoever looks needs the role Reader on the resource group, which owners and contributors have.")];
        }
        catch (NotToldException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return [new(area, Verdict.Wrong, "It is not there any more, or was never made.", "Run 'azd up'.")];
        }
        catch (NotToldException other)
        {
            return [new(area, Verdict.Unknown, $"Azure did not tell. {other.Message}", "Try again later.")];
        }
    }
}
