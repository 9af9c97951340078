using MimeKit.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Reads from the markup of mail programs what is quoted mail and what is a signature.</summary>
internal static class HtmlQuotes
{
    // Around quoted mail. "gmail_quote" counts on a blockquote alone: on a div it also holds the answers that stand between quotations.
    private static readonly string[] Quotes =
    [
        "gmail_attr", "yahoo_quoted", "moz-cite-prefix", "moz-forward-container", "protonmail_quote", "tutanota_quote", "mail-editor-reference-message-container", "gmx_quote",
        "zmail_extra", "ydp_quoted", "mailbox_quote", "cm_quote", "hs_reply", "infomaniak_quote", "ms-outlook-mobile-reference-message", "fastmail-quote",
    ];

    // From here on all is quoted.
    private static readonly string[] Dividers = ["divrplyfwdmsg", "appendonsend", "zwchr", "replysplit", "reply-intro", "originalmessage", "x_divrplyfwdmsg", "omailappquote", "isreplycontent"];

    private static readonly string[] Signatures =
    [
        "gmail_signature", "moz-signature", "protonmail_signature_block", "ms-outlook-mobile-signature", "zimbra_signature", "tutanota_signature", "yahoo-signature", "ydp_signature",
    ];

    public static bool IsQuote(HtmlTagToken tag)
    {
        if (tag.Attributes.Count == 0) return false;
        if (tag.Id == HtmlTagId.BlockQuote && (Attribute(tag, HtmlAttributeId.Type)?.Trim().Equals("cite", StringComparison.OrdinalIgnoreCase) == true || Named(tag, ["gmail_quote"]))) return true;

        // GMX and WEB.DE: <div name="quote">.
        return Named(tag, Quotes) || (tag.Id == HtmlTagId.Div && Attribute(tag, HtmlAttributeId.Name) is "quote");
    }

    public static bool BeginsRest(HtmlTagToken tag) => tag.Attributes.Count > 0 && Named(tag, Dividers);

    public static bool IsSignature(HtmlTagToken tag) => tag.Attributes.Count > 0
        && (Named(tag, Signatures) || (tag.Id == HtmlTagId.Div && Attribute(tag, HtmlAttributeId.Id) is "Signature"));

    /// <summary>A quotation that some programs write for indented text.</summary>
    public static bool IsIndent(HtmlTagToken tag)
    {
        var style = Attribute(tag, HtmlAttributeId.Style)?.Replace(" ", "", StringComparison.Ordinal);
        return style is not null && style.Contains("border:none", StringComparison.OrdinalIgnoreCase) && !IsQuote(tag);
    }

    public static string? Attribute(HtmlTagToken tag, HtmlAttributeId id)
    {
        foreach (var attribute in tag.Attributes)
            if (attribute.Id == id) return attribute.Value;
        return null;
    }

    // Programs that pass such mail on put a prefix to names: "x_gmail_signature", "m_-123divRplyFwdMsg", "ydp1a2b3cyahoo_quoted".
    private static bool Named(HtmlTagToken tag, string[] names)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Id is not (HtmlAttributeId.Class or HtmlAttributeId.Id) || attribute.Value is not { Length: > 0 } value) continue;
            foreach (var part in value.AsSpan().Split(' '))
            {
                var word = value.AsSpan(part);
                foreach (var name in names)
                    if (word.EndsWith(name, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }
}
