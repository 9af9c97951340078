using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Soundoff.Notes;

/// <summary>
/// Makes a publisher's HTML safe and plain: semantic elements, links, pictures and tables stay; scripts, styles, frames, forms,
/// classes and event handlers go. Headings begin at level 2, for the page's title is level 1. Safe for concurrent use.
/// </summary>
internal static class NotesHtml
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "canvas", "form", "button",
        "select", "textarea", "dialog", "nav", "link", "meta", "title", "head", "base", "audio", "video", "source", "track", "noembed", "noframes", "xmp", "plaintext",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong",
        "sub", "sup", "time", "u", "var", "wbr", "input", "label",
    };

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "img", "a", "em", "strong", "b", "i", "u",
            "s", "del", "ins", "mark", "small", "code", "pre", "kbd", "samp", "var", "sub", "sup", "q", "cite", "abbr", "time", "table", "caption", "thead", "tbody",
            "tfoot", "tr", "th", "td", "br", "hr", "details", "summary", "bdi", "bdo", "ruby", "rt", "rp", "wbr",
        },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope", "start", "reversed", "datetime", "lang", "dir", "cite", "id", "class", "align",
        },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel", "sms" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite" },
        AllowedCssProperties = new HashSet<string>(),
    })
    { KeepChildNodes = true };

    /// <summary>Parses a whole document or a fragment; never fails.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The safe HTML of an element's content, with hidden addresses as markers; null when nothing is left.</summary>
    public static string? Of(IElement content)
    {
        Prepare(content);
        using var safe = Sanitizer.SanitizeDom(content.InnerHtml);
        var body = safe.Body!;
        Tidy(body);
        // Bare words and inline elements make one paragraph.
        var html = body.Children.All(c => Inline.Contains(c.LocalName)) && body.ChildNodes.Length > 0 ? $"<p>{body.InnerHtml.Trim()}</p>" : body.InnerHtml.Trim();
        return html.Length == 0 || (body.TextContent.Trim().Length == 0 && body.QuerySelector("img,hr") is null) ? null : html;
    }

    /// <summary>Removes what is not content at all, together with the words inside it.</summary>
    public static void Drop(IElement content)
    {
        foreach (var element in content.QuerySelectorAll("*").Where(e => Dropped.Contains(e.LocalName)).ToList()) element.Remove();
    }

    private static void Prepare(IElement content)
    {
        foreach (var anchor in content.QuerySelectorAll("a, span").Where(a => a.ClassList.Contains("__cf_email__") || HiddenAddress.IsProtectionLink(a.GetAttribute("href"))).ToList())
        {
            // The protection wraps a marked span in a link: the outer one goes first and takes the inner with it.
            if (anchor.Parent is not null) anchor.Replace(anchor.Owner!.CreateTextNode("[email protected]"));
        }

        Drop(content);
        foreach (var comment in content.Descendants<IComment>().ToList()) comment.Remove();
        foreach (var box in content.QuerySelectorAll("input").ToList())
        {
            if (box.GetAttribute("type") == "checkbox") box.Replace(content.Owner!.CreateTextNode(box.HasAttribute("checked") ? "☑" : "☐"));
            else box.Remove();
        }

        foreach (var heading in content.QuerySelectorAll("h1").ToList()) Rename(heading, "h2");
        // Unwrapped, the words of two neighbouring boxes would run together.
        foreach (var box in content.QuerySelectorAll("div,section,center,address").ToList())
            if (box.TextContent.Trim().Length > 0 && box.ParentElement?.LocalName != "p" && box.Children.All(c => Inline.Contains(c.LocalName))) Rename(box, "p");
        foreach (var element in content.QuerySelectorAll("[class]").ToList()) element.RemoveAttribute("class");
        foreach (var cell in content.QuerySelectorAll("th[style], td[style]")) Align(cell);
        MarkAddresses(content);
    }

    // Styles go; which way a column is set is a table's own meaning, and Markdown says it by one.
    private static void Align(IElement cell)
    {
        var style = cell.GetAttribute("style")!.Replace(" ", "", StringComparison.Ordinal);
        foreach (var way in new[] { "center", "right", "end" })
            if (style.Contains("text-align:" + way, StringComparison.OrdinalIgnoreCase)) cell.SetAttribute("align", way);
    }

    private static void MarkAddresses(IElement content)
    {
        foreach (var text in content.Descendants<IText>().Where(t => HiddenAddress.IsIn(t.Data)).ToList())
        {
            if (text.Ancestors<IElement>().Any(a => a.LocalName is "code" or "pre")) continue;
            // A marker is a link, and a link cannot stand in another.
            var link = text.Ancestors<IHtmlAnchorElement>().FirstOrDefault();
            if (link is not null) link.Replace([.. link.ChildNodes]);
            var at = 0;
            foreach (var (start, length) in HiddenAddress.Traces(text.Data))
            {
                text.Before(content.Owner!.CreateTextNode(text.Data[at..start]), Marker(content.Owner!));
                at = start + length;
            }

            text.Replace(content.Owner!.CreateTextNode(text.Data[at..]));
        }
    }

    private static INode Marker(IDocument owner)
    {
        var box = owner.CreateElement("div");
        box.InnerHtml = BodyMarkers.Contact;
        return box.FirstChild!;
    }

    private static void Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        foreach (var attribute in element.Attributes.Where(a => a.Name is "lang" or "dir")) renamed.SetAttribute(attribute.Name, attribute.Value);
        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
    }

    private static void Tidy(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("[class]").Where(e => e.OuterHtml != BodyMarkers.Contact).ToList()) element.RemoveAttribute("class");
        foreach (var element in body.QuerySelectorAll("[align]").ToList())
        {
            var way = element.GetAttribute("align")!.ToLowerInvariant();
            element.RemoveAttribute("align");
            if ((element.LocalName is "th" or "td") && (way is "center" or "right" or "end")) element.ClassName = way == "center" ? ColumnWays.Middle : ColumnWays.End;
        }

        // Ids could take the place of the page's own; only footnotes need theirs.
        foreach (var element in body.QuerySelectorAll("[id]").Where(e => !e.Id!.StartsWith("fn:", StringComparison.Ordinal) && !e.Id.StartsWith("fnref:", StringComparison.Ordinal)).ToList())
            element.RemoveAttribute("id");
        foreach (var image in body.QuerySelectorAll("img").ToList())
        {
            if (string.IsNullOrWhiteSpace(image.GetAttribute("src"))) image.Remove();
            else if (!image.HasAttribute("alt")) image.SetAttribute("alt", "");
        }

        foreach (var anchor in body.QuerySelectorAll("a:not([href])").ToList()) anchor.Replace([.. anchor.ChildNodes]);
        foreach (var empty in body.QuerySelectorAll("p,h2,h3,h4,h5,h6").Where(e => e.TextContent.Trim().Length == 0 && e.QuerySelector("img") is null).ToList()) empty.Remove();
    }
}
