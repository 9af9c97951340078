using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Soundoff.Chapters;
using Soundoff.Fields;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Templates;
using Soundoff.Notes;
using Soundoff.Problems;
using Soundoff.Shows;

namespace Soundoff.Tests.Docs;

/// <summary>Examples are read by what reads uploads, and tables of fields name all fields.</summary>
public sealed partial class ExamplesTests
{
    // Read by people alone, or by tests of their own.
    private static readonly string[] Others = [Fence.Commands, Fence.Output, "text files", "text spans", "mermaid"];

    public static IEnumerable<TheoryDataRow<string, string, string?, string>> Examples =>
        from document in Document.All
        from fence in document.Fences
        where !Others.Contains(fence.Kind)
        select new TheoryDataRow<string, string, string?, string>(fence.Place, fence.Kind, fence.File, fence.Text);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read_without_problems(string place, string kind, string? file, string text)
    {
        IReadOnlyList<string> problems = kind switch
        {
            "md episode" => Told(MarkdownNotes.Read("example.md", text).Problems),
            "text episode" => Told(PlainArticle.Read("example.txt", text).Problems),
            "text chapters" => Told(ChaptersText.Read("example.chapters.txt", text).Problems),
            "yaml show" => Told(ShowFile.Read("show.yaml", text, "example").Problems),
            "text letter" => MailReader.Read(Encoding.UTF8.GetBytes(text)) is { Address: not null, Text.Length: > 0 } ? [] : ["It has no author or no text."],
            "liquid mail" => Fault(Path.GetFileName(file) ?? throw new ArgumentException("A mail template is named by its file: \"```liquid mail theme/mail/ack.text.liquid\".", nameof(file)), text),
            _ => throw new ArgumentException($"No reader is known for examples marked \"{kind}\" ({place}): add one, or correct the mark.", nameof(kind)),
        };

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("## Notes in Markdown", "## Articles in plain text")]
    [InlineData("## show.yaml", "## Completion in your editor")]
    public void Every_field_stands_in_its_table(string heading, string next)
    {
        var page = File.ReadAllText(Path.Combine(DocsTests.Root, "docs", "publishing.md"));
        using var schema = JsonDocument.Parse(heading == "## show.yaml" ? Schemas.Show : Schemas.Episode);
        var from = page.IndexOf(heading, StringComparison.Ordinal);
        var section = page[from..page.IndexOf(next, from, StringComparison.Ordinal)];
        var listed = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(row => Name().Matches(row.Split('|')[1])).Select(name => name.Groups["name"].Value);

        Assert.Equal(schema.RootElement.GetProperty("properties").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<Problem> problems) => [.. problems.Select(problem => problem.ToString())];

    private static IReadOnlyList<string> Fault(string file, string text) => MailTemplate.Fault(file, text, MailSamples.Of(file.Split('.')[0])) is var (line, message) ? [$"{line}: {message}"] : [];

    [GeneratedRegex("`(?<name>[A-Za-z]+)`")]
    private static partial Regex Name();
}
