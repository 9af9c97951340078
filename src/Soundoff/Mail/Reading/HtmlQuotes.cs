using System.Buffers;
using MimeKit.Text;

namespace Soundoff.Mail.Reading;

/// <summary>What the markup of a mail program says of an element.</summary>
[Flags]
internal enum HtmlMark
{
    None = 0,

    /// <summary>It holds quoted mail.</summary>
    Quote = 1,

    /// <summary>From here on all is quoted.</summary>
    Rest = 2,

    /// <summary>It holds a signature.</summary>
    Signature = 4,
}

/// <summary>Reads from the markup of mail programs what is quoted mail and what is a signature.</summary>
internal static class HtmlQuotes
{
    // "gmail_quote" counts on a blockquote alone: on a div it also holds the answers that stand between quotations.
    private const string GmailQuote = "gmail_quote";

    // The ends of classes and ids.
    private static readonly (HtmlMark Mark, string[] Names)[] Marks =
    [
        (HtmlMark.Quote, [
            "gmail_attr", "yahoo_quoted", "moz-cite-prefix", "moz-forward-container", "protonmail_quote", "tutanota_quote", "mail-editor-reference-message-container", "gmx_quote",
            "zmail_extra", "ydp_quoted", "mailbox_quote", "cm_quote", "hs_reply", "infomaniak_quote", "ms-outlook-mobile-reference-message", "fastmail-quote"]),
        (HtmlMark.Rest, ["divrplyfwdmsg", "appendonsend", "zwchr", "replysplit", "reply-intro", "originalmessage", "x_divrplyfwdmsg", "omailappquote", "isreplycontent"]),
        (HtmlMark.Signature, [
            "gmail_signature", "moz-signature", "protonmail_signature_block", "ms-outlook-mobile-signature", "zimbra_signature", "tutanota_signature", "yahoo-signature", "ydp_signature", "front-signature"]),
    ];

    private static readonly SearchValues<string> AnyName = SearchValues.Create([GmailQuote, .. Marks.SelectMany(m => m.Names)], StringComparison.OrdinalIgnoreCase);

    public static HtmlMark Of(HtmlTagToken tag)
    {
        if (tag.Attributes.Count == 0) return HtmlMark.None;
        var mark = Named(tag);
        if (tag.Id == HtmlTagId.BlockQuote && Attribute(tag, HtmlAttributeId.Type)?.Trim().Equals("cite", StringComparison.OrdinalIgnoreCase) == true) mark |= HtmlMark.Quote;
        if (tag.Id != HtmlTagId.Div) return mark;

        // GMX and WEB.DE: <div name="quote">. Outlook: <div id="Signature">.
        if (Attribute(tag, HtmlAttributeId.Name) is "quote") mark |= HtmlMark.Quote;
        if (Attribute(tag, HtmlAttributeId.Id) is "Signature") mark |= HtmlMark.Signature;
        return mark;
    }

    public static string? Attribute(HtmlTagToken tag, HtmlAttributeId id)
    {
        for (var i = 0; i < tag.Attributes.Count; i++)
            if (tag.Attributes[i].Id == id) return tag.Attributes[i].Value;
        return null;
    }

    private static HtmlMark Named(HtmlTagToken tag)
    {
        var mark = HtmlMark.None;
        for (var i = 0; i < tag.Attributes.Count; i++)
        {
            if (tag.Attributes[i] is not { Id: HtmlAttributeId.Class or HtmlAttributeId.Id, Value: { } names } || !names.AsSpan().ContainsAny(AnyName)) continue;
            foreach (var name in names.AsSpan().Split(' ')) mark |= Named(names.AsSpan(name), tag.Id);
        }

        return mark;
    }

    // Programs that pass such mail on put a prefix to names: "x_gmail_signature", "m_-123divRplyFwdMsg", "ydp1a2b3cyahoo_quoted".
    private static HtmlMark Named(ReadOnlySpan<char> word, HtmlTagId id)
    {
        var found = id == HtmlTagId.BlockQuote && word.EndsWith(GmailQuote, StringComparison.OrdinalIgnoreCase) ? HtmlMark.Quote : HtmlMark.None;
        foreach (var (mark, names) in Marks)
        {
            foreach (var name in names)
                if (word.EndsWith(name, StringComparison.OrdinalIgnoreCase)) found |= mark;
        }

        return found;
    }
}
