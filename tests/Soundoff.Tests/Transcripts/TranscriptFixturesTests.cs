using System.Globalization;
using System.Text;
using Soundoff.Problems;
using Soundoff.Tests.Chapters;
using Soundoff.Transcripts;

namespace Soundoff.Tests.Transcripts;

public class TranscriptFixturesTests
{
    public static TheoryData<string> Fixtures => Twin.Fixtures("transcripts");

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_transcript_gives_what_its_twin_says(string fixture)
    {
        var reading = Read(fixture);
        var shown = reading.Value is not { } transcript ? null : new
        {
            transcript.Type,
            Cues = transcript.Cues.Select(c => new { Start = Seconds(c.Start), End = Seconds(c.End), c.Speaker, c.Text }).ToArray(),
        };
        Twin.AssertMatches("transcripts", fixture, reading, shown);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Captions_written_from_a_transcript_are_read_back_the_same(string fixture)
    {
        if (Read(fixture).Value is not { } transcript || !Vtt.CanWrite(transcript)) return;
        var again = TranscriptFile.Read("again.vtt", Encoding.UTF8.GetString(Vtt.Write(transcript)), null);
        var timed = transcript.Cues.Where(c => c.Start is not null);
        Assert.Equal(timed.Select(c => (c.Start, c.Speaker, c.Text)), again.Value!.Cues.Select(c => (c.Start, c.Speaker, c.Text)));
        Assert.DoesNotContain(again.Problems, p => p.Severity == Severity.Error);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Passages_keep_every_word_in_order(string fixture)
    {
        if (Read(fixture).Value is not { } transcript) return;
        Assert.Equal(
            Letters(string.Concat(transcript.Cues.Select(c => c.Text))), Letters(string.Concat(TranscriptText.Passages(transcript).Select(p => p.Text))));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_mangled_transcript_never_throws(string fixture)
    {
        var text = File.ReadAllText(Path.Combine(Twin.Folder("transcripts"), fixture));
        foreach (var mangled in Mangled.From(text, 300))
        {
            var reading = TranscriptFile.Read(fixture, mangled, null);
            Assert.True(reading.Value is not null || reading.Problems.Any(p => p.Severity == Severity.Error), "A file that gives nothing must say why.");
            if (reading.Value is not { } transcript) continue;
            TranscriptText.Passages(transcript);
            Vtt.Write(transcript);
        }
    }

    private static Reading<Transcript> Read(string fixture) =>
        TranscriptFile.Read(fixture, File.ReadAllText(Path.Combine(Twin.Folder("transcripts"), fixture)), null);

    private static string? Seconds(TimeSpan? time) => time?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Letters(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c))]);
}
