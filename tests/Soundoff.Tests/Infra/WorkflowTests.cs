using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Soundoff.Tests.Infra;

/// <summary>The workflows under <c>.github</c>, read by GitHub's own language service, and what it does not look at.</summary>
public partial class WorkflowTests
{
    private static Dictionary<string, string> Workflows =>
        Directory.EnumerateFiles(Path.Combine(DocsTests.Root, ".github", "workflows"), "*.yml").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    private static Dictionary<string, string> None => [];

    [Fact]
    public async Task Every_workflow_is_understood() =>
        Assert.Empty(await Finding.LintAsync(None, Workflows));

    // Shows that the test above can fail.
    [Fact]
    public async Task Wrong_workflows_are_found_out()
    {
        string[] jobs =
        [
            "runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nothing.here }}",
            "runs-on: ubuntu-latest\n    needs: nobody\n    steps:\n      - run: echo",
            "runs-on: ubuntu-latest\n    steps:\n      - runs: echo",
        ];
        var wrong = jobs.Index().ToDictionary(job => $"{job.Index}.yml", job => $"on: push\njobs:\n  one:\n    {job.Item}\n");

        Assert.Equal(wrong.Keys, (await Finding.LintAsync(None, wrong)).Select(finding => finding.File).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_workflow_may_read_and_no_more_unless_a_job_says_so() =>
        Assert.All(Workflows.Values, workflow =>
        {
            Assert.Equal("contents: read", string.Join(", ", ((YamlMappingNode)Root(workflow)["permissions"]).Select(p => $"{p.Key}: {p.Value}")));
            Assert.True(Root(workflow).Children.ContainsKey("concurrency"));
        });

    [Fact]
    public void Every_job_ends_in_time() =>
        Assert.All(Workflows.Values.SelectMany(Jobs), job => Assert.InRange(int.Parse(job["timeout-minutes"].ToString(), CultureInfo.InvariantCulture), 1, 60));

    // A tag can be moved to other code, a commit cannot. The tag behind it is for people and for Dependabot.
    [Fact]
    public void Every_action_is_named_by_its_commit() =>
        Assert.All(Workflows.Values.SelectMany(workflow => workflow.Split('\n')).Where(line => line.Contains("uses:", StringComparison.Ordinal)), line =>
            Assert.Matches(" uses: [A-Za-z0-9/-]+@[0-9a-f]{40} # v[0-9]+(\\.[0-9]+){2}$", line));

    // These run what a stranger proposes with the rights of the repository.
    [Fact]
    public void No_stranger_starts_a_workflow_with_rights() =>
        Assert.All(Workflows.Values, workflow => Assert.All(["pull_request_target", "workflow_run", "issue_comment"], trigger => Assert.DoesNotContain(trigger, workflow, StringComparison.Ordinal)));

    [Fact]
    public void Only_the_deployment_can_log_in() =>
        Assert.Equal(["deploy.yml"], Workflows.Where(workflow => workflow.Value.Contains("id-token", StringComparison.Ordinal)).Select(workflow => workflow.Key));

    [Fact]
    public void No_checkout_leaves_its_token_behind() =>
        Assert.All(Steps.Where(step => step.Children.TryGetValue("uses", out var uses) && uses.ToString().StartsWith("actions/checkout@", StringComparison.Ordinal)), step =>
            Assert.Equal("false", step["with"]["persist-credentials"].ToString()));

    // Values from outside are handed over in the environment: written into a script they would be part of it.
    [Fact]
    public void No_script_has_expressions_in_it() =>
        Assert.All(Steps.Where(step => step.Children.ContainsKey("run")), step => Assert.DoesNotContain("${{", step["run"].ToString(), StringComparison.Ordinal));

    // A password in a workflow is one too many.
    [Fact]
    public void No_workflow_needs_a_stored_secret() =>
        Assert.All(Workflows.Values, workflow => Assert.DoesNotContain("secrets.", workflow, StringComparison.Ordinal));

    [Fact]
    public void Every_setting_of_a_deployment_is_told_of_and_handed_over()
    {
        var settings = Variable().Matches(File.ReadAllText(Path.Combine(DocsTests.Root, "infra", "main.bicepparam"))).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(settings);
        Assert.All(settings, setting => Assert.Contains($"`{setting}`", File.ReadAllText(Path.Combine(DocsTests.Root, "infra", "README.md")), StringComparison.Ordinal));
        Assert.All(settings, setting => Assert.Contains($"      {setting}: ", Workflows["deploy.yml"], StringComparison.Ordinal));
    }

    private static IEnumerable<YamlMappingNode> Steps => Workflows.Values.SelectMany(Jobs).SelectMany(job => (YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    private static IEnumerable<YamlMappingNode> Jobs(string workflow) => ((YamlMappingNode)Root(workflow)["jobs"]).Select(job => (YamlMappingNode)job.Value);

    private static YamlMappingNode Root(string workflow)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(workflow));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>[A-Z_]+)'")]
    private static partial Regex Variable();
}
