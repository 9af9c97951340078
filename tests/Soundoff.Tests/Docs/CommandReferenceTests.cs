using Soundoff.Cli;
using Soundoff.Tests.Cli;

namespace Soundoff.Tests.Docs;

/// <summary><c>docs/commands.md</c> says what the commands say of themselves.</summary>
public sealed class CommandReferenceTests
{
    [Fact]
    public async Task The_page_of_all_commands_is_made_of_the_commands()
    {
        var made = CommandLine.Reference();
        var copy = Path.Combine(AppContext.BaseDirectory, "commands.made.md");
        await File.WriteAllTextAsync(copy, made, TestContext.Current.CancellationToken);
        var page = await File.ReadAllTextAsync(Path.Combine(DocsTests.Root, "docs", "commands.md"), TestContext.Current.CancellationToken);
        Assert.True(page.Contains(made.TrimEnd(), StringComparison.Ordinal), $"docs/commands.md does not say what the commands say: put {copy} between its first paragraph and its last line.");
    }

    [Fact]
    public async Task Every_example_is_understood_and_stands_in_the_help_of_its_command()
    {
        var examples = CommandLine.Reference().Split('\n').Where(line => line.StartsWith("- `soundoff ", StringComparison.Ordinal)).Select(line => line[3..^1]).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(CommandLine.Mistakes(TypedCommand.Arguments(example.Split(" > ")[0])!)));
        var help = await CommandRun.Of("import", "--help");
        Assert.Contains("Examples:\n  $ soundoff import https://radio.example/feed.xml my-show\n", help.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shells_are_told_how_to_complete_and_the_program_completes()
    {
        foreach (var shell in new[] { "bash", "zsh", "fish", "pwsh" }) Assert.Contains("[suggest:", (await CommandRun.Of("completion", shell)).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Misused, (await CommandRun.Of("completion", "cmd")).ExitCode);
        Assert.Contains("import", (await CommandRun.Of("[suggest:10]", "soundoff im")).Output, StringComparison.Ordinal);
        Assert.Contains("--media", (await CommandRun.Of("[suggest:19]", "soundoff import --m")).Output, StringComparison.Ordinal);
    }
}
