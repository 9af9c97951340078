using System.Text.RegularExpressions;
using Soundoff.Chapters;
using Soundoff.Limits;
using Soundoff.Problems;

namespace Soundoff.Transcripts;

/// <summary>
/// SubRip. It has no specification: lines of times lead, and all between two of them is the first one's text, so that missing numbers, missing
/// empty lines and empty lines inside a text do no harm.
/// </summary>
internal static partial class SrtFile
{
    public static Reading<Transcript> Read(string file, string text, string? language)
    {
        var problems = new FileProblems(file);
        var found = new FoundCues(problems);
        var lines = CueLines.Of(text);
        var timing = Array.FindIndex(lines, CueLines.IsTiming);
        var before = timing < 0 ? [] : lines[..timing];
        if (Array.FindIndex(before, l => l.Trim() is { Length: > 0 } t && !IsNumber(t) && !t.StartsWith("WEBVTT", StringComparison.Ordinal)) is >= 0 and var stray)
            problems.Warn("Text before the first times is passed over.", "Put a line such as 00:00:01,000 --> 00:00:04,000 above it.", stray + 1);

        while (timing >= 0)
        {
            var next = Array.FindIndex(lines, timing + 1, CueLines.IsTiming);
            var payload = lines[(timing + 1)..TextEnd(lines, timing, next < 0 ? lines.Length : next, next >= 0)];
            if (CueLines.TryReadTiming(lines[timing], out var start, out var end))
                found.Add(timing + 1, VttText.Cues(Overrides().Replace(string.Join('\n', payload), ""), start, end));
            else
                problems.Warn("The times of this cue cannot be read; the cue is left out.", "Write them as 00:01:30,000 --> 00:01:34,500.", timing + 1);
            timing = next;
        }

        return found.Finish("application/x-subrip", language, Speakers.FromPrefixes(found.Cues));
    }

    // The number above the next times is not this cue's text: one right above them, or one between empty lines.
    private static int TextEnd(string[] lines, int timing, int end, bool followed)
    {
        var last = WithoutEmpty(lines, timing, end);
        var isIndex = followed && last - 1 > timing && IsNumber(lines[last - 1].Trim()) && (last == end || lines[last - 2].Trim().Length == 0);
        return isIndex ? WithoutEmpty(lines, timing, last - 1) : last;
    }

    private static int WithoutEmpty(string[] lines, int timing, int end)
    {
        while (end - 1 > timing && lines[end - 1].Trim().Length == 0) end--;
        return end;
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit);

    // "{\an8}" and the like come from tools that make SubRip of ASS.
    [GeneratedRegex(@"\{\\[^{}\n]*\}", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Overrides();
}
