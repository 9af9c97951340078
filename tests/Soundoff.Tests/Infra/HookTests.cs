using System.Text.RegularExpressions;

namespace Soundoff.Tests.Infra;

/// <summary>The hooks of <c>azd</c>, run with a command <c>az</c> that writes down what it is asked: those for sh as they are, those for PowerShell in its engine.</summary>
public sealed partial class HookTests
{
    private const string Site = "/subscriptions/sub-1/resourceGroups/rg-radio/providers/Microsoft.Web/sites/func-radio/config/configreferences/appsettings";
    private const string AsksForSecrets = "az rest --subscription sub-1 --method get --url " + Site + "?api-version=2024-04-01 --query value[?properties.status!='Resolved' && properties.status!='Initialized'].join(' ', [name, properties.status]) --output tsv";
    private const string LooksAgain = "az rest --subscription sub-1 --method post --url " + Site + "/refresh?api-version=2022-03-01 --output none";

    // The answers of an account that two subscriptions can be seen with: the first is the one that az would ask by itself.
    private const string SignedIn = "case \"$*\" in 'account show --subscription sub-1 '* | 'account show --subscription sub-2 '*) echo ok;; 'account show'*) echo 'not found' >&2; exit 1;; 'ad signed-in-user'*) echo ana@example.org;; esac";

    public static TheoryData<string> Shells => ["sh", "ps1"];

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Whoever_deploys_gets_the_alerts_unless_others_are_named(string shell)
    {
        using var commands = new FakeCommands().Add("azd").Add("az", SignedIn);

        var run = await RunAsync(commands, "preprovision", shell);
        Assert.True(run.Succeeded, run.Output);
        Assert.Contains("azd env set SOUNDOFF_OPERATORS ana@example.org", commands.Calls);
        Assert.Contains("Alerts go to ana@example.org.", run.Output, StringComparison.Ordinal);

        using var others = new FakeCommands().Add("azd").Add("az", SignedIn);
        await RunAsync(others, "preprovision", shell, ("SOUNDOFF_OPERATORS", "night@radio.example"));
        Assert.DoesNotContain(others.Calls, call => call.StartsWith("azd", StringComparison.Ordinal));
    }

    // A guest's name looks like an address and is none; in CI nobody is signed in as a person.
    [Theory]
    [InlineData("sh", "echo 'ana_example.org#EXT#@anaexample.onmicrosoft.com'")]
    [InlineData("ps1", "echo 'ana_example.org#EXT#@anaexample.onmicrosoft.com'")]
    [InlineData("sh", "exit 1")]
    [InlineData("ps1", "exit 1")]
    public async Task Where_no_address_is_known_it_is_said_that_nobody_gets_alerts(string shell, string answer)
    {
        using var commands = new FakeCommands().Add("azd").Add("az", $"case \"$*\" in 'ad signed-in-user'*) {answer};; esac");

        var run = await RunAsync(commands, "preprovision", shell);

        Assert.True(run.Succeeded, run.Output);
        Assert.Contains("Nobody will get the alerts", run.Output, StringComparison.Ordinal);
        Assert.Contains("azd env set SOUNDOFF_OPERATORS you@example.org", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(commands.Calls, call => call.StartsWith("azd", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task With_two_subscriptions_the_one_that_azd_deploys_to_is_asked(string shell)
    {
        using var commands = new FakeCommands().Add("azd").Add("az", SignedIn);

        Assert.True((await RunAsync(commands, "preprovision", shell, ("AZURE_SUBSCRIPTION_ID", "sub-2"))).Succeeded);
        Assert.StartsWith("az account show --subscription sub-2 ", commands.Calls[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_subscription_that_az_does_not_see_is_told_before_anything_is_made(string shell)
    {
        using var commands = new FakeCommands().Add("azd").Add("az", SignedIn);

        var run = await RunAsync(commands, "preprovision", shell, ("AZURE_SUBSCRIPTION_ID", "sub-3"), ("AZURE_TENANT_ID", "tenant-3"));

        Assert.False(run.Succeeded);
        Assert.Contains("azd deploys to the subscription sub-3, which the Azure CLI does not see: run 'az login --tenant tenant-3'", run.Output, StringComparison.Ordinal);
    }

    // az has a subscription of its own that it asks when it is told none. Those commands ask the directory, or run nothing in a subscription.
    [Theory]
    [InlineData("preprovision.sh")]
    [InlineData("preprovision.ps1")]
    [InlineData("postprovision.sh")]
    [InlineData("postprovision.ps1")]
    [InlineData("postdeploy.sh")]
    [InlineData("postdeploy.ps1")]
    public void Every_call_says_which_subscription(string hook) => Assert.All(
        File.ReadAllLines(Path.Combine(DocsTests.Root, "infra", "hooks", hook))
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => Call().Matches(line).Select(call => line[call.Index..]))
            .Where(call => !call.StartsWith("az ad ", StringComparison.Ordinal) && !call.StartsWith("az login", StringComparison.Ordinal) && !call.StartsWith("az account list", StringComparison.Ordinal) && !call.StartsWith("az storage blob upload", StringComparison.Ordinal)),
        call => Assert.Contains("--subscription ", call, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_role_that_is_not_known_everywhere_yet_is_waited_for(string shell)
    {
        using var commands = new FakeCommands().Real("grep").Add("sleep").Add("az", $"case \"$*\" in *' get '*) [ $(grep -c -- '--method get' {FakeCommands.CallsFile}) -ge 3 ] || echo 'Mail__Secret AccessToKeyVaultDenied';; esac");

        var run = await RunAsync(commands, "postprovision", shell);

        Assert.True(run.Succeeded, run.Output);
        Assert.Equal([AsksForSecrets, "sleep 15", LooksAgain, AsksForSecrets, "sleep 15", LooksAgain, AsksForSecrets], commands.Calls);
    }

    // What is deployed meanwhile starts once they can be read: that is no reason to stop.
    [Theory]
    [MemberData(nameof(Shells))]
    public async Task It_is_not_waited_for_ever(string shell)
    {
        using var commands = new FakeCommands().Add("sleep").Add("az", "case \"$*\" in *' get '*) echo 'Mail__SendGridKey SecretNotFound';; esac");

        var run = await RunAsync(commands, "postprovision", shell);

        Assert.True(run.Succeeded, run.Output);
        Assert.Contains("Mail__SendGridKey SecretNotFound", run.Output, StringComparison.Ordinal);
        Assert.Contains("put it into the vault kv-radio", run.Output, StringComparison.Ordinal);
        Assert.Equal(9, commands.Calls.Count(call => call == "sleep 15"));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Where_secrets_cannot_be_asked_for_the_deployment_goes_on(string shell)
    {
        using var commands = new FakeCommands().Add("sleep").Add("az", "exit 1");

        var run = await RunAsync(commands, "postprovision", shell);

        Assert.True(run.Succeeded, run.Output);
        Assert.Contains("'soundoff doctor --deployment' asks again", run.Output, StringComparison.Ordinal);
        Assert.Equal([AsksForSecrets], commands.Calls);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Front_doors_private_links_are_approved(string shell)
    {
        using var commands = new FakeCommands().Add("az", "case \"$*\" in *' list '*) echo /links/1; echo /links/2;; esac");

        var run = await RunAsync(commands, "postprovision", shell, ("FRONT_DOOR", "afd-radio"));

        Assert.True(run.Succeeded, run.Output);
        Assert.Equal(["/links/1", "/links/2"], commands.Calls.Where(call => call.Contains(" approve ", StringComparison.Ordinal)).Select(call => call.Split(' ')[7]));
    }

    [Theory]
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
    [Theory]
    [InlineData("preprovision", "then run this once more")]
    [InlineData("postprovision", "then run 'azd hooks run postprovision'")]
    public async Task Without_the_azure_cli_it_is_said_where_to_get_it(string hook, string then)
    {
        using var commands = new FakeCommands();

        var run = await RunAsync(commands, hook, "sh");

        Assert.False(run.Succeeded);
        Assert.Contains("install it from https://aka.ms/azure-cli, " + then, run.Output, StringComparison.Ordinal);
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
        Assert.Contains("https://func.example/api/mail?key=$(az keyvault secret show --subscription sub-1 --vault-name kv-radio --name mail-url-key", run.Output, StringComparison.Ordinal);
        Assert.Contains("https://func.example/api/mail/events", run.Output, StringComparison.Ordinal);
        Assert.Contains("az keyvault secret set --subscription sub-1 --vault-name kv-radio --name sendgrid-key --file key.txt", run.Output, StringComparison.Ordinal);
        // SendGrid refuses a host for Inbound Parse whose domain it has not authenticated.
        Assert.True(run.Output.IndexOf("Sender Authentication", StringComparison.Ordinal) < run.Output.IndexOf("Inbound Parse", StringComparison.Ordinal), run.Output);
        // An editor would end the file with a line break, which would be part of the key.
        Assert.Contains(shell == "sh" ? "printf %s" : "-NoNewline", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret\n", run.Output, StringComparison.Ordinal);
        Assert.Empty(commands.Calls);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Where_calls_are_signed_no_address_holds_a_key(string shell)
    {
        using var commands = new FakeCommands().Real("cat").Add("az");

        var run = await RunAsync(commands, "postdeploy", shell, ("MAIL_DOMAIN", "radio.example"), ("MAIL_SIGNED", "true"), ("SOUNDOFF_SMTP_HOST", "smtp.example.org"));

        Assert.True(run.Succeeded, run.Output);
        Assert.Contains("security policy, destination https://func.example/api/mail", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("key", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sh", "echo proof-of-domain", "TXT  proof-of-domain")]
    [InlineData("ps1", "echo proof-of-domain", "TXT  proof-of-domain")]
    [InlineData("sh", "exit 1", "TXT  (not known: az afd custom-domain list --subscription sub-1 --resource-group rg-radio --profile-name afd-radio)")]
    [InlineData("ps1", "exit 1", "TXT  (not known: az afd custom-domain list --subscription sub-1 --resource-group rg-radio --profile-name afd-radio)")]
    public async Task With_front_door_the_records_of_the_own_domain_are_told(string shell, string answer, string record)
    {
        using var commands = new FakeCommands().Real("cat").Add("az", answer);

        var run = await RunAsync(commands, "postdeploy", shell, ("FRONT_DOOR", "afd-radio"), ("SITE_DOMAIN", "www.radio.example"), ("SITE_DOMAIN_TARGET", "afd-radio.azurefd.net"));

        Assert.True(run.Succeeded, run.Output);
        Assert.Contains("www.radio.example  CNAME  afd-radio.azurefd.net", run.Output, StringComparison.Ordinal);
        Assert.Contains("_dnsauth.www.radio.example  " + record, run.Output, StringComparison.Ordinal);
        Assert.Contains("Letters are off.", run.Output, StringComparison.Ordinal);
    }

    // azd runs hooks with its environment, which holds the outputs of the template.
    private static async Task<ScriptRun> RunAsync(FakeCommands commands, string hook, string shell, params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string>
        {
            ["AZURE_SUBSCRIPTION_ID"] = "sub-1",
            ["FUNCTION_APP"] = "func-radio",
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

    [GeneratedRegex(@"\baz (?=[a-z])")]
    private static partial Regex Call();
}
