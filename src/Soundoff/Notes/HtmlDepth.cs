using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Soundoff.Limits;

namespace Soundoff.Notes;

/// <summary>Tells HTML that is nested more deeply than any text needs: parsing and walking it would cost time that grows with the square of its depth.</summary>
internal static partial class HtmlDepth
{
    private const int DeepestElement = 200;
    private const int MostOpenTags = 1000;

    // Elements that need no end tag do not nest.
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead",
        "tbody", "tfoot", "option", "optgroup", "rt", "rp", "colgroup", "caption",
    };

    /// <summary>Before parsing: whether far more tags are opened than closed.</summary>
    public static bool IsTooGreat(string html)
    {
        var open = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var name = html.AsSpan(tag.Index + 1, tag.Length - 1);
            if (name[0] == '/') open = Math.Max(0, open - 1);
            else if (!Unclosed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && ++open > MostOpenTags) return true;
        }

        return false;
    }

    /// <summary>After parsing: whether elements are nested too deeply.</summary>
    public static bool IsTooGreat(IElement content)
    {
        var open = new Stack<(IElement Element, int Level)>([(content, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Level > DeepestElement) return true;
            foreach (var child in next.Element.Children) open.Push((child, next.Level + 1));
        }

        return false;
    }

    [GeneratedRegex("</?[a-z][a-z0-9]*", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex Tag();
}
