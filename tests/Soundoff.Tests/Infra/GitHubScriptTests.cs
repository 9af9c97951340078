namespace Soundoff.Tests.Infra;

/// <summary><c>infra/github.sh</c>, run with commands that write down what they are asked.</summary>
public sealed class GitHubScriptTests
{
    private const string Azd = "case $2 in get-values) printf 'AZURE_ENV_NAME=\"radio\"\\nSOUNDOFF_MAIL_DOMAIN=\"radio.example\"\\nSOUNDOFF_OPERATOR_ID=\"other\"\\n';; get-value) echo \"value-of-$3\";; esac";
    private const string NothingThere = "case \"$*\" in *' list '*) ;; 'account show'*) echo tenant;; 'ad app create'*) echo app;; 'ad sp create'*) echo principal;; 'ad signed-in-user'*) echo person;; esac";

    [Theory]
    [InlineData("repo:owner@1/station@2", "repo:owner@1/station@2:environment:production")]
    [InlineData("", "repo:owner/station:environment:production")]
    public async Task The_environment_alone_logs_in_under_the_name_that_its_jobs_really_have(string prefix, string subject)
    {
        using var commands = Commands(prefix);

        var run = await RunAsync(commands, "owner/station");

        Assert.True(run.Succeeded, run.Output);
        var credential = Assert.Single(commands.Calls, call => call.Contains("federated-credential create", StringComparison.Ordinal));
        Assert.Contains($"\"subject\": \"{subject}\"", credential, StringComparison.Ordinal);
        Assert.DoesNotContain(commands.Calls, call => call.Contains("pull_request", StringComparison.Ordinal));
        Assert.Contains("gh api --silent --method POST repos/owner/station/environments/production/deployment-branch-policies -f name=trunk", commands.Calls);
    }

    [Fact]
    public async Task What_it_may_do_ends_with_the_group_but_for_sending_a_template()
    {
        using var commands = Commands("repo:owner@1/station@2");

        await RunAsync(commands, "owner/station");

        var given = commands.Calls.Where(call => call.StartsWith("az role assignment create", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, given.Count);
        Assert.All(given[..2], call => Assert.Contains("--scope /subscriptions/value-of-AZURE_SUBSCRIPTION_ID/resourceGroups/value-of-RESOURCE_GROUP", call, StringComparison.Ordinal));
        Assert.Contains("--role Soundoff deployment value-of-AZURE_SUBSCRIPTION_ID --scope /subscriptions/value-of-AZURE_SUBSCRIPTION_ID", given[2], StringComparison.Ordinal);
        var definition = Assert.Single(commands.Calls, call => call.StartsWith("az role definition create", StringComparison.Ordinal));
        Assert.DoesNotContain("\"*\"", definition, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.Authorization", definition, StringComparison.Ordinal);
    }

    // A workflow must not be able to make itself owner.
    [Fact]
    public async Task The_roles_it_may_give_are_those_of_the_template()
    {
        using var commands = Commands("");

        await RunAsync(commands, "owner/station");

        var condition = Assert.Single(commands.Calls, call => call.Contains("--condition ", StringComparison.Ordinal));
        Assert.Contains("Role Based Access Control Administrator", condition, StringComparison.Ordinal);
        var written = condition[condition.IndexOf("GuidEquals {", StringComparison.Ordinal)..];
        Assert.Equal(SecurityRules.AllowedRoles.Keys.Order(StringComparer.Ordinal), written["GuidEquals {".Length..written.IndexOf('}', StringComparison.Ordinal)].Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Settings_become_variables_and_people_keep_their_roles()
    {
        using var commands = Commands("");

        await RunAsync(commands, "owner/station");

        Assert.Contains("gh variable set SOUNDOFF_MAIL_DOMAIN --repo owner/station --env production --body radio.example", commands.Calls);
        Assert.Contains("gh variable set SOUNDOFF_OPERATOR_ID --repo owner/station --env production --body person", commands.Calls);
        Assert.Contains("gh variable set AZURE_CLIENT_ID --repo owner/station --env production --body app", commands.Calls);
    }

    [Fact]
    public async Task What_is_there_already_is_not_made_again()
    {
        using var commands = Commands("", "case \"$*\" in *' list '*) echo found;; 'account show'*) echo tenant;; 'ad signed-in-user'*) echo person;; esac");

        var run = await RunAsync(commands, "owner/station");

        Assert.True(run.Succeeded, run.Output);
        Assert.DoesNotContain(commands.Calls, call => call.Contains("app create", StringComparison.Ordinal) || call.Contains("sp create", StringComparison.Ordinal) || call.Contains("credential create", StringComparison.Ordinal) || call.Contains("definition create", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Say which repository")]
    [InlineData("station", "Say which repository")]
    public async Task Without_a_repository_nothing_is_done(string repository, string said)
    {
        using var commands = Commands("");
        var run = await RunAsync(commands, repository);
        Assert.False(run.Succeeded);
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
        Assert.Empty(commands.Calls);
    }

    [Fact]
    public async Task A_command_that_is_missing_is_named()
    {
        using var commands = new FakeCommands().Add("az").Add("azd");
        var run = await RunAsync(commands, "owner/station");
        Assert.False(run.Succeeded);
        Assert.Contains("The command gh is missing", run.Output, StringComparison.Ordinal);
        Assert.Empty(commands.Calls);
    }

    private static FakeCommands Commands(string prefix, string az = NothingThere) => new FakeCommands().Add("sleep").Add("azd", Azd).Add("az", az)
        .Add("gh", $"case \"$*\" in *use_default) echo true;; *sub_claim_prefix*) echo '{prefix}';; *.default_branch) echo trunk;; esac");

    private static async Task<ScriptRun> RunAsync(FakeCommands commands, string repository)
    {
        // FakeCommands runs a script without arguments.
        Directory.CreateDirectory(commands.Work);
        var script = Path.Combine(commands.Work, "run.sh");
        await File.WriteAllTextAsync(script, $"set -- {repository}\n. {Path.Combine(DocsTests.Root, "infra", "github.sh")}\n", TestContext.Current.CancellationToken);
        return await commands.RunAsync("sh", script, new Dictionary<string, string>());
    }
}
