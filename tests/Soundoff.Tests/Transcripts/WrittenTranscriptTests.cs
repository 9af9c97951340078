using System.Text;
using AngleSharp.Html.Parser;
using CsCheck;
using Soundoff.Transcripts;

namespace Soundoff.Tests.Transcripts;

public class WrittenTranscriptTests
{
    private static readonly Transcript Talk = new()
    {
        Type = "text/vtt",
        Cues =
        [
            new() { Start = TimeSpan.FromSeconds(1), End = TimeSpan.FromSeconds(4), Speaker = "Anna", Text = "Good evening, & welcome." },
            new() { Start = TimeSpan.FromSeconds(4), End = TimeSpan.FromSeconds(9.25), Speaker = "Bo", Text = "Is <this> on?" },
            new() { Start = TimeSpan.FromSeconds(3725), End = TimeSpan.FromSeconds(3727), Speaker = "Anna", Text = "It was." },
        ],
    };

    [Fact]
    public void A_transcript_with_times_is_offered_in_every_format()
    {
        var written = WrittenTranscript.InAllFormats(Talk, "Night & day", "en-gb").ToDictionary(w => w.Extension, w => Encoding.UTF8.GetString(w.Bytes));

        Assert.Equal([".vtt", ".srt", ".json", ".html", ".txt"], written.Keys);
        Assert.Equal("Anna: Good evening, & welcome.\n\nBo: Is <this> on?\n\nAnna: It was.\n", written[".txt"]);
        Assert.Equal(
            """
            <!doctype html>
            <html lang="en-gb" dir="auto">
            <meta charset="utf-8">
            <meta name="robots" content="noindex">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
            <title>Night &amp; day</title>
            <cite>Anna:</cite>
            <time>0:01</time>
            <p>Good evening, &amp; welcome.</p>
            <cite>Bo:</cite>
            <time>0:04</time>
            <p>Is &lt;this&gt; on?</p>
            <cite>Anna:</cite>
            <time>1:02:05</time>
            <p>It was.</p>

            """.ReplaceLineEndings("\n"),
            written[".html"]);
    }

    [Fact]
    public void A_transcript_without_times_is_offered_where_none_are_needed() => Assert.Equal(
        [".html", ".txt"],
        WrittenTranscript.InAllFormats(new() { Type = "text/plain", Cues = [new() { Text = "Words." }] }, "Words", "en").Select(w => w.Extension));

    [Fact]
    public void Who_speaks_is_read_back_from_every_format() => Gen.Select(Gen.Int[0, 2].Array[2, 12], Gen.String[Gen.Char["abc &>’é夜"], 1, 20].Array[12]).Sample((voices, texts) =>
    {
        string[] names = ["Anna", "Bo", "Cem"];
        // A voice that goes on is one passage; here each turn is another’s. SubRip cannot say "<" before a letter: it has no way to write it but as a tag.
        var cues = voices.Select((voice, i) => new Cue
        {
            Start = TimeSpan.FromSeconds(i * 10),
            End = TimeSpan.FromSeconds(i * 10 + 9),
            Speaker = names[(voice + i) % 3],
            Text = string.Join(' ', ["Word", .. texts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries)]),
        }).ToList();
        cues = [.. cues.Where((cue, i) => i == 0 || cue.Speaker != cues[i - 1].Speaker)];
        if (cues.Count < 2) return;
        foreach (var written in WrittenTranscript.InAllFormats(new() { Type = "text/vtt", Cues = cues }, "Night", "en"))
        {
            var text = Encoding.UTF8.GetString(written.Bytes);
            var said = written.Extension == ".html"
                ? Html(text)
                : [.. TranscriptFile.Read("a.transcript" + written.Extension, text, null).Value!.Cues.Select(c => (c.Speaker, c.Text))];
            Assert.Equal(cues.Select(c => (c.Speaker, c.Text)), said);
        }
    });

    private static List<(string?, string)> Html(string text)
    {
        var page = new HtmlParser().ParseDocument(text);
        return [.. page.QuerySelectorAll("p").Select(p => ((string?)p.PreviousElementSibling!.PreviousElementSibling!.TextContent.TrimEnd(':'), p.TextContent))];
    }
}
