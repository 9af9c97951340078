using System.Globalization;
using System.Text;

namespace Soundoff.Texts;

/// <summary>Text as feeds may carry it.</summary>
public static class SafeText
{
    /// <summary>Values are this long at most, unless their own rule says otherwise. In UTF-16 units, the strictest way to count.</summary>
    public const int Limit = 255;

    /// <summary>The text without what XML 1.0 section 2.2 forbids: control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        if (Allowed(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text, i++, 2);
            else if (Allowed(text[i]))
                clean.Append(text[i]);
            else if (SoftBreak.Is(text[i]))
                clean.Append(' ');
        }
        return clean.ToString();
    }

    /// <summary>The text as one trimmed line of at most <paramref name="limit"/> UTF-16 units, cut between whole characters as readers see them.</summary>
    public static string Line(string text, int limit = Limit)
    {
        var line = string.Join(' ', Clean(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= limit ? line : Head(line, limit - 1, c => c.Length) + "…";
    }

    /// <summary>The beginning of a text that fits <paramref name="limit"/> bytes of UTF-8, cut at a word and ending in an ellipsis.</summary>
    public static string Bytes(string text, int limit)
    {
        var clean = Clean(text).Trim();
        if (Encoding.UTF8.GetByteCount(clean) <= limit) return clean;
        const int ellipsis = 3;
        if (limit < ellipsis) return "";
        var head = Head(clean, limit - ellipsis, Encoding.UTF8.GetByteCount);
        var word = head.LastIndexOfAny([' ', '\n', '\t']);
        return (word > head.Length / 2 ? head[..word] : head).TrimEnd() + "…";
    }

    private static string Head(string text, int limit, Func<string, int> measure)
    {
        var used = 0;
        var end = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            used += measure(text.Substring(end, length));
            if (used > limit) break;
            end += length;
        }
        return text[..end].TrimEnd();
    }

    private static bool Allowed(string text)
    {
        foreach (var c in text)
            if (!Allowed(c)) return false;
        return true;
    }

    private static bool Allowed(char c) => c is '\t' or '\n' or '\r' or >= ' ' and < '\uD800' or >= '\uE000' and < '\uFFFE';
}
