using System.Text.RegularExpressions;

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

    [Fact]
    public async Task A_wrong_workflow_is_found_out() =>
        Assert.NotEmpty(await Finding.LintAsync(None, new Dictionary<string, string> { ["wrong.yml"] = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nothing.here }}\n" }));

    [Fact]
    public void Every_job_ends_and_every_workflow_has_few_permissions() =>
        Assert.All(Workflows, workflow =>
        {
            var jobs = workflow.Value[workflow.Value.IndexOf("\njobs:", StringComparison.Ordinal)..];
            Assert.Equal(Job().Count(jobs), Timeout().Count(jobs));
            Assert.Contains("\npermissions:\n  contents: read\n", workflow.Value, StringComparison.Ordinal);
            Assert.Contains("\nconcurrency:", workflow.Value, StringComparison.Ordinal);
        });

    [Fact]
    public void Actions_are_named_with_a_version() =>
        Assert.All(Workflows.SelectMany(workflow => Action().Matches(workflow.Value)), action => Assert.Matches("@(v[0-9]|[0-9a-f]{40})", action.Value));

    // Values from outside are handed over in the environment: written into a script they would be part of it.
    [Fact]
    public void No_script_has_expressions_in_it() =>
        Assert.All(Workflows, workflow => Assert.DoesNotMatch(ScriptExpression(), workflow.Value));

    [GeneratedRegex("^  [a-z0-9-]+:$", RegexOptions.Multiline)]
    private static partial Regex Job();

    [GeneratedRegex("^    timeout-minutes: [0-9]+$", RegexOptions.Multiline)]
    private static partial Regex Timeout();

    [GeneratedRegex(@"uses: \S+")]
    private static partial Regex Action();

    [GeneratedRegex(@"^ +(- )?run: (?:.*\$\{\{|\|\n(?:(?! *- |\s*[a-z-]+: ).*\n)*?.*\$\{\{)", RegexOptions.Multiline)]
    private static partial Regex ScriptExpression();
}
