using System.Text;
using System.Text.RegularExpressions;
using Soundoff.Chapters;
using Soundoff.Limits;
using Soundoff.Problems;

namespace Soundoff.Transcripts;

/// <summary>
/// A transcript as plain text, <c>.transcript.txt</c>: paragraphs between empty lines. A paragraph may begin with a time (<c>[00:01:30]</c>) and,
/// where the file does so consistently, with its speaker; <c>Anna [1:30]: …</c> and <c>Anna  1:30</c> above the words, as transcription services write, are read too.
/// </summary>
internal static partial class PlainTranscript
{
    public static Reading<Transcript> Read(string file, string text, string? language)
    {
        var problems = new FileProblems(file);
        var found = new FoundCues(problems);
        var lines = CueLines.Of(text);
        var heads = lines.Select(HeadOf).ToArray();
        var paragraphs = Paragraphs(heads);
        var names = Speakers.Names(paragraphs);
        string? speaker = null;
        Paragraph? open = null;
        for (var i = 0; i <= lines.Length; i++)
        {
            var head = i < lines.Length ? heads[i] : default;
            var blank = i == lines.Length || lines[i].Trim().Length == 0;
            var led = Speakers.Split(head.Text ?? "") is { } split && names.Contains(split.Name) ? split : default;
            if ((blank || head.Time is not null || led.Name is not null) && open is { HasText: true })
            {
                found.Add(open.Line, open.ToCue());
                open = null;
            }

            if (blank) continue;
            speaker = led.Name ?? speaker;
            open ??= new(i + 1, speaker);
            open = open.With(head.Time, led.Name, led.Name is null ? head.Text! : led.Text);
        }

        return found.Finish("text/plain", language);
    }

    private static List<string> Paragraphs((TimeSpan? Time, string Text)[] heads)
    {
        var paragraphs = new List<string>();
        var blank = true;
        foreach (var head in heads)
        {
            if (!blank && head.Time is null && head.Text.Length > 0 && Speakers.Split(head.Text) is null) continue;
            blank = head is { Time: null, Text.Length: 0 };
            if (head.Text.Length > 0) paragraphs.Add(head.Text);
        }

        return paragraphs;
    }

    // The time a line begins with, or has after the speaker's name, and the line without it.
    private static (TimeSpan? Time, string Text) HeadOf(string line)
    {
        line = line.Trim();
        if (line.Length == 0) return (null, "");
        var match = Head().Match(line);
        if (!match.Success || !ChapterTime.TryParse(match.Groups["time"].Value, out var time)) return (null, line);
        var rest = line[match.Length..].TrimStart();
        var name = match.Groups["name"].Value.Trim();
        return (time, name.Length == 0 ? rest : $"{name}: {(rest.StartsWith(':') ? rest[1..].TrimStart() : rest)}".TrimEnd());
    }

    private const string Name = @"(?<name>\p{L}[\p{L}\p{M}\p{N} .'’_-]{0,39}?)";

    [GeneratedRegex(
        // In brackets, perhaps after a name; at the end, after a name; at the beginning, before the words.
        "^(?:" + Name + @"?\s*[\[(]\s*(?<time>\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d+)?)\s*[\])](?:\s*[-–—]\s)?"
            + "|" + Name + @"\s+(?<time>\d{1,2}:\d\d(?::\d\d)?)$"
            + @"|(?<time>\d{1,3}(?::\d\d){1,2}(?:[.,]\d+)?)(?:\s+[-–—]\s|\s|$))",
        Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Head();

    private sealed class Paragraph(int line, string? speaker)
    {
        private readonly StringBuilder text = new();
        private TimeSpan? time;
        private string? name = speaker;

        public int Line => line;

        public bool HasText => text.Length > 0;

        public Paragraph With(TimeSpan? start, string? speaker, string said)
        {
            time ??= start;
            name = speaker ?? name;
            if (said.Length > 0) text.Append(text.Length == 0 ? "" : "\n").Append(said);
            return this;
        }

        public Cue ToCue() => new() { Start = time, Speaker = name, Text = TranscriptText.OneLine(text.ToString()) };
    }
}
