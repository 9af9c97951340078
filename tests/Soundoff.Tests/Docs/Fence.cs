using Markdig.Syntax;

namespace Soundoff.Tests.Docs;

/// <summary>A fenced block of a page. What follows the fence says what it is: <c>md episode my-show/first.md</c>.</summary>
/// <param name="Place">Page and line, for messages.</param>
/// <param name="Kind">The language, and the role where there is one: <c>md episode</c>.</param>
/// <param name="File">The file that a reader saves it as; null for none.</param>
/// <param name="Text">What it holds.</param>
internal sealed record Fence(string Place, string Kind, string? File, string Text)
{
    /// <summary>The kind of blocks whose lines are typed into a shell.</summary>
    public const string Commands = "sh";

    /// <summary>The kind of blocks that say what commands, or a running <c>serve</c>, print.</summary>
    public const string Output = "text output";

    public static Fence Of(Document document, FencedCodeBlock block)
    {
        var words = $"{block.Info} {block.Arguments}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(FormattableString.Invariant($"{document.Path}:{block.Line + 1}"), string.Join(' ', words.Take(2)), words.ElementAtOrDefault(2), block.Lines.ToString().TrimEnd() + "\n");
    }
}
