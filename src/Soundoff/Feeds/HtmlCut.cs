using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>Shortens HTML to a number of bytes, at the boundary of an element, so that the rest is still whole.</summary>
public static class HtmlCut
{
    /// <summary>
    /// As many whole elements from the beginning as fit <paramref name="limit"/> bytes of UTF-8; lists and quotations are cut between
    /// their own elements. Only when not even the first paragraph fits is its text cut, at a word.
    /// </summary>
    public static string ToBytes(string html, int limit)
    {
        if (Size(html) <= limit) return html;
        var output = new StringBuilder();
        var body = HtmlFragment.Parse(html);
        Fill(output, body, limit);
        if (output.Length == 0 && FirstText(body) is { } text) output.Append(CutParagraph(text, limit));
        return output.ToString();
    }

    /// <summary>Adds the children that fit, up to the first that does not.</summary>
    private static void Fill(StringBuilder output, INode parent, int limit)
    {
        var room = limit;
        foreach (var child in parent.ChildNodes)
        {
            var markup = child.ToHtml();
            if (Size(markup) <= room)
            {
                output.Append(markup);
                room -= Size(markup);
                continue;
            }
            if (child is IElement element && element.Children.Any(HtmlFragment.IsBlock)) Open(output, element, room);
            return;
        }
    }

    private static void Open(StringBuilder output, IElement element, int room)
    {
        var shell = ((IElement)element.Clone(deep: false)).ToHtml();
        var close = $"</{element.LocalName}>";
        var inside = new StringBuilder();
        Fill(inside, element, room - Size(shell));
        if (inside.ToString().Trim().Length > 0) output.Append(shell[..^close.Length]).Append(inside).Append(close);
    }

    private static string? FirstText(IElement body) =>
        body.ChildNodes.Select(n => n.TextContent.Trim()).FirstOrDefault(t => t.Length > 0);

    private static string CutParagraph(string text, int limit)
    {
        const string around = "<p></p>";
        var line = SafeText.Line(text, int.MaxValue);
        for (var room = limit - around.Length; room > 3; room -= Math.Max(1, room / 20))
        {
            var markup = $"<p>{Markup.Text(SafeText.Bytes(line, room))}</p>";
            if (Size(markup) <= limit) return markup;
        }
        return "";
    }

    private static int Size(string markup) => Encoding.UTF8.GetByteCount(markup);
}
