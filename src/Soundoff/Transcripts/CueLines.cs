using Soundoff.Chapters;

namespace Soundoff.Transcripts;

/// <summary>What WebVTT and SubRip have in common: lines, and the line of times above a cue.</summary>
internal static class CueLines
{
    /// <summary>The lines of a text, whatever ends them, without a byte order mark.</summary>
    public static string[] Of(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    /// <summary>Whether a line means to be one of times.</summary>
    public static bool IsTiming(string line) =>
        line.Contains("-->", StringComparison.Ordinal) || line.Contains("->", StringComparison.Ordinal) && char.IsAsciiDigit(line.TrimStart().FirstOrDefault());

    /// <summary>Reads <c>00:01.000 --> 00:00:02,500 align:start</c>; settings are passed over.</summary>
    public static bool TryReadTiming(ReadOnlySpan<char> line, out TimeSpan start, out TimeSpan end)
    {
        end = default;
        line = line.Trim();
        if (!ReadClock(line, out start, out var length)) return false;
        line = line[length..].TrimStart();
        var arrow = line.IndexOfAnyExcept('-');
        if (arrow < 1 || line[arrow] != '>') return false;
        line = line[(arrow + 1)..].TrimStart();
        return ReadClock(line, out end, out length) && (length == line.Length || char.IsWhiteSpace(line[length]));
    }

    private static bool ReadClock(ReadOnlySpan<char> text, out TimeSpan time, out int length) =>
        ChapterTime.TryReadStart(text, out time, out length) && text[..length].Contains(':');
}
