using MimeKit.Text;

namespace Soundoff.Mail.Reading;

/// <summary>
/// HTML mail as plain text: paragraphs, lists, links and quotations stay, what nobody sees goes. One pass over the tags without building a tree, so that
/// no HTML costs more time or memory than its length; what elements inherit from those around them (CSS Cascade) is kept with the open ones.
/// </summary>
internal sealed class HtmlText
{
    // A layout of tables within tables stays below a hundred. What is nested deeper is read, but its tags no longer are.
    private const int Deepest = 256;

    private readonly HtmlLines _lines = new();
    private readonly List<OpenElement> _open = [];
    private int _hidden;
    private int _cut;
    private bool _restIsCut;

    // Without a document type, tables take no size from what is around them (HTML section 15.3.10, quirks mode).
    private bool _isQuirky = true;

    private OpenElement? Innermost => _open.Count > 0 ? _open[^1] : null;

    private bool IsSeen => _hidden == 0 && Innermost is not ({ HasNoSize: true } or { IsInvisible: true });

    public static List<MailLine> Lines(string html)
    {
        var text = new HtmlText();
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag) text.Take(tag);
            else if (token.Kind is HtmlTokenKind.DocType) text._isQuirky = false;
            else if (token.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData && text.IsSeen) text._lines.Write(((HtmlDataToken)token).Data);
        }

        while (text._open.Count > 0) text.Close(text._open.Count - 1);
        return text._lines.Done();
    }

    private void Take(HtmlTagToken tag)
    {
        if (tag.IsEndTag) End(tag.Id, tag.Name);
        else Start(tag);
    }

    private void Start(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br: if (IsSeen) _lines.Break(); return;
            case HtmlTagId.HR: Rule(tag); return;
            case HtmlTagId.Image: if (_hidden == 0 && Innermost is not { IsInvisible: true }) _lines.Write(HtmlPicture.Text(tag)); return;
            case HtmlTagId.Body: CloseAll(); break;
        }

        if (tag.Id.IsEmptyElement() || tag.IsEmptyElement && tag.Id is HtmlTagId.Unknown) return;
        if (HtmlBlocks.Implied(tag.Id, _open) is { } implied) CloseTo(implied);
        var mark = HtmlQuotes.Of(tag);
        if (mark.HasFlag(HtmlMark.Rest)) Rest();
        if (_open.Count >= Deepest) return;
        var style = HtmlStyle.Of(tag);
        var around = Innermost;
        var element = new OpenElement(tag.Id, tag.Name)
        {
            IsHidden = HtmlHidden.Is(tag.Id, tag.Name) || (style.IsRemoved && tag.Id is not (HtmlTagId.Body or HtmlTagId.Html)),
            HasNoSize = style.HasNoSize ?? (around is { HasNoSize: true } && !(_isQuirky && tag.Id is HtmlTagId.Table)),
            IsInvisible = style.IsInvisible ?? around is { IsInvisible: true },
            Space = style.Space ?? around?.Space ?? HtmlSpace.Folded,
            IsCut = (mark & (HtmlMark.Quote | HtmlMark.Signature)) != 0,
            IsQuote = tag.Id == HtmlTagId.BlockQuote && (mark.HasFlag(HtmlMark.Quote) || !HtmlBlocks.IsIndent(tag)),
            Gap = Math.Max(HtmlBlocks.Gap(tag, mark), style.IsBlock ? 1 : 0),
        };
        if (_hidden == 0) Open(element, tag);
        if (element.IsHidden) _hidden++;
        if (element.IsCut) _cut++;
        _open.Add(element);
        LayOut();
    }

    private void Open(OpenElement element, HtmlTagToken tag)
    {
        if (element.IsHidden) return;
        _lines.Space(element.Gap);
        if (element.IsCut && element.Gap == 0) _lines.Space(1);
        if (element.IsQuote) _lines.Depth++;
        switch (tag.Id)
        {
            case HtmlTagId.A: element.Link = _lines.StartLink(HtmlQuotes.Attribute(tag, HtmlAttributeId.Href)); break;
            case HtmlTagId.OL or HtmlTagId.UL or HtmlTagId.Menu or HtmlTagId.Dir: _lines.StartList(tag.Id == HtmlTagId.OL, HtmlQuotes.Attribute(tag, HtmlAttributeId.Start)); break;
            case HtmlTagId.LI: _lines.StartItem(); break;
            case HtmlTagId.TD or HtmlTagId.TH: _lines.Cell(); break;
        }
    }

    private void End(HtmlTagId id, string name)
    {
        // </p> and </br> without a start are read as breaks by browsers.
        if (id == HtmlTagId.Br && _hidden == 0) _lines.Break();
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Is(id, name))
            {
                // A formatting element that ends late must not end the blocks within it.
                if (HtmlBlocks.IsInline(id)) Close(i);
                else CloseTo(i);
                return;
            }

            // The end of a paragraph or of a link does not reach out of a table's cell.
            if (_open[i].Id is HtmlTagId.TD or HtmlTagId.TH && !HtmlBlocks.IsTable(id) && HtmlBlocks.IsInline(id)) return;
        }
    }

    private void Close(int index)
    {
        var element = _open[index];
        _open.RemoveAt(index);
        if (element.IsHidden) _hidden--;
        else if (_hidden == 0)
        {
            if (element.Link is { } link) _lines.EndLink(link);
            _lines.Space(element.IsCut && element.Gap == 0 ? 1 : element.Gap);
            if (element.IsQuote) _lines.Depth--;
            if (element.Id is HtmlTagId.OL or HtmlTagId.UL or HtmlTagId.Menu or HtmlTagId.Dir) _lines.EndList();
        }

        if (element.IsCut) _cut--;
        LayOut();
    }

    private void LayOut()
    {
        _lines.IsCut = _restIsCut || _cut > 0;
        _lines.WhiteSpace = Innermost?.Space ?? HtmlSpace.Folded;
    }

    private void CloseTo(int index)
    {
        while (_open.Count > index) Close(_open.Count - 1);
    }

    private void CloseAll() => CloseTo(0);

    private void Rule(HtmlTagToken tag)
    {
        if (!IsSeen) return;
        if (HtmlQuotes.Of(tag).HasFlag(HtmlMark.Rest)) Rest();
        _lines.Rule();
    }

    private void Rest()
    {
        _lines.Space(1);
        _restIsCut = true;
        _lines.IsCut = true;
    }
}

/// <summary>An element whose end has not come yet.</summary>
internal sealed class OpenElement(HtmlTagId id, string name)
{
    public HtmlTagId Id => id;

    /// <summary>It is not there, and nothing within it.</summary>
    public bool IsHidden { get; init; }

    public bool HasNoSize { get; init; }

    public bool IsInvisible { get; init; }

    public HtmlSpace Space { get; init; }

    public bool IsCut { get; init; }

    public bool IsQuote { get; init; }

    /// <summary>Line ends that keep it from what is before and after it: none, one, or a blank line.</summary>
    public int Gap { get; init; }

    public HtmlLink? Link { get; set; }

    public bool Is(HtmlTagId otherId, string otherName) => id == otherId && (id != HtmlTagId.Unknown || name.Equals(otherName, StringComparison.OrdinalIgnoreCase));
}
