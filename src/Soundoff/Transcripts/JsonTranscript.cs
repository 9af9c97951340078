using System.Text.Json;
using Soundoff.Chapters;
using Soundoff.Problems;

namespace Soundoff.Transcripts;

/// <summary>The JSON transcript of the Podcasting 2.0 namespace, and what Whisper writes, which differs in its members' names.</summary>
internal static class JsonTranscript
{
    public static Reading<Transcript> Read(string file, string text, string? language)
    {
        var problems = new FileProblems(file);
        using var json = LooseJson.Parse(text, out var line);
        if (json is null) return problems.Fail<Transcript>("The transcript is not valid JSON.", LooseJson.Mend, line);
        var bare = json.Root.ValueKind == JsonValueKind.Array;
        if ((bare ? json.Root : LooseJson.Member(json.Root, "segments")) is not { ValueKind: JsonValueKind.Array } list)
        {
            return problems.Fail<Transcript>(
                "The file holds no list named \"segments\".", "Write { \"version\": \"1.0.0\", \"segments\": [ … ] }.", field: "segments");
        }

        var found = new FoundCues(problems);
        var lines = json.ItemLines(bare ? null : "segments");
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var itemLine = index < lines.Count ? lines[index] : (int?)null;
            Add(item, $"segments[{index++}]", itemLine, found, problems);
        }

        return found.Finish("application/json", language);
    }

    private static void Add(JsonElement item, string field, int? line, FoundCues found, FileProblems problems)
    {
        if (LooseJson.Text(LooseJson.Member(item, "body", "text")) is not { } body)
        {
            problems.Warn("The segment has no body and is left out.", "Give it the text that is spoken as body.", line, field + ".body");
            return;
        }

        var start = Time(item, field, "startTime", "start", line, problems);
        var end = Time(item, field, "endTime", "end", line, problems);
        var said = VttText.Plain(body);
        var speaker = LooseJson.Text(LooseJson.Member(item, "speaker"))?.Trim();
        if (said.Length == 0) return; // silence: some tools write it as a segment
        found.Add(line, new Cue { Start = start, End = start is null ? null : end, Speaker = speaker is "" ? null : speaker, Text = said });
    }

    private static TimeSpan? Time(JsonElement item, string field, string name, string whisper, int? line, FileProblems problems)
    {
        var written = LooseJson.Member(item, name, whisper);
        var time = LooseJson.Time(written);
        if (written is not null && time is null)
        {
            problems.Warn(
                $"The segment's {name} is no time in the audio and is ignored.", "Write it as seconds from the beginning, such as 90.5.", line, $"{field}.{name}");
        }

        return time;
    }
}
