using Soundoff.Chapters;
using Soundoff.Problems;

namespace Soundoff.Tests.Chapters;

public class ChapterFixturesTests
{
    // Of the audio that fixtures with a time beyond an end are held against.
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static TheoryData<string> Fixtures => Twin.Fixtures("chapters");

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_chapter_file_gives_what_its_twin_says(string fixture)
    {
        var text = File.ReadAllText(Path.Combine(Twin.Folder("chapters"), fixture));
        TimeSpan? duration = fixture.StartsWith("beyond", StringComparison.Ordinal) || fixture.StartsWith("bad", StringComparison.Ordinal) ? Hour : null;
        var reading = Read(fixture, text, duration);
        Twin.AssertMatches("chapters", fixture, reading, reading.Value?.Chapters);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void What_was_read_is_written_and_read_back_the_same(string fixture)
    {
        var text = File.ReadAllText(Path.Combine(Twin.Folder("chapters"), fixture));
        if (Read(fixture, text, null).Value is not { Chapters.Count: > 0 } list) return;
        var written = ChaptersJson.Write(list.Chapters);
        var again = ChaptersJson.Read("again.chapters.json", System.Text.Encoding.UTF8.GetString(written));
        Assert.Equal(list.Chapters, again.Value!.Chapters);
        // A title that was lost on the way in is missed again.
        Assert.All(again.Problems, p => Assert.Contains("has no title", p.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_mangled_chapter_file_never_throws(string fixture)
    {
        var text = File.ReadAllText(Path.Combine(Twin.Folder("chapters"), fixture));
        foreach (var mangled in Mangled.From(text, 300))
        {
            var reading = Read(fixture, mangled, null);
            Assert.True(reading.Value is not null || reading.Problems.Any(p => p.Severity == Severity.Error), "A file that gives nothing must say why.");
        }
    }

    private static Reading<ChapterList> Read(string file, string text, TimeSpan? duration) =>
        file.EndsWith(".json", StringComparison.Ordinal) ? ChaptersJson.Read(file, text, End(duration)) : ChaptersText.Read(file, text, End(duration));

    private static AudioEnd? End(TimeSpan? duration) => duration is { } end ? new(end) : null;
}
