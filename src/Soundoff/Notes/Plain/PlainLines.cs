using System.Globalization;
using System.Text;

namespace Soundoff.Notes.Plain;

/// <summary>Makes paragraphs of the lines of a plain text, whether each is a line of its own or wrapped at a column.</summary>
internal static class PlainLines
{
    private const int NarrowestWrap = 45;
    private const int WidestWrap = 120;
    private const string Rules = "/\\|-–—_*•·=~#+.…⁂§◆●■▪○♦†‡ ";
    private const string Terminals = ".!?…:;。！？؟۔।";
    private const string Closers = "\"'”’»)]）」』 ";

    /// <summary>The paragraphs, each one line, without the stray lines that only separate.</summary>
    public static IReadOnlyList<string> Paragraphs(string text)
    {
        var blocks = Blocks(text);
        if (!Wrapped(blocks)) return [.. blocks.SelectMany(b => b)];
        var paragraphs = new List<string>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            // The title stands alone even when the standfirst follows without a blank line.
            if (i == 0 && block.Count > 1 && !Continues(block[0], block[1]))
            {
                paragraphs.Add(block[0]);
                paragraphs.Add(Joined(block.Skip(1)));
            }
            else paragraphs.AddRange(SourceApart(block));
        }

        return paragraphs;
    }

    /// <summary>Ordinary single spaces; zero-width characters and soft hyphens gone; the joiners of scripts and emoji kept.</summary>
    public static string Plain(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or '\u180E') continue;
            var space = char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;
            if (!space && !char.IsControl(c)) plain.Append(c);
            else if (space && plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    private static List<List<string>> Blocks(string text)
    {
        var blocks = new List<List<string>>();
        var open = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = Plain(raw);
            if (line.All(c => Rules.Contains(c, StringComparison.Ordinal)))
            {
                open = false;
                continue;
            }

            if (!open) blocks.Add([]);
            blocks[^1].Add(line);
            open = true;
        }

        return blocks;
    }

    // A column was wrapped greedily: the first word of the next line would not have fitted. Lines that are paragraphs end in a full stop instead.
    private static bool Wrapped(List<List<string>> blocks)
    {
        var pairs = blocks.SelectMany((b, block) => b.Zip(b.Skip(1)).Skip(block == 0 ? 1 : 0)).ToList();
        if (pairs.Count == 0) return false;
        var widest = pairs.Max(p => Math.Max(p.First.Length, p.Second.Length));
        if (widest > WidestWrap) return false;
        var ended = pairs.Count(p => Ends(p.First));
        var full = pairs.Count(p => FirstWord(p.Second) is { Length: < 25 } word && p.First.Length + 1 + word.Length >= widest - 2);
        var lower = pairs.Count(p => !Ends(p.First) && char.IsLower(p.Second[0]));
        var running = pairs.Count(p => !Ends(p.First) && char.IsLetter(p.Second[0]) && !char.IsUpper(p.Second[0]));
        return ended * 2 <= pairs.Count
            && (lower * 2 >= pairs.Count || (widest >= NarrowestWrap && running * 3 >= pairs.Count && full * 5 >= pairs.Count * 4));
    }

    private static bool Continues(string line, string next) => !Ends(line) && char.IsLower(next[0]);

    private static bool Ends(string line)
    {
        var end = line.TrimEnd(Closers.ToCharArray());
        return end.Length > 0 && Terminals.Contains(end[^1], StringComparison.Ordinal);
    }

    private static string FirstWord(string line) => line.Split(' ', 2)[0];

    private static IEnumerable<string> SourceApart(List<string> block)
    {
        var last = block[^1].StartsWith("Source:", StringComparison.OrdinalIgnoreCase) && block.Count > 1 ? 1 : 0;
        yield return Joined(block.SkipLast(last));
        if (last > 0) yield return block[^1];
    }

    private static string Joined(IEnumerable<string> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            var broken = joined.Length > 1 && joined[^1] == '-' && char.IsLetter(joined[^2]) && char.IsLower(line[0]);
            if (joined.Length > 0 && !broken) joined.Append(' ');
            joined.Append(line);
        }

        return joined.ToString();
    }
}
