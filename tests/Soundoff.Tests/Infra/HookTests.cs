namespace Soundoff.Tests.Infra;

/// <summary>The hooks of <c>azd</c>, run with a command <c>az</c> that writes down what it is asked: those for sh as they are, those for PowerShell in its engine.</summary>
public sealed class HookTests
{
    private const string TurnsOn = "az storage blob service-properties update --account-name stradio --auth-mode login --static-website true --index-document index.html --404-document 404.html --output none";
    private const string LetsForget = "az storage account blob-service-properties update --account-name stradio --resource-group rg-radio --set deleteRetentionPolicy.allowPermanentDelete=true --output none";

    public static TheoryData<string> Shells => ["sh", "ps1"];

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_static_website_is_turned_on_and_letters_can_be_forgotten(string shell)
    {
        using var commands = new FakeCommands().Add("az");

        var run = await RunAsync(commands, "postprovision", shell);

        Assert.True(run.Succeeded, run.Output);
        Assert.Equal([TurnsOn, LetsForget], commands.Calls);
        Assert.Contains("The static website of stradio is on.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_role_that_is_not_known_everywhere_yet_is_waited_for(string shell)
    {
        using var commands = new FakeCommands().Real("grep").Add("sleep").Add("az", $"[ $(grep -c -- --static-website {FakeCommands.CallsFile}) -ge 3 ]");

        var run = await RunAsync(commands, "postprovision", shell);

        Assert.True(run.Succeeded, run.Output);
        Assert.Equal([TurnsOn, "sleep 15", TurnsOn, "sleep 15", TurnsOn, LetsForget], commands.Calls);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task It_is_not_waited_for_ever(string shell)
    {
        using var commands = new FakeCommands().Add("sleep").Add("az", "exit 1");

        var run = await RunAsync(commands, "postprovision", shell);

        Assert.False(run.Succeeded);
        Assert.Contains("The static website of stradio could not be turned on: are you logged in with 'az login'", run.Output, StringComparison.Ordinal);
        Assert.Equal(10, commands.Calls.Count(call => call == TurnsOn));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Front_doors_private_links_are_approved(string shell)
    {
        using var commands = new FakeCommands().Add("az", "case \"$*\" in *' list '*) echo /links/1; echo /links/2;; esac");

        var run = await RunAsync(commands, "postprovision", shell, ("FRONT_DOOR", "afd-radio"));

        Assert.True(run.Succeeded, run.Output);
        Assert.Equal(["/links/1", "/links/2"], commands.Calls.Where(call => call.Contains(" approve ", StringComparison.Ordinal)).Select(call => call.Split(' ')[5]));
    }

    [Theory]
    [InlineData("sh", "blob-service-properties", "Permanent deletion could not be allowed on stradio: allow it in the portal")]
    [InlineData("ps1", "blob-service-properties", "Permanent deletion could not be allowed on stradio: allow it in the portal")]
    [InlineData("sh", "list", "could not be found out: run 'azd hooks run postprovision'")]
    [InlineData("ps1", "list", "could not be found out: run 'azd hooks run postprovision'")]
    [InlineData("sh", "approve", "Front Door's private link to stradio could not be approved: approve it in the portal.")]
    [InlineData("ps1", "approve", "Front Door's private link to stradio could not be approved: approve it in the portal.")]
    public async Task What_fails_is_told_with_what_to_do(string shell, string failing, string told)
    {
        using var commands = new FakeCommands().Add("az", $"case \"$*\" in *' {failing} '*) exit 1;; *' list '*) echo /links/1;; esac");

        var run = await RunAsync(commands, "postprovision", shell, ("FRONT_DOOR", "afd-radio"));

        Assert.False(run.Succeeded, run.Output);
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
    }

    // In PowerShell's engine the command is always there.
    [Fact]
    public async Task Without_the_azure_cli_it_is_said_where_to_get_it()
    {
        using var commands = new FakeCommands();

        var run = await RunAsync(commands, "postprovision", "sh");

        Assert.False(run.Succeeded);
        Assert.Contains("install it from https://aka.ms/azure-cli, then run 'azd hooks run postprovision'", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Without_a_mail_domain_it_is_said_how_to_get_letters(string shell)
    {
        using var commands = new FakeCommands().Real("cat").Add("az");

        var run = await RunAsync(commands, "postdeploy", shell);

        Assert.True(run.Succeeded, run.Output);
        Assert.Contains("https://stradio.z6.web.core.windows.net/", run.Output, StringComparison.Ordinal);
        Assert.Contains("--account-name stradio --container-name episodes", run.Output, StringComparison.Ordinal);
        Assert.Contains("azd env set SOUNDOFF_MAIL_DOMAIN your.domain", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MX", run.Output, StringComparison.Ordinal);
        Assert.Empty(commands.Calls);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task With_one_it_is_said_what_to_set_at_the_dns_and_at_the_provider(string shell)
    {
        using var commands = new FakeCommands().Real("cat").Add("az", "echo secret");

        var run = await RunAsync(commands, "postdeploy", shell, ("MAIL_DOMAIN", "radio.example"));

        Assert.True(run.Succeeded, run.Output);
        Assert.Matches("radio\\.example +MX +10 +mx\\.sendgrid\\.net", run.Output);
        // The address holds a key: what is printed is the command that shows it, and it is not run.
        Assert.Contains("https://func.example/api/mail?key=$(az keyvault secret show --vault-name kv-radio --name mail-url-key", run.Output, StringComparison.Ordinal);
        Assert.Contains("https://func.example/api/mail/events", run.Output, StringComparison.Ordinal);
        Assert.Contains("az keyvault secret set --vault-name kv-radio --name sendgrid-key --file key.txt", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret\n", run.Output, StringComparison.Ordinal);
        Assert.Empty(commands.Calls);
    }

    [Theory]
    [InlineData("sh", "echo proof-of-domain", "TXT  proof-of-domain")]
    [InlineData("ps1", "echo proof-of-domain", "TXT  proof-of-domain")]
    [InlineData("sh", "exit 1", "TXT  (not known: az afd custom-domain list --resource-group rg-radio --profile-name afd-radio)")]
    [InlineData("ps1", "exit 1", "TXT  (not known: az afd custom-domain list --resource-group rg-radio --profile-name afd-radio)")]
    public async Task With_front_door_the_records_of_the_own_domain_are_told(string shell, string answer, string record)
    {
        using var commands = new FakeCommands().Real("cat").Add("az", answer);

        var run = await RunAsync(commands, "postdeploy", shell, ("FRONT_DOOR", "afd-radio"), ("SITE_DOMAIN", "radio.example"), ("SITE_DOMAIN_TARGET", "afd-radio.azurefd.net"));

        Assert.True(run.Succeeded, run.Output);
        Assert.Contains("radio.example  CNAME  afd-radio.azurefd.net", run.Output, StringComparison.Ordinal);
        Assert.Contains("_dnsauth.radio.example  " + record, run.Output, StringComparison.Ordinal);
        Assert.Contains("Letters are off.", run.Output, StringComparison.Ordinal);
    }

    // azd runs hooks with its environment, which holds the outputs of the template.
    private static async Task<ScriptRun> RunAsync(FakeCommands commands, string hook, string shell, params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string>
        {
            ["STORAGE_ACCOUNT"] = "stradio",
            ["RESOURCE_GROUP"] = "rg-radio",
            ["SITE_URL"] = "https://stradio.z6.web.core.windows.net/",
            ["API_URL"] = "https://func.example/",
            ["KEY_VAULT"] = "kv-radio",
            ["MAIL_WEBHOOK_URL"] = "https://func.example/api/mail",
            ["MAIL_EVENTS_URL"] = "https://func.example/api/mail/events",
        };
        foreach (var (name, value) in more) environment[name] = value;
        var script = Path.Combine(DocsTests.Root, "infra", "hooks", $"{hook}.{shell}");
        return shell == "sh" ? await commands.RunAsync("sh", script, environment) : PowerShellScript.Run(commands, script, environment);
    }
}
