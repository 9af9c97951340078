using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Soundoff.Episodes;
using Soundoff.Fields;

namespace Soundoff.Notes;

/// <summary>Finds title, standfirst and body in HTML. Null when the HTML is nested too deeply.</summary>
internal static class TitledHtml
{
    private const int LongestTitle = 255;

    /// <summary>A fragment: its first heading of level 1 is the title when nothing stands before it.</summary>
    public static EpisodeFacts? Fragment(string html, string? title, HtmlLosses losses)
    {
        if (HtmlDepth.IsTooGreat(html)) return null;
        using var page = NotesHtml.Parse(html);
        if (HtmlDepth.IsTooGreat(page.Body!)) return null;
        losses.Note(page.Body!);
        NotesHtml.Drop(page.Body!);
        return First(page.Body!) is { LocalName: "h1" } heading && Line(heading.TextContent) is { } name && (title is null || Same(title, name))
            ? Without(heading, page.Body!, name)
            : new EpisodeFacts { BodyHtml = NotesHtml.Of(page.Body!) };
    }

    /// <summary>A page with a head, or a fragment.</summary>
    public static EpisodeFacts? Page(string html, string? title, HtmlLosses losses)
    {
        if (HtmlDepth.IsTooGreat(html)) return null;
        using var page = NotesHtml.Parse(html);
        if (HtmlDepth.IsTooGreat(page.Body!)) return null;
        var content = page.QuerySelector("article") is { } article && page.QuerySelectorAll("article").Length == 1
            ? article
            : page.QuerySelector("main, [role=main], article") ?? page.Body!;
        losses.Note(content);
        NotesHtml.Drop(page.Body!);
        var heading = Only(content, "h1") ?? First(content) as IHtmlHeadingElement;
        if (heading?.LocalName != "h1") heading = null;
        var name = Line(heading?.TextContent) ?? Line(Meta(page, "og:title")) ?? (Only(page.Body!, "h1") is { } sole ? Line(sole.TextContent) : null) ?? Line(page.Title);
        if (content == page.Body)
            foreach (var around in content.QuerySelectorAll("footer, aside").ToList()) around.Remove();

        var facts = heading is not null && Line(heading.TextContent) is { } own && (title is null || Same(title, own))
            ? Without(heading, content, own)
            : new EpisodeFacts { Title = name is null ? null : FieldReader.Cut(name, LongestTitle), BodyHtml = NotesHtml.Of(content) };
        return facts with
        {
            Standfirst = Line(Meta(page, "description") ?? Meta(page, "og:description")),
            Date = Meta(page, "article:published_time") is { } date ? WrittenDates.Read(date).Date : null,
            Language = page.DocumentElement.GetAttribute("lang") is { Length: > 0 } lang ? LanguageTags.Read(lang) : null,
        };
    }

    private static EpisodeFacts Without(IElement heading, IElement content, string name)
    {
        heading.Remove();
        return new EpisodeFacts { Title = FieldReader.Cut(name, LongestTitle), BodyHtml = NotesHtml.Of(content) };
    }

    private static IElement? First(IElement content)
    {
        var first = content.ChildNodes.FirstOrDefault(n => n is IElement || (n is IText text && text.Data.Trim().Length > 0)) as IElement;
        return first is { LocalName: "header" or "div" or "section" or "hgroup" } ? First(first) : first;
    }

    private static IHtmlHeadingElement? Only(IElement content, string name)
    {
        var found = content.QuerySelectorAll(name);
        return found.Length == 1 ? found[0] as IHtmlHeadingElement : null;
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[name='{name}' i], meta[property='{name}' i]")?.GetAttribute("content") is { } content && content.Trim().Length > 0 ? content : null;

    private static string? Line(string? text) => text is null ? null : FieldReader.OneLine(text) is { Length: > 0 } line ? line : null;

    private static bool Same(string a, string? b) => b is not null && string.Equals(Letters(a), Letters(b), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)) is { Length: > 0 } letters ? letters : text.Trim();
}
