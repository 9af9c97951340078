using System.Text;
using AngleSharp.Dom;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>The little HTML that podcast apps show in an item's description: paragraphs, lists, links, emphasis.</summary>
public static class SimpleHtml
{
    /// <summary>The same text with other elements opened up; headings become strong paragraphs, pictures go.</summary>
    public static string From(string html) => From(HtmlFragment.Parse(html));

    /// <summary>The same of a piece that is parsed already; it stays as it is.</summary>
    public static string From(IElement piece)
    {
        var output = new StringBuilder();
        Children(output, piece);
        return output.ToString().Trim();
    }

    private static void Children(StringBuilder output, INode parent)
    {
        foreach (var node in parent.ChildNodes) Write(output, node);
    }

    private static void Write(StringBuilder output, INode node)
    {
        if (node is IText text) output.Append(Markup.Text(text.Data));
        if (node is not IElement element) return;
        switch (element.LocalName)
        {
            case "br":
                output.Append("<br>");
                break;
            case "a" when element.GetAttribute("href") is { Length: > 0 } address:
                Wrap(output, element, $"""<a href="{Markup.Text(address)}">""", "</a>");
                break;
            case "p" or "ul" or "ol" or "li" or "strong" or "em" or "b" or "i":
                Wrap(output, element, $"<{element.LocalName}>", $"</{element.LocalName}>");
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Wrap(output, element, "<p><strong>", "</strong></p>");
                break;
            case "pre" or "tr" or "figcaption" or "dt" or "dd" or "summary" when !element.Children.Any(c => c.LocalName == "p"):
                Wrap(output, element, "<p>", "</p>");
                break;
            case "td" or "th":
                Wrap(output, element, "", element.NextElementSibling is null ? "" : " ");
                break;
            case "script" or "style" or "img" or "svg" or "iframe" or "audio" or "video":
                break;
            default:
                Children(output, element);
                break;
        }
    }

    private static void Wrap(StringBuilder output, IElement element, string open, string close)
    {
        var before = output.Length;
        output.Append(open);
        var inside = output.Length;
        Children(output, element);
        if (IsBlank(output, inside)) output.Length = before;
        else output.Append(close);
    }

    private static bool IsBlank(StringBuilder text, int from)
    {
        for (var i = text.Length - 1; i >= from; i--)
            if (!char.IsWhiteSpace(text[i])) return false;
        return true;
    }
}
