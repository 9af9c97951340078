using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Soundoff.Texts;

/// <summary>A piece of HTML as a tree.</summary>
internal static class HtmlFragment
{
    // Making a parser takes longer than most pieces take to parse; one is used by one thread at a time.
    private static readonly ThreadLocal<HtmlParser> Parser = new(() => new HtmlParser());

    /// <summary>The element whose children are the piece.</summary>
    public static IElement Parse(string html) => Parser.Value!.ParseDocument("<!doctype html><body>" + html).Body!;

    /// <summary>The same element with more HTML before and after its children, and no white space at their ends.</summary>
    public static IElement Around(string before, IElement piece, string after)
    {
        if (piece.FirstChild is IText first) first.Data = first.Data.TrimStart();
        if (piece.LastChild is IText last) last.Data = last.Data.TrimEnd();
        if (before.Length > 0) piece.Prepend([.. Parse(before).ChildNodes]);
        if (after.Length > 0) piece.Append([.. Parse(after).ChildNodes]);
        return piece;
    }

    /// <summary>Elements that stand on lines of their own.</summary>
    public static bool IsBlock(INode node) => node is IElement
    {
        LocalName: "p" or "div" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "blockquote" or "pre" or "figure" or "figcaption" or "hr" or "table" or "thead"
            or "tbody" or "tfoot" or "tr" or "section" or "article" or "aside" or "header" or "footer" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "details" or "summary"
    };
}
