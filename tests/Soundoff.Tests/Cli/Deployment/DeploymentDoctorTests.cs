using System.Text.Json.Nodes;
using Soundoff.Cli;

namespace Soundoff.Tests.Cli.Deployment;

/// <summary><c>soundoff doctor --deployment</c> as somebody types it, against servers that answer as Azure, DNS and SendGrid do: all is well, then one thing is not.</summary>
public sealed class DeploymentDoctorTests : IAsyncLifetime
{
    private const string References = "/configreferences/appsettings";
    private const string Permissions = "/stradio/providers/Microsoft.Authorization/permissions";
    private const string Metrics = "/providers/Microsoft.Insights/metrics";
    private const string Parse = "/v3/user/webhooks/parse/settings";

    private readonly TestFolder _folder = new();
    private readonly NameServer _names = new NameServer().WithMail("radio.example", "mx.sendgrid.net").WithAlias("www.radio.example", "afd-radio.azurefd.net");
    private readonly Dictionary<string, string> _environment = [];
    private CloudServer _cloud = null!;

    public async ValueTask InitializeAsync()
    {
        _cloud = await CloudServer.StartAsync(TestContext.Current.CancellationToken);
        _cloud.Change(Parse, answer => answer["result"]![0]!["url"] = $"{_cloud.Url}api/mail?key=hidden");
        foreach (var (name, value) in new[]
        {
            ("AZURE_SUBSCRIPTION_ID", "sub-1"), ("RESOURCE_GROUP", "rg-radio"), ("STORAGE_ACCOUNT", "stradio"), ("FUNCTION_APP", "func-radio"), ("KEY_VAULT", "kv-radio"), ("KEY_VAULT_URL", _cloud.Url.AbsoluteUri),
            ("API_URL", _cloud.Url.AbsoluteUri), ("MAIL_DOMAIN", "radio.example"), ("FRONT_DOOR", "afd-radio"), ("SITE_DOMAIN", "www.radio.example"), ("SITE_DOMAIN_TARGET", "afd-radio.azurefd.net"),
            ("SOUNDOFF_SENDGRID_URL", _cloud.Url.AbsoluteUri), ("SOUNDOFF_RESOURCE_MANAGER", _cloud.Url.AbsoluteUri), ("SENDGRID_API_KEY", CloudServer.SendGridKey),
        }) _environment[name] = value;
    }

    public async ValueTask DisposeAsync()
    {
        await _cloud.DisposeAsync();
        await _names.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Of_a_deployment_in_which_all_is_well_it_finds_nothing()
    {
        var run = await RunAsync();

        Assert.True(run.ExitCode == ExitCode.Good, run.Output);
        Assert.Contains("the deployment station", run.Output, StringComparison.Ordinal);
        foreach (var told in new[]
        {
            "You may run every command.", "The functions and Event Grid have the roles they need.", "The functions can read their 3 secrets", "all is well with them", "refuses whoever proves nothing", "The static website is on.",
            "www.radio.example leads to afd-radio.azurefd.net.", "Front Door has a certificate for www.radio.example.", "Event Grid delivered 12 events since yesterday.", "Alerts go to night@radio.example.",
            "Mail for radio.example goes to mx.sendgrid.net.", "SendGrid may send for radio.example.", "SendGrid posts letters for radio.example to the webhook, whole.", "Nothing is wrong.",
        }) Assert.Contains(told, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", run.Output, StringComparison.Ordinal);
        Assert.Empty(_cloud.Unknown);
    }

    [Fact]
    public async Task It_prints_no_secret()
    {
        var run = await RunAsync();
        Assert.All(["SG.writer", CloudServer.SendGridKey, "3f0c7a0d", "7d9c1f0a", "hidden"], secret => Assert.DoesNotContain(secret, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "Storage Blob Data Contributor", "status, doctor, reconcile and letters need")]
    [InlineData(2, "Storage Queue Data Contributor", "redrive")]
    [InlineData(3, "Storage Table Data Contributor", "letters need")]
    public Task A_role_that_you_lack_is_named_with_the_commands_that_need_it(int role, string name, string commands)
    {
        _cloud.Change(Permissions, answer => answer["value"]!.AsArray().RemoveAt(role));
        return WrongAsync($"You have not the role {name} on stradio", commands, "SOUNDOFF_OPERATOR_ID");
    }

    [Theory]
    [InlineData("/stradio/providers/Microsoft.Authorization/roleAssignments", "The functions have not the role Storage Blob Data Owner on stradio.")]
    [InlineData("/kv-radio/providers/Microsoft.Authorization/roleAssignments", "The functions have not the role Key Vault Secrets User on kv-radio.")]
    [InlineData("/episode-events/providers/Microsoft.Authorization/roleAssignments", "Event Grid has not the role Storage Queue Data Message Sender on episode-events.")]
    [InlineData("/dead-letters/providers/Microsoft.Authorization/roleAssignments", "Event Grid has not the role Storage Blob Data Contributor on dead-letters.")]
    public Task A_role_that_the_functions_or_event_grid_lack_is_named(string path, string told)
    {
        _cloud.Change(path, answer => answer["value"]!.AsArray().RemoveAt(0));
        return WrongAsync(told, "azd provision");
    }

    [Theory]
    [InlineData("AccessToKeyVaultDenied", "azd hooks run postprovision")]
    [InlineData("SecretNotFound", "az keyvault secret set --vault-name kv-radio --name sendgrid-key")]
    public Task A_secret_that_the_functions_cannot_read_is_named(string status, string mend)
    {
        _cloud.Change(References, answer => answer["value"]![2]!["properties"]!["status"] = status);
        return WrongAsync($"The functions cannot read Mail__SendGridKey: {status}.", mend);
    }

    [Fact]
    public Task A_secret_that_is_an_example_is_told()
    {
        _cloud.Change("/secrets/mail-url-key", answer => answer["value"] = "0123456789abcdef0123456789abcdef");
        return WrongAsync("mail-url-key is an example");
    }

    [Fact]
    public async Task A_secret_with_a_line_break_is_told()
    {
        _cloud.Change("/secrets/sendgrid-key", answer => answer["value"] = "SG.writer\n");
        var run = await RunAsync();
        Assert.Contains("sendgrid-key has white space around it", run.Output, StringComparison.Ordinal);
        Assert.Contains("printf %s", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_you_may_not_read_is_not_known_to_be_wrong()
    {
        _cloud.Refuse("/secrets/mail-secret", 403);
        var run = await RunAsync();
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains("You may not read mail-secret", run.Output, StringComparison.Ordinal);
        Assert.Contains("Key Vault Secrets Officer", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "The webhook takes letters of anybody.")]
    [InlineData(500, "The webhook answers 500: SendGrid keeps letters for three days")]
    public Task A_webhook_that_does_not_refuse_strangers_is_told(int status, string told)
    {
        _cloud.Change("POST /api/mail", answer => answer["status"] = status);
        return WrongAsync(told);
    }

    [Theory]
    [InlineData(404, "no functions are in it", "azd deploy")]
    [InlineData(503, "do not start", "soundoff status --storage stradio")]
    public Task Functions_that_do_not_answer_as_they_should_are_told(int status, string told, string mend)
    {
        _cloud.Refuse("/api/health", status);
        return WrongAsync(told, mend);
    }

    [Fact]
    public Task A_static_website_that_is_off_is_told()
    {
        _cloud.Change("/stradio/blobServices/default", answer => answer["properties"]!["staticWebsite"]!["enabled"] = false);
        return WrongAsync("The static website is off");
    }

    [Fact]
    public Task A_name_that_leads_elsewhere_is_told()
    {
        _names.WithAlias("www.radio.example", "old.example.net");
        return WrongAsync("www.radio.example leads to old.example.net, not to afd-radio.azurefd.net.", "www.radio.example CNAME afd-radio.azurefd.net");
    }

    [Fact]
    public Task A_name_that_is_not_proved_is_told_with_its_proof()
    {
        _cloud.Change("/customDomains", answer => answer["value"]![0]!["properties"]!["domainValidationState"] = "Pending");
        return WrongAsync("Front Door has no certificate for www.radio.example yet: Pending.", "_dnsauth.www.radio.example TXT proof-of-domain");
    }

    [Fact]
    public Task A_subscription_that_failed_is_told()
    {
        _cloud.Change("/eventSubscriptions", answer => answer["value"]![0]!["properties"]!["provisioningState"] = "Failed");
        return WrongAsync("Event Grid's subscription episode-events is not in order: Failed.", "azd provision");
    }

    [Theory]
    [InlineData("/systemTopics", "No topic of Event Grid tells of the account")]
    [InlineData("/eventSubscriptions", "Event Grid has no subscription episode-events")]
    public Task Events_that_nobody_tells_of_are_told(string path, string told)
    {
        _cloud.Change(path, answer => answer["value"]!.AsArray().Clear());
        return WrongAsync(told, "azd provision");
    }

    [Theory]
    [InlineData(0, 7, 0, "Event Grid delivers nothing: 7 tries failed since yesterday.")]
    [InlineData(9, 1, 2, "Event Grid gave up 2 events since yesterday.")]
    public Task Events_that_do_not_arrive_are_told(int delivered, int failed, int dead, string told)
    {
        _cloud.Change(Metrics, answer => Count(answer, delivered, failed, dead));
        return WrongAsync(told);
    }

    [Fact]
    public async Task Without_an_upload_it_is_not_known_whether_events_arrive()
    {
        _cloud.Change(Metrics, answer => Count(answer, 0, 0, 0));
        var run = await RunAsync();
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains("nothing was uploaded since yesterday", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public Task Alerts_that_nobody_gets_are_told()
    {
        _cloud.Change("/actionGroups", answer => answer["value"]![0]!["properties"]!["emailReceivers"]!.AsArray().Clear());
        return WrongAsync("Nobody gets the alerts.", "azd env set SOUNDOFF_OPERATORS");
    }

    [Fact]
    public Task An_operator_who_took_themselves_off_is_named()
    {
        _cloud.Change("/actionGroups", answer => answer["value"]![0]!["properties"]!["emailReceivers"]![0]!["status"] = "Disabled");
        return WrongAsync("Alerts no longer go to night@radio.example");
    }

    [Fact]
    public Task A_domain_without_mail_is_told()
    {
        _environment["MAIL_DOMAIN"] = "elsewhere.example";
        _environment.Remove("SENDGRID_API_KEY");
        return WrongAsync("elsewhere.example has no MX record", "elsewhere.example MX 10 mx.sendgrid.net");
    }

    [Fact]
    public Task A_domain_that_sendgrid_has_not_authenticated_is_told()
    {
        _cloud.Change("/whitelabel/domains", answer => answer[0]!["valid"] = false);
        return WrongAsync("radio.example is not authenticated at SendGrid yet", "press Verify");
    }

    [Fact]
    public Task A_host_that_sendgrid_does_not_know_is_told()
    {
        _cloud.Change(Parse, answer => answer["result"]!.AsArray().Clear());
        return WrongAsync("SendGrid has no Inbound Parse host radio.example");
    }

    [Fact]
    public Task Letters_that_are_posted_elsewhere_are_told()
    {
        _cloud.Change(Parse, answer => answer["result"]![0]!["url"] = "https://old.example.net/api/mail?key=hidden");
        return WrongAsync("SendGrid posts letters for radio.example elsewhere");
    }

    [Fact]
    public async Task Letters_that_are_taken_apart_are_a_hint()
    {
        _cloud.Change(Parse, answer => answer["result"]![0]!["send_raw"] = false);
        var run = await RunAsync();
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains("takes letters for radio.example apart", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SG.may-send-only")]
    public async Task Without_a_key_that_may_read_it_says_how_to_make_one(string key)
    {
        _environment["SENDGRID_API_KEY"] = key;
        var run = await RunAsync();
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains("Make a key with read access to Inbound Parse and Sender Authentication", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_you_may_not_see_is_not_known_to_be_wrong_and_the_rest_is_looked_at()
    {
        _cloud.Refuse("/actionGroups", 403);
        var run = await RunAsync();
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains("unknown  alerts", run.Output, StringComparison.Ordinal);
        Assert.Contains("the role Reader on the resource group", run.Output, StringComparison.Ordinal);
        Assert.Contains("SendGrid may send for radio.example.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_that_was_not_made_is_told()
    {
        _environment.Remove("STORAGE_ACCOUNT");
        var run = await RunAsync();
        Assert.Equal(ExitCode.CannotRun, run.ExitCode);
        Assert.Contains("does not know STORAGE_ACCOUNT. Run 'azd up' first", run.Error, StringComparison.Ordinal);

        var none = await CommandRun.Of("doctor", "--deployment", "nobodys");
        Assert.Equal(ExitCode.CannotRun, none.ExitCode);
        Assert.Contains("There is no azd environment nobodys here.", none.Error, StringComparison.Ordinal);
    }

    private static void Count(JsonNode answer, params int[] totals)
    {
        foreach (var (index, total) in totals.Index()) answer["value"]![index]!["timeseries"]![0]!["data"]![0]!["total"] = total;
    }

    private async Task WrongAsync(params string[] told)
    {
        var run = await RunAsync();
        Assert.True(run.ExitCode == ExitCode.NotPublished, run.Output);
        Assert.All(told, words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
        Assert.Contains("1 to be mended.", run.Output, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync()
    {
        _folder.Write(".azure/station/.env", string.Concat(_environment.Select(value => $"{value.Key}=\"{value.Value}\"\n")));
        return CommandRun.Of("doctor", "--deployment", _folder.At(".azure/station/.env"), "--name-server", _names.Address);
    }
}
