using System.Net.Http.Headers;
using System.Text.Json;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Looks whether SendGrid takes letters for the domain and may send for it.</summary>
internal static class SendGridSettings
{
    private const string Area = "sendgrid";

    private static readonly Finding NotAsked = new(
        Area, Verdict.Unknown, "What is set at SendGrid was not seen: the functions' own key may send and nothing else.",
        "Make a key with read access to Inbound Parse and Sender Authentication, run this with it as SENDGRID_API_KEY in the environment, and delete it.");

    /// <summary>Asks its API.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(Deployed deployed, HttpClient http, CancellationToken cancellation)
    {
        if (deployed.MailDomain is not { } domain) return [];
        if (deployed.SendGridKey is not { } key) return [NotAsked];
        try
        {
            var domains = await AskAsync("v3/whitelabel/domains?limit=100");
            var settings = await AskAsync("v3/user/webhooks/parse/settings");
            return domains is null || settings is null ? [NotAsked] : [Authenticated(domain, domains.Value), Parse(deployed, domain, settings.Value)];
        }
        catch (Exception lost) when (lost is HttpRequestException or JsonException || (lost is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return [new(Area, Verdict.Unknown, $"SendGrid does not answer at {deployed.SendGrid}.", "Try again later.")];
        }

        // Null where the key may not.
        async Task<JsonElement?> AskAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(deployed.SendGrid, path)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
            using var answer = await http.SendAsync(request, cancellation);
            if (!answer.IsSuccessStatusCode) return null;
            using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return json.RootElement.Clone();
        }
    }

    private static Finding Authenticated(string domain, JsonElement domains)
    {
        var ours = domains.ValueKind == JsonValueKind.Array ? domains.EnumerateArray().Where(one => one.Text("domain") is { } name && (domain == name || domain.EndsWith("." + name, StringComparison.OrdinalIgnoreCase))).ToList() : [];
        if (ours.Exists(one => one.IsTrue("valid"))) return new(Area, Verdict.Good, $"SendGrid may send for {domain}.");
        return ours.Count == 0
            ? new(Area, Verdict.Wrong, $"{domain} is not authenticated at SendGrid: it refuses the host for Inbound Parse, and what is sent looks forged.", "Settings, Sender Authentication, Authenticate Your Domain; before Inbound Parse.")
            : new(Area, Verdict.Wrong, $"{domain} is not authenticated at SendGrid yet: it does not see the records.", "Set the records that Sender Authentication shows at your DNS, wait, and press Verify there.");
    }

    private static Finding Parse(Deployed deployed, string domain, JsonElement settings)
    {
        if (settings.List("result").Cast<JsonElement?>().FirstOrDefault(one => string.Equals(one!.Value.Text("hostname"), domain, StringComparison.OrdinalIgnoreCase)) is not { } host)
            return new(Area, Verdict.Wrong, $"SendGrid has no Inbound Parse host {domain}: letters are refused.", "Settings, Inbound Parse, Add Host & URL, as 'azd deploy' prints it.");
        var webhook = new Uri(deployed.Api, "api/mail");
        if (host.Text("url")?.Split('?')[0] != webhook.AbsoluteUri)
            return new(Area, Verdict.Wrong, $"SendGrid posts letters for {domain} elsewhere than {webhook}.", "Settings, Inbound Parse: change its destination to what 'azd deploy' prints.");
        return host.IsTrue("send_raw")
            ? new(Area, Verdict.Good, $"SendGrid posts letters for {domain} to the webhook, whole.")
            : new(Area, Verdict.Hint, $"SendGrid takes letters for {domain} apart before it posts them.", "Settings, Inbound Parse: check \"POST the raw, full MIME message\". Letters are then kept as they were written.");
    }
}
