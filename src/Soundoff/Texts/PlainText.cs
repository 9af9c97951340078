using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Soundoff.Texts;

/// <summary>HTML as plain text: a blank line between paragraphs, a line per list item.</summary>
public static class PlainText
{
    /// <summary>The text of a piece of HTML, lines ending in a line feed.</summary>
    public static string From(string html) => From(HtmlFragment.Parse(html));

    /// <summary>The same of a piece that is parsed already; it stays as it is.</summary>
    public static string From(IElement piece)
    {
        var blocks = new List<string>();
        var line = new StringBuilder();
        Walk(piece, blocks, line);
        Flush(blocks, line);
        return SafeText.Clean(string.Join("\n\n", blocks));
    }

    private static void Walk(INode parent, List<string> blocks, StringBuilder line)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                line.Append(text.Data.Replace('\n', ' '));
            else if (node is IElement { LocalName: "br" })
                line.Append('\n');
            else if (node is IElement { LocalName: "ul" or "ol" } list)
            {
                Flush(blocks, line);
                var items = Items(list);
                if (items.Length > 0) blocks.Add(items);
            }
            else if (node is IElement { LocalName: "pre" } pre)
            {
                Flush(blocks, line);
                blocks.Add(pre.TextContent.Trim('\n'));
            }
            else if (node is IElement { LocalName: "script" or "style" })
                continue;
            else if (HtmlFragment.IsBlock(node))
            {
                Flush(blocks, line);
                Walk(node, blocks, line);
                Flush(blocks, line);
            }
            else
                Walk(node, blocks, node is IElement { LocalName: "td" or "th" } ? line.Append(' ') : line);
        }
    }

    private static string Items(IElement list)
    {
        var number = 0;
        return string.Join('\n', list.Children.Select(item =>
        {
            number++;
            var mark = list.LocalName == "ol" ? number.ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            return mark + From(item).Replace("\n\n", "\n", StringComparison.Ordinal).Replace("\n", "\n  ", StringComparison.Ordinal);
        }));
    }

    // Words stand one space apart; line breaks stay.
    private static void Flush(List<string> blocks, StringBuilder block)
    {
        var text = new StringBuilder(block.Length);
        var written = block.ToString().AsSpan();
        foreach (var line in written.Split('\n'))
        {
            if (line.Start.Value > 0) text.Append('\n');
            foreach (var range in written[line].Split(' '))
            {
                var word = written[line][range].Trim();
                if (word.IsEmpty) continue;
                if (text.Length > 0 && text[^1] != '\n') text.Append(' ');
                text.Append(word);
            }
        }

        var finished = text.ToString().Trim();
        if (finished.Length > 0) blocks.Add(finished);
        block.Clear();
    }
}
