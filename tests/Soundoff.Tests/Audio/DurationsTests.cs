using Soundoff.Problems;
using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

/// <summary>How long recordings play whose files do not say it, or say it of a part.</summary>
public class DurationsTests
{
    private const double FrameSeconds = 0.024;

    [Fact]
    public async Task A_variable_rate_without_a_header_is_measured_at_a_hundred_places_within_two_percent_and_said_to_be_estimated()
    {
        // Stretches at 128 and at 112 kbit/s, of lengths that do not repeat.
        var random = new Random(2026);
        var (parts, frames) = (new List<byte[]>(), 0);
        for (var stretch = 0; stretch < 400; stretch++)
        {
            var count = random.Next(40, 400);
            parts.Add(Times(count, stretch % 3 == 2 ? Lower : Mp3Frame));
            frames += count;
        }

        var file = new RangedFile(Join([.. parts]));
        var reading = await Probe.ReadAsync(file, "a.mp3");

        var seconds = reading.Value!.Duration!.Value.TotalSeconds;
        Assert.InRange(seconds / (frames * FrameSeconds), 0.98, 1.02);
        Assert.True(reading.Value.Estimated);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains("is estimated", problem.Message, StringComparison.Ordinal);
        // Eight large places and a hundred small ones, which together cost no more than eight large ones.
        Assert.InRange(file.Read, 1, 64 * 1024 + 2 * 8 * (16 + 8) * 1024);
    }

    [Fact]
    public async Task A_constant_rate_without_a_header_is_no_matter_for_a_warning()
    {
        var file = new RangedFile(50_000_000).Filled(0, Mp3Frame);

        Assert.Empty((await Probe.ReadAsync(file, "a.mp3")).Problems);
        Assert.InRange(file.Requests, 1, 10);
    }

    [Fact]
    public async Task Recordings_that_were_joined_are_measured_one_by_one()
    {
        var first = Join(Xing(100, 384 * 101), Times(100, Mp3Frame));
        var second = Join(Id3(3, 0, Id3Words(3, "TIT2", "Second")), Xing(250, 384 * 251), Times(250, Mp3Frame));
        var third = Join(Id3(4, 0, Id3Words(4, "TIT2", "Third")), Times(40, Mp3Frame));

        var reading = await Probe.ReadAsync(Join(first, second, third), "a.mp3");

        Assert.Equal(390 * FrameSeconds, reading.Value!.Duration!.Value.TotalSeconds, 3);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((Severity.Warning, "The file holds several recordings one after the other; some players show the length of the first alone."), (problem.Severity, problem.Message));
        Assert.Null(reading.Value.Title);
    }

    [Fact]
    public async Task A_short_second_recording_is_noticed_too()
    {
        var reading = await Probe.ReadAsync(Join(Xing(2000, 384 * 2001), Times(2000, Mp3Frame), Xing(30, 384 * 31), Times(30, Mp3Frame)), "a.mp3");

        Assert.Equal(2030 * FrameSeconds, reading.Value!.Duration!.Value.TotalSeconds, 3);
        Assert.Single(reading.Problems);
    }

    public static TheoryData<string> Endings => ["ape", "ape with a header", "id3v2.4 with a footer", "lyrics", "ape and id3v1", "lyrics and id3v1", "footer and ape and id3v1"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Tags_at_the_end_are_no_audio(string ending)
    {
        var v1 = Join(Text("TAG"), new byte[125]);
        var bare = Join(new byte[60_000], Ape(60_032, 0));
        var footed = Join(Id3(4, 0x10, Id3Words(4, "TPE1", new string('x', 60_000))), FooterOf(60_011));
        var lyrics = Join(Text("LYRICSBEGIN"), new byte[60_000], Text("060011LYRICS200"));
        var tags = ending switch
        {
            "ape" => bare,
            "ape with a header" => Join(Ape(60_032, 0xA0), new byte[60_000], Ape(60_032, 0x80)),
            "id3v2.4 with a footer" => footed,
            "lyrics" => lyrics,
            "ape and id3v1" => Join(bare, v1),
            "lyrics and id3v1" => Join(lyrics, v1),
            _ => Join(footed, bare, v1),
        };

        var facts = (await Probe.ReadAsync(Join(Times(100, Mp3Frame), tags), "a.mp3")).Value!;

        Assert.Equal((100 * FrameSeconds, 128_000), (Math.Round(facts.Duration!.Value.TotalSeconds, 3), facts.BitRate));
    }

    [Fact]
    public async Task A_chapter_after_an_estimated_end_is_kept_with_a_warning_and_one_after_a_sure_end_is_not()
    {
        var chapter = Id3(3, 0, Id3Chapter(3, "a", 0, 1000, "Start"), Id3Chapter(3, "b", 90_000_000, 90_001_000, "Late"));

        var sure = await Probe.ReadAsync(Join(chapter, Xing(100, 384 * 101), Times(100, Mp3Frame)), "a.mp3");
        var doubtful = await Probe.ReadAsync(new RangedFile(50_000_000).With(0, chapter).Filled(chapter.Length, Mp3Frame), "a.mp3");

        Assert.Equal(["Start"], sure.Value!.Chapters.Select(c => c.Title));
        Assert.Equal(["Start", "Late"], doubtful.Value!.Chapters.Select(c => c.Title));
        Assert.Contains("it is kept, since that end is only estimated", Assert.Single(doubtful.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chapter_whose_title_cannot_be_read_is_told_of_and_the_others_stay()
    {
        var tag = Id3(3, 0, Id3Chapter(3, "a", 0, 1000, "Start"), Id3Chapter(3, "b", 1000, 2000, "\u0001\u0002"), Id3Chapter(3, "c", 2000, 2400, "End"));

        var reading = await Probe.ReadAsync(Join(tag, Xing(100, 384 * 101), Times(100, Mp3Frame)), "a.mp3");

        Assert.Equal(["Start", "", "End"], reading.Value!.Chapters.Select(c => c.Title));
        Assert.Equal("The chapter at 0:01 has no title that can be read, so no list shows it.", Assert.Single(reading.Problems).Message);
    }

    [Fact]
    public async Task A_chapter_that_cannot_be_read_at_all_is_told_of()
    {
        var tag = Id3(3, 0, Id3Chapter(3, "a", 0, 1000, "Start"), Id3Frame(3, "CHAP", Text("b\0short")));

        var reading = await Probe.ReadAsync(Join(tag, Xing(100, 384 * 101), Times(100, Mp3Frame)), "a.mp3");

        Assert.Equal("1 of the chapters in the file's tag cannot be read and is left out.", Assert.Single(reading.Problems).Message);
    }

    // 112 kbit/s: 336 bytes, as long as the others.
    private static readonly byte[] Lower = Join([0xFF, 0xFB, 0x84, 0xC0], new byte[332]);

    private static byte[] Ape(uint size, byte flags) => Join(Text("APETAGEX"), Little(2000), Little(size), Little(1), [0, 0, 0, flags], new byte[8]);

    private static byte[] FooterOf(int size) => Join(Text("3DI"), [4, 0, 0x10], Synchsafe(size));
}
