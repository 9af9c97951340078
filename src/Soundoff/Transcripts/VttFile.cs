using Soundoff.Chapters;
using Soundoff.Problems;

namespace Soundoff.Transcripts;

/// <summary>WebVTT (W3C), read as its parser does, with a warning for each cue that it would drop.</summary>
internal static class VttFile
{
    public static Reading<Transcript> Read(string file, string text, string? language)
    {
        var problems = new FileProblems(file);
        var lines = CueLines.Of(text);
        var headed = IsHeader(lines[0]);
        if (!headed && Array.Exists(lines, CueLines.IsTiming))
        {
            // Its cues can be read all the same, and are served with the word in front.
            problems.Warn("The file does not begin with WEBVTT, so players would not read it as it is; it is published with that word.", "Put the word WEBVTT on the first line and an empty line after it.", 1);
        }
        else if (!headed)
        {
            return problems.Fail<Transcript>(
                "The file does not begin with WEBVTT, so players would not read it.", "Put the word WEBVTT on the first line and an empty line after it.", 1);
        }

        var found = new FoundCues(problems);
        var at = headed ? HeaderEnd(lines) : 0;
        while (at < lines.Length)
        {
            if (lines[at].Trim().Length == 0) at++;
            else at = Block(lines, at, found, problems);
        }

        return found.Finish("text/vtt", language, Speakers.FromPrefixes(found.Cues));
    }

    private static bool IsHeader(string line) =>
        line.StartsWith("WEBVTT", StringComparison.Ordinal) && (line.Length == 6 || line[6] is ' ' or '\t');

    // The header runs to the first empty line; a cue right below it is accepted, as in the specification.
    private static int HeaderEnd(string[] lines)
    {
        var at = 1;
        while (at < lines.Length && lines[at].Length > 0 && !CueLines.IsTiming(lines[at])) at++;
        return at;
    }

    // Reads one block and gives the line after it.
    private static int Block(string[] lines, int from, FoundCues found, FileProblems problems)
    {
        var timing = from;
        if (!IsTiming(lines, from))
        {
            if (IsComment(lines[from])) return End(lines, from);
            timing = from + 1;
            if (!IsTiming(lines, timing))
            {
                problems.Warn("Text that belongs to no cue is passed over.", "Put a line such as 00:01.000 --> 00:04.000 above it, or begin it with NOTE.", from + 1);
                return End(lines, from);
            }
        }

        var end = timing + 1;
        while (end < lines.Length && lines[end].Length > 0 && !IsTiming(lines, end)) end++;
        if (!CueLines.TryReadTiming(lines[timing], out var start, out var stop))
            problems.Warn("The times of this cue cannot be read; the cue is left out.", "Write them as 00:01:30.000 --> 00:01:34.500.", timing + 1);
        else
            found.Add(timing + 1, VttText.Cues(string.Join('\n', lines[(timing + 1)..end]), start, stop));
        return end;
    }

    private static bool IsTiming(string[] lines, int at) => at < lines.Length && lines[at].Contains("-->", StringComparison.Ordinal);

    private static bool IsComment(string line) =>
        line.Trim() is "NOTE" or "STYLE" or "REGION" || line.StartsWith("NOTE ", StringComparison.Ordinal) || line.StartsWith("NOTE\t", StringComparison.Ordinal);

    private static int End(string[] lines, int at)
    {
        while (at < lines.Length && lines[at].Length > 0) at++;
        return at;
    }
}
