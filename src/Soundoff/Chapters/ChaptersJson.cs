using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Soundoff.Problems;

namespace Soundoff.Chapters;

/// <summary>JSON chapters 1.2 of the Podcasting 2.0 namespace, <c>.chapters.json</c>.</summary>
public static class ChaptersJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// Reads liberally: times as numbers or clock times, Podlove's names of members (<c>start</c>, <c>href</c>, <c>image</c>), a bare list. A chapter
    /// without a usable time, or after the audio's sure end, is left out with a warning; a file that is no chapters at all is an error.
    /// </summary>
    /// <param name="file">The file as the publisher named it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="end">Where the audio ends, where that is known.</param>
    public static Reading<ChapterList> Read(string file, string text, AudioEnd? end = null)
    {
        var problems = new FileProblems(file);
        using var json = LooseJson.Parse(text, out var line);
        if (json is null) return problems.Fail<ChapterList>("The chapters are not valid JSON.", LooseJson.Mend, line);
        var bare = json.Root.ValueKind == JsonValueKind.Array;
        if ((bare ? json.Root : LooseJson.Member(json.Root, "chapters")) is not { ValueKind: JsonValueKind.Array } list)
        {
            return problems.Fail<ChapterList>(
                "The file holds no list named \"chapters\".", "Write { \"version\": \"1.2.0\", \"chapters\": [ … ] }.", field: "chapters");
        }

        var found = new FoundChapters(problems, end);
        var lines = json.ItemLines(bare ? null : "chapters");
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var itemLine = index < lines.Count ? lines[index] : (int?)null;
            Add(item, $"chapters[{index++}]", itemLine, found, problems);
        }

        if (index == 0) problems.Warn("The list of chapters is empty.", "Add chapters, or remove the file.", field: "chapters");
        return index == 0 || found.Any
            ? found.Finish()
            : problems.Fail<ChapterList>("None of the chapters could be used.", "Give each chapter a startTime in seconds and a title.", field: "chapters");
    }

    /// <summary>Writes version 1.2.0, ascending; the same chapters always give the same bytes.</summary>
    public static byte[] Write(IReadOnlyList<Chapter> chapters)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.2.0");
            json.WriteStartArray("chapters");
            foreach (var chapter in chapters.OrderBy(c => c.Start)) Write(json, chapter);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Chapter chapter)
    {
        json.WriteStartObject();
        json.WriteNumber("startTime", Seconds(chapter.Start));
        if (chapter.End is { } end) json.WriteNumber("endTime", Seconds(end));
        if (chapter.Title.Length > 0) json.WriteString("title", chapter.Title);
        if (chapter.Image is { } image) json.WriteString("img", image.AbsoluteUri);
        if (chapter.Link is { } link) json.WriteString("url", link.AbsoluteUri);
        // Only false is worth saying: "toc" is true when absent.
        if (!chapter.Listed) json.WriteBoolean("toc", false);
        json.WriteEndObject();
    }

    private static decimal Seconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMillisecond / 1000m;

    private static void Add(JsonElement item, string field, int? line, FoundChapters found, FileProblems problems)
    {
        var written = LooseJson.Member(item, "startTime", "start");
        var title = (LooseJson.Text(LooseJson.Member(item, "title")) ?? "").Trim();
        if (LooseJson.Time(written) is not { } start)
        {
            problems.Warn(
                written is { } wrong
                    ? $"The chapter's startTime {Shown(wrong)} is no time in the audio; the chapter is left out."
                    : "The chapter has no startTime and is left out.",
                "Write startTime as seconds from the beginning, such as 90.5.", line, field + ".startTime");
            return;
        }

        var ended = LooseJson.Member(item, "endTime", "end");
        var end = LooseJson.Time(ended);
        if (ended is not null && end is null)
        {
            problems.Warn(
                $"The chapter's endTime {Shown(ended.Value)} is no time and is ignored.",
                "Write endTime as seconds from the beginning, or leave it out.", line, field + ".endTime");
        }

        found.Add(new()
        {
            Start = start,
            End = end,
            Title = title,
            Link = Address(LooseJson.Member(item, "url", "href"), field + ".url", line, problems),
            Image = Address(LooseJson.Member(item, "img", "image"), field + ".img", line, problems),
            // A chapter that only changes the picture has nothing to show in a table of contents.
            Listed = title.Length > 0 && LooseJson.Member(item, "toc") is not ({ ValueKind: JsonValueKind.False }),
        }, line, field);
    }

    private static Uri? Address(JsonElement? value, string field, int? line, FileProblems problems)
    {
        var text = LooseJson.Text(value)?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (ChapterLink.Read(text) is { } address) return address;
        problems.Warn($"\"{Cut(text)}\" is no web address and is ignored.", "Write a full address that begins with https://.", line, field);
        return null;
    }

    private static string Shown(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? "(a list or object)" : Cut(value.GetRawText());

    private static string Cut(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
