using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Soundoff.Cli.Import.Reading;

/// <summary>An item's text as notes in HTML: whole, with addresses that work from anywhere, and without what only its old site needed.</summary>
internal static class ItemNotes
{
    private const int Longest = 1 << 20;
    private const int MostTags = 10_000;

    private static readonly string[] Kept = ["href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope", "start", "reversed", "datetime", "lang", "dir", "cite", "id"];

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "ul", "ol", "dl", "blockquote", "pre", "table", "figure", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "iframe",
    };

    // Boxes that only say where something stood on a page.
    private const string Boxes = "span, font, center, article, main, section, aside, header, footer, body, html";
    private const string Passing = "script, style, link, meta, title, base, noscript, template";

    /// <summary>The notes; empty when nothing is left.</summary>
    /// <param name="text">HTML, or plain text.</param>
    /// <param name="from">What its relative addresses are taken from.</param>
    public static string Of(string text, Uri? from)
    {
        text = text.Trim();
        if (text.Length > Longest) text = text[..Longest];
        if (text.Length == 0) return "";
        // Some programs escape their HTML once too often.
        if (!IsHtml(text) && IsHtml(WebUtility.HtmlDecode(text))) text = WebUtility.HtmlDecode(text);
        if (!IsHtml(text) || text.AsSpan().Count('<') > MostTags) return Plain(WebUtility.HtmlDecode(text));
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + text).Body!;
        Clean(body, from);
        return Lines(body);
    }

    /// <summary>Plain text as paragraphs, its addresses as links.</summary>
    public static string Plain(string text)
    {
        var paragraphs = new List<string>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Append(""))
        {
            if (line.Length > 0) lines.Add(Linked(line));
            else if (lines.Count > 0)
            {
                paragraphs.Add($"<p>{string.Join("<br>\n", lines)}</p>");
                lines.Clear();
            }
        }

        return string.Join('\n', paragraphs);
    }

    // Letters of all scripts stay themselves.
    private static string Encoded(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static bool IsHtml(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
            if (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!') return true;
        return false;
    }

    private static string Linked(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
    {
        var bare = word.TrimEnd('.', ',', ';', ':', '!', '?', ')', '"', '”');
        if (!bare.StartsWith("http://", StringComparison.Ordinal) && !bare.StartsWith("https://", StringComparison.Ordinal) || !Uri.TryCreate(bare, UriKind.Absolute, out _)) return Encoded(word);
        var address = Encoded(bare);
        return $"<a href=\"{address}\">{address}</a>{Encoded(word[bare.Length..])}";
    }));

    private static void Clean(IElement body, Uri? from)
    {
        foreach (var passing in body.QuerySelectorAll(Passing).ToList()) passing.Remove();
        foreach (var comment in body.Descendants<IComment>().ToList()) comment.Remove();
        // A picture of one pixel counts readers.
        foreach (var counter in body.QuerySelectorAll("img").Where(picture => picture.GetAttribute("width") is "1" or "0" || picture.GetAttribute("height") is "1" or "0").ToList()) counter.Remove();
        foreach (var box in body.QuerySelectorAll(Boxes).ToList()) box.Replace([.. box.ChildNodes]);
        // A box around nothing but one box, and one around everything, hold nothing together.
        foreach (var box in body.QuerySelectorAll("div").Where(box => Content(box) is [IElement] || Content(body) is [var only] && only == box).ToList()) box.Replace([.. box.ChildNodes]);
        foreach (var element in body.QuerySelectorAll("*"))
        {
            foreach (var attribute in element.Attributes.Select(a => a.Name).Except(Kept).ToList()) element.RemoveAttribute(attribute);
            foreach (var name in new[] { "href", "src", "cite" })
                if (element.GetAttribute(name)?.Trim() is { Length: > 0 } written && !written.StartsWith('#') && from is not null && Uri.TryCreate(from, written, out var whole)) element.SetAttribute(name, whole.AbsoluteUri);
        }

        foreach (var empty in body.QuerySelectorAll("p, div").Where(e => e.ChildElementCount == 0 && string.IsNullOrWhiteSpace(e.TextContent)).ToList()) empty.Remove();
    }

    private static List<INode> Content(IElement element) => [.. element.ChildNodes.Where(node => node is IElement || !string.IsNullOrWhiteSpace(node.TextContent))];

    // A line for each block, as people write HTML; words and their tags between blocks are a paragraph.
    private static string Lines(IElement body)
    {
        var lines = new List<string>();
        var words = new StringBuilder();
        foreach (var node in body.ChildNodes)
        {
            if (node is IElement { LocalName: var name } block && Blocks.Contains(name))
            {
                Finish();
                lines.Add(block.OuterHtml.Trim());
            }
            else words.Append(node is IElement element ? element.OuterHtml : Encoded(node.TextContent));
        }

        Finish();
        return string.Join('\n', lines);

        void Finish()
        {
            var paragraph = words.ToString().Trim();
            words.Clear();
            while (paragraph.EndsWith("<br>", StringComparison.Ordinal)) paragraph = paragraph[..^4].TrimEnd();
            while (paragraph.StartsWith("<br>", StringComparison.Ordinal)) paragraph = paragraph[4..].TrimStart();
            if (paragraph.Length > 0) lines.Add($"<p>{paragraph}</p>");
        }
    }
}
