using MimeKit.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Tells elements whose content is no text that readers see: styles, scripts, what is played or filled in.</summary>
internal static class HtmlHidden
{
    public static bool Is(HtmlTagId id, string name) => id switch
    {
        HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title or HtmlTagId.Xml or HtmlTagId.Object or HtmlTagId.Applet or HtmlTagId.IFrame or HtmlTagId.Select or HtmlTagId.Audio
            or HtmlTagId.Video or HtmlTagId.Canvas or HtmlTagId.NoFrames or HtmlTagId.NoEmbed or HtmlTagId.TextArea or HtmlTagId.DataList => true,
        HtmlTagId.Unknown => name.Equals("template", StringComparison.OrdinalIgnoreCase) || name.Equals("svg", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
