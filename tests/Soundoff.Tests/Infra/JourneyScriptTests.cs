namespace Soundoff.Tests.Infra;

/// <summary><c>tests/e2e/run.sh</c> around a host and an emulator that only say how they were started.</summary>
public sealed class JourneyScriptTests
{
    private const string UntilEnded = "exec sleep 600";

    [Fact]
    public async Task The_journey_runs_against_the_host_and_what_was_started_is_ended()
    {
        using var commands = Commands(journey: "[ \"$API\" = http://127.0.0.1:7071/ ] && [ ${#KEY} -eq 64 ]");

        var run = await RunAsync(commands);

        Assert.True(run.Succeeded, run.Output);
        Assert.Equal("dotnet build src/Functions --configuration Debug", commands.Calls[0]);
        Assert.Contains(commands.Calls, call => call.StartsWith("npx --yes azurite@", StringComparison.Ordinal));
        // In the output folder, where host.json is.
        Assert.Contains("func start --port 7071 --no-build", commands.Calls);
        Assert.Contains("func in net10.0, for radio.example", commands.Calls);
        Assert.Contains("node tests/e2e/journey.mjs", commands.Calls);
        // The script waits for what it ended: an output that is still open would have kept this test from coming here.
    }

    [Fact]
    public async Task A_journey_that_fails_shows_what_host_and_emulator_said()
    {
        using var commands = Commands(journey: "exit 7");

        var run = await RunAsync(commands);

        Assert.False(run.Succeeded);
        Assert.Contains("The host does not start.", run.Output, StringComparison.Ordinal);
        Assert.Contains("The port is taken.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_core_tools_it_is_said_how_to_get_them()
    {
        using var commands = new FakeCommands().Real("bash", "dirname").Add("dotnet").Add("npx");

        var run = await RunAsync(commands);

        Assert.False(run.Succeeded);
        Assert.Contains("The Core Tools are missing: npm install --global azure-functions-core-tools@4", run.Output, StringComparison.Ordinal);
        Assert.Empty(commands.Calls);
    }

    // Whether host and emulator have said something is waited for by the journey.
    private static FakeCommands Commands(string journey) => new FakeCommands()
        .Real("bash", "dirname", "mktemp", "find", "head", "tail", "rm", "sleep", "basename", "grep", "mkdir")
        .Add("dotnet", "mkdir -p src/Functions/bin/Debug/net10.0 && : >src/Functions/bin/Debug/net10.0/host.json")
        .Add("npm")
        .Add("npx", $"echo 'The port is taken.'; printf 'npx is up\\n' >>\"$CALLS\"; {UntilEnded}")
        .Add("func", $"echo 'The host does not start.'; printf '%s\\n' \"func in $(basename \"$PWD\"), for $Mail__Domain\" >>\"$CALLS\"; {UntilEnded}")
        .Add("node", $"case $1 in -e) echo 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef;; *) until grep -q 'npx is up' \"$CALLS\" && grep -q 'func in' \"$CALLS\"; do sleep 0.05; done; {journey};; esac");

    private static async Task<ScriptRun> RunAsync(FakeCommands commands)
    {
        // The script works where it lies.
        var script = Path.Combine(commands.Work, "tests", "e2e", "run.sh");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.Copy(Path.Combine(DocsTests.Root, "tests", "e2e", "run.sh"), script);
        return await commands.RunAsync("bash", script, new Dictionary<string, string> { ["TMPDIR"] = commands.Work });
    }
}
