using System.Buffers;
using MimeKit.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Tells elements that no reader sees: styles and scripts, the preview texts of newsletters, what is laid out away.</summary>
internal static class HtmlHidden
{
    private static readonly SearchValues<string> Rules = SearchValues.Create(
        ["display:none", "visibility:hidden", "mso-hide:all", "max-height:0;", "max-height:0px", "font-size:0;", "font-size:0px", "opacity:0;"], StringComparison.OrdinalIgnoreCase);

    public static bool Is(HtmlTagToken tag) => tag.Id switch
    {
        HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title or HtmlTagId.Xml or HtmlTagId.Object or HtmlTagId.Applet or HtmlTagId.IFrame or HtmlTagId.Select or HtmlTagId.Audio
            or HtmlTagId.Video or HtmlTagId.Canvas or HtmlTagId.NoFrames or HtmlTagId.NoEmbed or HtmlTagId.TextArea or HtmlTagId.DataList => true,
        HtmlTagId.Unknown => tag.Name.Equals("template", StringComparison.OrdinalIgnoreCase) || tag.Name.Equals("svg", StringComparison.OrdinalIgnoreCase),
        HtmlTagId.Body or HtmlTagId.Html => false,
        _ => tag.Attributes.Count > 0 && IsHidden(tag),
    };

    private static bool IsHidden(HtmlTagToken tag)
    {
        for (var i = 0; i < tag.Attributes.Count; i++)
        {
            var attribute = tag.Attributes[i];
            if (attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase)) return true;
            if (attribute.Id != HtmlAttributeId.Style || attribute.Value is not { Length: >= 9 } style) continue;
            var rules = style.Replace(" ", "", StringComparison.Ordinal) + ";";
            if (rules.AsSpan().ContainsAny(Rules)) return true;
        }

        return false;
    }
}
