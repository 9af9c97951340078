using MimeKit.Text;

namespace Soundoff.Mail.Reading;

/// <summary>How elements stand in the text: in a line, in lines of their own, with blank lines around them.</summary>
internal static class HtmlBlocks
{
    /// <summary>Line ends around an element.</summary>
    public static int Gap(HtmlTagToken tag, HtmlMark mark) => tag.Id switch
    {
        HtmlTagId.P => IsTight(tag) ? 1 : 2,
        HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.Pre or HtmlTagId.DL => 2,
        HtmlTagId.BlockQuote => mark.HasFlag(HtmlMark.Quote) ? 1 : 2,
        HtmlTagId.Div or HtmlTagId.LI or HtmlTagId.TR or HtmlTagId.Table or HtmlTagId.OL or HtmlTagId.UL or HtmlTagId.DT or HtmlTagId.DD or HtmlTagId.Center or HtmlTagId.Body
            or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer or HtmlTagId.Address or HtmlTagId.FieldSet or HtmlTagId.Form or HtmlTagId.Figure
            or HtmlTagId.FigCaption or HtmlTagId.Main or HtmlTagId.Nav or HtmlTagId.Aside or HtmlTagId.Caption or HtmlTagId.Menu or HtmlTagId.Dir or HtmlTagId.Option => 1,
        _ => 0,
    };

    /// <summary>The open element that ends because this one begins: items end items, cells end cells, blocks end paragraphs.</summary>
    public static int? Implied(HtmlTagId next, List<OpenElement> open)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var id = open[i].Id;
            switch (next)
            {
                case HtmlTagId.LI when id is HtmlTagId.LI:
                case HtmlTagId.DT or HtmlTagId.DD when id is HtmlTagId.DT or HtmlTagId.DD:
                case HtmlTagId.TD or HtmlTagId.TH when id is HtmlTagId.TD or HtmlTagId.TH:
                case HtmlTagId.TR when id is HtmlTagId.TR:
                case HtmlTagId.Option when id is HtmlTagId.Option:
                    return i;
                case HtmlTagId.LI when id is HtmlTagId.OL or HtmlTagId.UL or HtmlTagId.Menu:
                case HtmlTagId.DT or HtmlTagId.DD when id is HtmlTagId.DL:
                case HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.TR when id is HtmlTagId.Table:
                    return null;
            }

            if (id is HtmlTagId.P) return IsInline(next) ? null : i;
            if (id is HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.Div or HtmlTagId.BlockQuote or HtmlTagId.Table && next is not (HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.TR)) return null;
        }

        return null;
    }

    public static bool IsInline(HtmlTagId id) => id.IsFormattingElement() || id is HtmlTagId.Span or HtmlTagId.A or HtmlTagId.Abbr or HtmlTagId.Cite or HtmlTagId.Code or HtmlTagId.Q
        or HtmlTagId.Sub or HtmlTagId.Sup or HtmlTagId.Unknown or HtmlTagId.Label or HtmlTagId.Mark or HtmlTagId.Time or HtmlTagId.Var or HtmlTagId.Kbd or HtmlTagId.Samp or HtmlTagId.Ins
        or HtmlTagId.Del or HtmlTagId.Bdo or HtmlTagId.Bdi or HtmlTagId.Button or HtmlTagId.Acronym or HtmlTagId.Dfn or HtmlTagId.Script or HtmlTagId.Style;

    /// <summary>A quotation that some programs write for indented text.</summary>
    public static bool IsIndent(HtmlTagToken tag) =>
        HtmlQuotes.Attribute(tag, HtmlAttributeId.Style)?.Replace(" ", "", StringComparison.Ordinal).Contains("border:none", StringComparison.OrdinalIgnoreCase) == true;

    public static bool IsTable(HtmlTagId id) => id is HtmlTagId.Table or HtmlTagId.TR or HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.TBody or HtmlTagId.THead or HtmlTagId.Tfoot;

    // Outlook writes every line as a paragraph without margins, and a blank line as an empty one.
    private static bool IsTight(HtmlTagToken tag)
    {
        if (HtmlQuotes.Attribute(tag, HtmlAttributeId.Class) is { } name && name.StartsWith("MsoNormal", StringComparison.OrdinalIgnoreCase)) return true;
        if (HtmlQuotes.Attribute(tag, HtmlAttributeId.Style) is not { } style) return false;
        var rules = style.Replace(" ", "", StringComparison.Ordinal);
        return rules.Contains("margin:0", StringComparison.OrdinalIgnoreCase)
            || (rules.Contains("margin-top:0", StringComparison.OrdinalIgnoreCase) && rules.Contains("margin-bottom:0", StringComparison.OrdinalIgnoreCase));
    }
}
