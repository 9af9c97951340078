using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.RegularExpressions;
using Soundoff.Chapters;
using Soundoff.Cli;
using Soundoff.Notes;
using Soundoff.Notes.Fields;
using Soundoff.Problems;
using Soundoff.Shows;

namespace Soundoff.Tests;

/// <summary>Holds the documentation against the repository and the engine.</summary>
public partial class DocsTests
{
    /// <summary>The repository.</summary>
    internal static readonly string Root = FindRoot();

    private static readonly string Publishing = File.ReadAllText(Path.Combine(Root, "docs", "publishing.md"));

    public static IEnumerable<TheoryDataRow<string>> Documents =>
        from file in Directory.EnumerateFiles(Root, "*.md", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        // Fixtures and sample episodes are not documentation.
        where !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "Data" or "Shows")
        orderby path
        select new TheoryDataRow<string>(path);

    /// <summary>Whole files of docs/publishing.md: fences whose info string says what the file is.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Examples =>
        from Match fence in Fence().Matches(Publishing.ReplaceLineEndings("\n"))
        select new TheoryDataRow<string, string>(fence.Groups["kind"].Value, fence.Groups["text"].Value);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Relative_links_lead_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, document))!;
        var links = Link().Matches(File.ReadAllText(Path.Combine(Root, document))).Select(link => link.Groups["to"].Value);

        Assert.DoesNotContain(links, to => !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, to)));
    }

    [Fact]
    public void The_documents_are_found() =>
        Assert.Superset(new HashSet<string> { "README.md", "docs/publishing.md", "docs/feeds.md", "docs/architecture.md", "docs/mail.md", "docs/operations.md" }, Documents.Select(row => row.Data).ToHashSet());

    /// <summary>Every command that a document tells to type, without the program's name.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Commands =>
        from row in Documents
        from Match command in Typed().Matches(File.ReadAllText(Path.Combine(Root, row.Data)).ReplaceLineEndings("\n"))
        select new TheoryDataRow<string, string>(row.Data, command.Groups["line"].Value);

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_one_that_the_program_understands(string document, string line) =>
        Assert.True(CommandLine.Mistakes([.. CommandLineParser.SplitCommandLine(line)]) is [], $"{document} tells to type \"{line}\": {string.Join(' ', CommandLine.Mistakes([.. CommandLineParser.SplitCommandLine(line)]))}");

    [Theory]
    [InlineData("## Notes in Markdown", "## Articles in plain text")]
    [InlineData("## show.yaml", "## Completion in your editor")]
    public void Every_field_stands_in_its_table(string heading, string next)
    {
        using var schema = JsonDocument.Parse(heading == "## show.yaml" ? Schemas.Show : Schemas.Episode);
        var from = Publishing.IndexOf(heading, StringComparison.Ordinal);
        var section = Publishing[from..Publishing.IndexOf(next, from, StringComparison.Ordinal)];
        var listed = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(row => Name().Matches(row.Split('|')[1])).Select(name => name.Groups["name"].Value);

        Assert.Equal(schema.RootElement.GetProperty("properties").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read_without_problems(string kind, string text)
    {
        IReadOnlyList<Problem> problems = kind switch
        {
            "md episode" => MarkdownNotes.Read("example.md", text).Problems,
            "text episode" => PlainArticle.Read("example.txt", text).Problems,
            "text chapters" => ChaptersText.Read("example.chapters.txt", text).Problems,
            "yaml show" => ShowFile.Read("show.yaml", text, "example").Problems,
            _ => throw new ArgumentException($"No reader is known for examples marked \"{kind}\": add one, or correct the mark.", nameof(kind)),
        };

        Assert.Empty(problems);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Functions.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Functions.sln is in no folder above the tests: run them inside the repository.");
        return folder;
    }

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^    (?:soundoff|dotnet run --project src/Cli --) (?<line>.+)$", RegexOptions.Multiline)]
    private static partial Regex Typed();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("^```(?<kind>[a-z]+ [a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
