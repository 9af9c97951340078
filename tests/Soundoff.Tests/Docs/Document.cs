using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Soundoff.Tests.Docs;

/// <summary>A page of the documentation.</summary>
/// <param name="Path">Below the repository, with slashes.</param>
/// <param name="Content">What it holds.</param>
internal sealed record Document(string Path, MarkdownDocument Content)
{
    /// <summary>The page that lists the chapters in their order.</summary>
    public const string Cover = "docs/README.md";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().UseAutoLinks().Build();

    private static readonly Lazy<IReadOnlyDictionary<string, Document>> Pages = new(() => Find().ToDictionary(document => document.Path));

    /// <summary>The chapters of the book in their order.</summary>
    public static IReadOnlyList<string> Chapters { get; } =
        [.. Read(Cover).Content.Descendants<ListBlock>().First().Descendants<ListItemBlock>().Select(item => "docs/" + item.Descendants<LinkInline>().First().Url)];

    /// <summary>All pages as somebody reads them who begins at the beginning: the book, then what lies about in folders.</summary>
    public static IReadOnlyList<Document> All { get; } =
        [.. Pages.Value.Values.OrderBy(document => document.Path == Cover ? -1 : Chapters.ToList().IndexOf(document.Path) is var at and >= 0 ? at : int.MaxValue).ThenBy(document => document.Path, StringComparer.Ordinal)];

    /// <summary>The page at a path.</summary>
    public static Document Of(string path) => Pages.Value.TryGetValue(path, out var document) ? document : Read(path);

    /// <summary>Its first heading.</summary>
    public string Title => Content.OfType<HeadingBlock>().First().Inline!.FirstChild!.ToString()!;

    /// <summary>What may stand after a number sign in a link to it.</summary>
    public IEnumerable<string?> Headings => Content.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id);

    /// <summary>Where its links and pictures lead.</summary>
    public IEnumerable<string> Links => Content.Descendants<LinkInline>().Select(link => link.Url).OfType<string>();

    /// <summary>Its fenced blocks.</summary>
    public IEnumerable<Fence> Fences => Content.Descendants<FencedCodeBlock>().Select(block => Fence.Of(this, block));

    private static Document Read(string path) => new(path, Markdown.Parse(File.ReadAllText(System.IO.Path.Combine(DocsTests.Root, path)).ReplaceLineEndings("\n"), Pipeline));

    private static IEnumerable<Document> Find() =>
        from file in Directory.EnumerateFiles(DocsTests.Root, "*.md", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
        let path = System.IO.Path.GetRelativePath(DocsTests.Root, file).Replace('\\', '/')
        // Fixtures and sample episodes are not documentation.
        where !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "Data" or "Shows")
        select Read(path);
}
