using System.Buffers;
using System.Text.RegularExpressions;
using Soundoff.Limits;
using Soundoff.Problems;

namespace Soundoff.Chapters;

/// <summary>Chapters as lines of text, <c>.chapters.txt</c>: a time and a title, as people write them and as mp4chaps and OGM tools do.</summary>
public static partial class ChaptersText
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("-–—:|");

    /// <summary>
    /// Reads <c>00:01:30 Title</c>, <c>[1:30] Title</c>, <c>01:02:03.500 - Title &lt;https://…&gt;</c> and <c>CHAPTER01=…</c> with
    /// <c>CHAPTER01NAME=…</c>. Blank lines and lines that begin with <c>#</c>, <c>;</c> or <c>//</c> are passed over; a line that cannot be read is a warning.
    /// </summary>
    /// <param name="file">The file as the publisher named it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="end">Where the audio ends, where that is known.</param>
    public static Reading<ChapterList> Read(string file, string text, AudioEnd? end = null)
    {
        var problems = new FileProblems(file);
        var found = new FoundChapters(problems, end);
        var named = new NamedChapters();
        var number = 0;
        var empty = true;
        foreach (var read in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            var line = read.Trim();
            if (line.IsEmpty || line[0] is '#' or ';' || line.StartsWith("//", StringComparison.Ordinal)) continue;
            empty = false;
            if (named.TryAdd(line.ToString(), number)) continue;
            if (TryRead(line, out var chapter)) found.Add(chapter, number);
            else problems.Warn($"\"{Shown(line)}\" is no chapter and is left out.", "Write a time and a title, such as 00:01:30 Title.", number);
        }

        named.AddTo(found);
        if (found.Any) return found.Finish();
        return problems.Fail<ChapterList>(
            empty ? "The file holds no chapters." : "No line of the file could be used as a chapter.",
            "Write one chapter a line, a time and a title, such as 00:01:30 Title.");
    }

    private static bool TryRead(ReadOnlySpan<char> line, out Chapter chapter)
    {
        chapter = null!;
        var close = line[0] switch { '[' => ']', '(' => ')', _ => '\0' };
        if (close != '\0') line = line[1..].TrimStart();
        // Bare seconds are refused here: "12 Monkeys" is a title without a time.
        if (line.IsEmpty || !ChapterTime.TryReadStart(line, out var start, out var length) || !line[..length].Contains(':')) return false;
        line = line[length..];
        if (close != '\0')
        {
            line = line.TrimStart();
            if (line.IsEmpty || line[0] != close) return false;
            line = line[1..];
        }
        else if (!line.IsEmpty && char.IsLetterOrDigit(line[0]))
        {
            return false;
        }

        var title = WithoutSeparator(line.Trim()).ToString();
        var link = TrailingLink().Match(title) is { Success: true } match ? ChapterLink.Read(match.Groups[1].Value) : null;
        if (link is not null && title[..title.LastIndexOf('<')].TrimEnd() is var before) title = before.Length > 0 ? before : link.AbsoluteUri;
        chapter = new() { Start = start, Title = title, Link = link };
        return title.Length > 0;
    }

    private static ReadOnlySpan<char> WithoutSeparator(ReadOnlySpan<char> title)
    {
        var dashes = title.IndexOfAnyExcept(Separators);
        if (dashes < 0) return [];
        // "-3 degrees" keeps its sign: a separator stands by itself.
        return dashes > 0 && char.IsWhiteSpace(title[dashes]) ? title[dashes..].TrimStart() : title;
    }

    private static string Shown(ReadOnlySpan<char> line) => line.Length <= 60 ? line.ToString() : string.Concat(line[..59], "…");

    [GeneratedRegex(@"<(https?://[^<>\s]+)>\z", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex TrailingLink();
}
