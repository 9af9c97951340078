using System.Buffers;
using System.Globalization;
using MimeKit.Text;

namespace Soundoff.Mail.Reading;

/// <summary>How white space is laid out (CSS Text, <c>white-space</c>).</summary>
internal enum HtmlSpace
{
    /// <summary>Any amount of it is one space.</summary>
    Folded,

    /// <summary>Line ends stay, all else is one space: <c>pre-line</c>.</summary>
    Lines,

    /// <summary>All of it stays: <c>pre</c>, <c>pre-wrap</c>, <c>break-spaces</c>.</summary>
    Kept,
}

/// <summary>What an element's own style says, as far as it decides what is read. Null where it says nothing, and the element is as its parent is.</summary>
/// <param name="IsRemoved">It and all within it are not there: whatever its children say.</param>
/// <param name="HasNoSize">Its text has no size. A child may give its own text one.</param>
/// <param name="IsInvisible">Its text is not drawn. A child may be.</param>
/// <param name="Space">How its white space is laid out.</param>
/// <param name="IsBlock">It stands in lines of its own.</param>
internal readonly record struct HtmlStyle(bool IsRemoved, bool? HasNoSize, bool? IsInvisible, HtmlSpace? Space, bool IsBlock)
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.+-");

    /// <summary>Reads an element's style and the attributes that mean the same.</summary>
    public static HtmlStyle Of(HtmlTagToken tag)
    {
        var style = new HtmlStyle { Space = tag.Id is HtmlTagId.Pre or HtmlTagId.Listing or HtmlTagId.PlainText ? HtmlSpace.Kept : null };
        for (var i = 0; i < tag.Attributes.Count; i++)
        {
            var attribute = tag.Attributes[i];
            if (attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase)) style = style with { IsRemoved = true };
            else if (tag.Id is HtmlTagId.Font && attribute.Id is HtmlAttributeId.Size) style = style with { HasNoSize = false };
            else if (attribute is { Id: HtmlAttributeId.Style, Value: { } rules }) style = style.With(rules);
        }

        return style;
    }

    private HtmlStyle With(ReadOnlySpan<char> rules)
    {
        var style = this;
        bool isFlat = false, isClipped = false, isClear = false, isGone = false;
        foreach (var range in rules.Split(';'))
        {
            var rule = rules[range];
            var colon = rule.IndexOf(':');
            if (colon < 0) continue;
            var value = rule[(colon + 1)..];
            if (value.IndexOf('!') is >= 0 and var important) value = value[..important];
            value = value.Trim();
            switch (rule[..colon].Trim())
            {
                case var name when Is(name, "display"):
                    isGone = Is(value, "none");
                    style = style with { IsBlock = Is(value, "block") || Is(value, "flex") || Is(value, "grid") || Is(value, "table") || Is(value, "table-row") || Is(value, "list-item") };
                    break;
                case var name when Is(name, "visibility"): style = style with { IsInvisible = Is(value, "inherit") ? null : !Is(value, "visible") }; break;
                case var name when Is(name, "opacity"): isClear = IsZero(value); break;
                case var name when Is(name, "font-size"): style = style with { HasNoSize = IsRelative(value) ? style.HasNoSize : IsZero(value) }; break;
                case var name when Is(name, "font"): style = style with { HasNoSize = FontSize(value) ?? style.HasNoSize }; break;
                case var name when Is(name, "max-height") || Is(name, "height"): isFlat = IsZero(value); break;
                case var name when Is(name, "overflow") || Is(name, "overflow-y"): isClipped = Is(value, "hidden") || Is(value, "clip"); break;
                case var name when Is(name, "white-space") || Is(name, "white-space-collapse"): style = style with { Space = SpaceOf(value) ?? style.Space }; break;
            }
        }

        return style with { IsRemoved = style.IsRemoved || isGone || isClear || (isFlat && isClipped) };
    }

    private static HtmlSpace? SpaceOf(ReadOnlySpan<char> value) => value switch
    {
        _ when Is(value, "pre") || Is(value, "pre-wrap") || Is(value, "break-spaces") || Is(value, "preserve") || Is(value, "-moz-pre-wrap") || Is(value, "-o-pre-wrap") => HtmlSpace.Kept,
        _ when Is(value, "pre-line") || Is(value, "preserve-breaks") => HtmlSpace.Lines,
        _ when Is(value, "normal") || Is(value, "nowrap") || Is(value, "initial") || Is(value, "collapse") => HtmlSpace.Folded,
        _ => null,
    };

    // "0", "0px", "0.0em", "0%".
    private static bool IsZero(ReadOnlySpan<char> value)
    {
        var number = value[..(value.IndexOfAnyExcept(NumberSigns) is >= 0 and var unit ? unit : value.Length)];
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && size == 0;
    }

    // A share of nothing is nothing.
    private static bool IsRelative(ReadOnlySpan<char> value) =>
        Is(value, "inherit") || Is(value, "smaller") || Is(value, "larger") || (!IsZero(value) && (value.EndsWith("%") || (value.EndsWith("em", StringComparison.OrdinalIgnoreCase) && !value.EndsWith("rem", StringComparison.OrdinalIgnoreCase))));

    // "font: 0/0 a", "font: italic 12px/1.5 serif": the first that begins with a digit, unless it is a weight.
    private static bool? FontSize(ReadOnlySpan<char> value)
    {
        foreach (var range in value.Split(' '))
        {
            var part = value[range];
            if (part.IsEmpty || !(char.IsAsciiDigit(part[0]) || part[0] == '.') || part.Length == 3 && !part.ContainsAnyExceptInRange('0', '9')) continue;
            var size = part[..(part.IndexOf('/') is >= 0 and var slash ? slash : part.Length)];
            return IsRelative(size) ? null : IsZero(size);
        }

        return null;
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
