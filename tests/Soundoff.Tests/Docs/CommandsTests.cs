using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Soundoff.Cli;
using Soundoff.Tests.Cli;

namespace Soundoff.Tests.Docs;

/// <summary>No command stands in the documentation that nobody runs and nothing says why.</summary>
public sealed partial class CommandsTests
{
    private static IEnumerable<CommandBlock> Blocks => Document.All.SelectMany(document => document.Fences).Where(fence => fence.Kind == Fence.Commands).Select(CommandBlock.Of);

    [Fact]
    public void Every_block_is_run_or_says_what_it_needs()
    {
        Assert.NotEmpty(Blocks);
        Assert.All(Blocks, block => Assert.True(
            block.Needs is { } needs ? CommandBlock.KnownNeeds.Contains(needs) : block.Lines.All(IsRun),
            $"{block.Place} is neither run by a test nor begins with \"# needs …\" and one of: {string.Join("; ", CommandBlock.KnownNeeds)}."));
    }

    // An indented block could hold commands that nobody collects.
    [Fact]
    public void Every_block_is_fenced() =>
        Assert.All(Document.All, document => Assert.DoesNotContain(document.Content.Descendants<CodeBlock>(), block => block is not FencedCodeBlock));

    [Fact]
    public void What_ci_is_said_to_run_it_runs()
    {
        var ci = File.ReadAllText(Path.Combine(DocsTests.Root, ".ci", "run"));
        Assert.All(TypedCommand.InCi.Values, words => Assert.Contains(words, ci, StringComparison.Ordinal));
    }

    [Fact]
    public void A_command_is_one_that_the_program_understands() => Assert.All(
        from block in Blocks from line in block.Lines let arguments = TypedCommand.Arguments(line) where arguments is not null select (block.Place, line, arguments),
        typed => Assert.True(CommandLine.Mistakes(typed.arguments) is [], $"{typed.Place} tells to type \"{typed.line}\": {string.Join(' ', CommandLine.Mistakes(typed.arguments))}"));

    // In a sentence arguments may be left out; then the command's name is held against the program.
    [Fact]
    public void A_command_within_a_sentence_is_one_of_the_program() => Assert.All(
        from document in Document.All
        from code in document.Content.Descendants<CodeInline>()
        let arguments = TypedCommand.Arguments(code.Content)
        where arguments is not null
        select (document.Path, code.Content, arguments),
        named => Assert.True(
            CommandLine.Mistakes(named.arguments) is [] || CommandLine.Mistakes([.. named.arguments.TakeWhile(word => word.All(char.IsAsciiLetterLower)).Take(2), "--help"]) is [],
            $"{named.Path} names \"{named.Content}\", which the program does not understand."));

    [Fact]
    public async Task The_table_of_the_commands_for_letters_has_all_commands_and_all_options()
    {
        var rows = CommandRow().Matches(await File.ReadAllTextAsync(Path.Combine(DocsTests.Root, "docs", "mail.md"), TestContext.Current.CancellationToken));
        var help = await CommandRun.Of("letters", "--help");
        Assert.Equal(HelpedCommand().Matches(help.Output).Select(command => command.Groups["name"].Value).Order(StringComparer.Ordinal), rows.Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal));
        foreach (Match row in rows)
        {
            var options = Option().Matches((await CommandRun.Of("letters", row.Groups["name"].Value, "--help")).Output).Select(option => option.Groups["name"].Value);
            // These are the same for all.
            Assert.Equal(options.Except(["--help", "--storage"]).Order(StringComparer.Ordinal), Option().Matches(row.Groups["arguments"].Value).Select(option => option.Groups["name"].Value).Order(StringComparer.Ordinal));
        }
    }

    private static bool IsRun(string line) => line == TypedCommand.Alias || TypedCommand.InCi.ContainsKey(line) || TypedCommand.Arguments(line) is not null || TypedCommand.IsPlain(line);

    [GeneratedRegex(@"^\| `letters (?<name>[a-z]+)(?<arguments>[^`]*)`", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"^  (?<name>[a-z]+) .*$", RegexOptions.Multiline)]
    private static partial Regex HelpedCommand();

    [GeneratedRegex(@"(?<![\w-])(?<name>--[a-z-]+)")]
    private static partial Regex Option();
}
