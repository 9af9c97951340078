using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Soundoff.Tests.Docs;

namespace Soundoff.Tests;

/// <summary>Holds the documentation together: its pages, their order, and the links between them.</summary>
public sealed class DocsTests
{
    /// <summary>The repository.</summary>
    internal static readonly string Root = FindRoot();

    public static IEnumerable<TheoryDataRow<string>> Documents => Document.All.Select(document => new TheoryDataRow<string>(document.Path));

    public static IEnumerable<TheoryDataRow<string>> Chapters => Document.Chapters.Select(path => new TheoryDataRow<string>(path));

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_link_leads_to_a_page_and_to_a_heading_of_it(string path)
    {
        var document = Document.Of(path);

        Assert.DoesNotContain(document.Links, link => !Exists(document, link));
    }

    [Fact]
    public void The_cover_names_every_chapter() =>
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file)).Where(path => path != Document.Cover).Order(StringComparer.Ordinal),
            Document.Chapters.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Chapters))]
    public void A_chapter_ends_with_the_ways_to_its_neighbours_and_to_the_cover(string path)
    {
        var at = Document.Chapters.ToList().IndexOf(path);
        var last = Assert.IsType<ParagraphBlock>(Document.Of(path).Content.LastChild);
        var expected = new[] { Document.Chapters.ElementAtOrDefault(at - 1), Document.Cover, Document.Chapters.ElementAtOrDefault(at + 1) };

        Assert.Equal(expected.OfType<string>().Select(Path.GetFileName), last.Inline!.Descendants<LinkInline>().Select(link => link.Url));
        Assert.All(last.Inline!.Descendants<LinkInline>().Where(link => link.Url != "README.md"), link =>
            Assert.Equal(Document.Of("docs/" + link.Url).Title, link.FirstChild!.ToString()));
    }

    private static bool Exists(Document from, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal)) return true;
        var (page, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = page.Length == 0 ? from.Path : Path.GetRelativePath(Root, Path.Combine(Root, Path.GetDirectoryName(from.Path)!, page)).Replace('\\', '/');
        return Path.Exists(Path.Combine(Root, target)) && (heading is null || Document.Of(target).Headings.Contains(heading));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Functions.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Functions.sln is in no folder above the tests: run them inside the repository.");
        return folder;
    }
}
