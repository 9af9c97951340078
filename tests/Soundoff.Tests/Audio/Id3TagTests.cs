using Soundoff.Audio;
using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

public class Id3TagTests
{
    private static readonly byte[] Sound = Times(10, Mp3Frame);

    [Fact]
    public async Task Version_2_2_has_names_of_three_letters()
    {
        var png = Png(200);
        var facts = await ReadAsync(Id3(2, 0,
            Id3Words(2, "TT2", "A title"), Id3Words(2, "TP1", "An artist"), Id3Words(2, "TRK", "3/9"),
            Id3Frame(2, "COM", Join([0], Text("eng"), [0], Text("Said about it"))),
            Id3Frame(2, "PIC", Join([0], Text("PNG"), [3, 0], png))));
        Assert.Equal(("A title", "An artist", 3, "Said about it"), (facts.Title, facts.Artist, facts.Track, facts.Comment));
        Assert.Equal(png, facts.Picture!.Bytes.ToArray());
        Assert.Equal((1400, 1400), (facts.Picture.Width, facts.Picture.Height));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_tag_that_is_unsynchronised_as_a_whole_is_put_right(int version)
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 10, 0, 20, 1, 0, 0, 0, 0, 0xFF, 0, 0xFF, 0xD9];
        var picture = version == 2
            ? Id3Frame(2, "PIC", Join([0], Text("JPG"), [3, 0], jpeg))
            : Id3Frame(3, "APIC", Join([0], Text("image/jpeg\0"), [3, 0], jpeg));
        var facts = await ReadAsync(Id3(version, 0x80, Unsynchronised(Join(picture, Id3Words(version, version == 2 ? "TT2" : "TIT2", "After it")))));
        Assert.Equal("After it", facts.Title);
        Assert.Equal(jpeg, facts.Picture!.Bytes.ToArray());
    }

    [Fact]
    public async Task A_frame_that_is_unsynchronised_alone_is_put_right()
    {
        var wide = Unsynchronised(Join([1, 0xFF, 0xFE], System.Text.Encoding.Unicode.GetBytes("Größe")));
        var plainLength = Synchsafe(wide.Length - 1);
        var facts = await ReadAsync(Id3(4, 0, Id3Frame(4, "TIT2", Join(plainLength, wide), 0x03), Id3Words(4, "TPE1", "After it")));
        Assert.Equal(("Größe", "After it"), (facts.Title, facts.Artist));
    }

    [Fact]
    public async Task Extended_headers_are_passed_over()
    {
        var three = await ReadAsync(Id3(3, 0x40, Big(6), new byte[6], Id3Words(3, "TIT2", "Three")));
        var four = await ReadAsync(Id3(4, 0x40, Synchsafe(12), [1, 0x20], new byte[6], Id3Words(4, "TIT2", "Four")));
        Assert.Equal(("Three", "Four"), (three.Title, four.Title));
    }

    [Fact]
    public async Task A_tag_behind_the_sound_is_found_by_its_footer_in_front_of_version_1()
    {
        var body = Id3Words(4, "TIT2", "Behind");
        var head = Join([4, 0, 0x10], Synchsafe(body.Length));
        var v1 = Join(Text("TAG"), Text("Old title".PadRight(30, '\0')), Text("Old artist".PadRight(30, '\0')), new byte[65]);
        var bytes = Join(Sound, Text("ID3"), head, body, Text("3DI"), head, v1);
        var facts = await Probe.CleanAsync(bytes, "a.mp3");
        Assert.Equal(("Behind", "Old artist"), (facts.Title, facts.Artist));
        Assert.Equal(0.24, facts.Duration!.Value.TotalSeconds, 3);
    }

    [Fact]
    public async Task Version_1_1_has_a_track_and_its_text_may_be_windows()
    {
        var v1 = Join(Text("TAG"), Text("It"), [0x92], Text("s here".PadRight(27, '\0')), new byte[30], new byte[30], Text("2024"), new byte[28], [0, 7, 255]);
        var facts = await Probe.CleanAsync(Join(Sound, v1), "a.mp3");
        Assert.Equal(("It’s here", 7), (facts.Title, facts.Track));
    }

    [Fact]
    public async Task Sizes_that_iTunes_wrote_plainly_into_version_2_4_are_understood()
    {
        var text = new string('x', 199);
        var frame = Join(Text("TIT2"), Big(200), [0, 0, 0], Text(text));
        var facts = await ReadAsync(Id3(4, 0, frame, Id3Words(4, "TPE1", "After it")));
        Assert.Equal((text, "After it"), (facts.Title, facts.Artist));
    }

    [Fact]
    public async Task Chapters_of_one_start_keep_the_order_of_the_table_and_those_it_does_not_name_are_not_listed()
    {
        var facts = await ReadAsync(Id3(4, 0,
            Id3Chapter(4, "b", 0, 100, "Second"), Id3Chapter(4, "a", 0, 100, "First"), Id3Chapter(4, "x", 120, 200, "Hidden"),
            Id3Frame(4, "CTOC", Join(Text("toc\0"), [3, 2], Text("a\0b\0"), Id3Words(4, "TIT2", "Contents")))));
        Assert.Equal(["First", "Second", "Hidden"], facts.Chapters.Select(c => c.Title));
        Assert.Equal([true, true, false], facts.Chapters.Select(c => c.Listed));
        Assert.Equal(TimeSpan.FromMilliseconds(200), facts.Chapters[2].End);
    }

    [Fact]
    public async Task A_chapter_after_the_end_is_left_out_and_said()
    {
        var reading = await Probe.ReadAsync(Join(Id3(4, 0, Id3Chapter(4, "a", 0, 100, "Here"), Id3Chapter(4, "b", 90_000, 95_000, "Elsewhere")), Sound), "a.mp3");
        Assert.Equal("Here", Assert.Single(reading.Value!.Chapters).Title);
        Assert.Contains("Elsewhere", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_version_2_3_is_put_together_and_a_year_alone_is_no_day()
    {
        var day = await ReadAsync(Id3(3, 0, Id3Words(3, "TYER", "2024"), Id3Words(3, "TDAT", "3105")));
        var year = await ReadAsync(Id3(3, 0, Id3Words(3, "TYER", "2024")));
        Assert.Equal(("2024-05-31", null), (day.Date, year.Date));
    }

    [Fact]
    public async Task A_front_cover_is_taken_before_any_other_picture_and_a_broken_one_is_passed_over()
    {
        byte[] Apic(byte kind, byte[] picture) => Id3Frame(3, "APIC", Join([0], Text("image/png\0"), [kind, 0], picture));
        var facts = await ReadAsync(Id3(3, 0, Apic(4, Png(100)), Apic(3, Text("no picture at all")), Apic(3, Png(300))));
        Assert.Equal(300, facts.Picture!.Bytes.Length);
    }

    private static Task<AudioFacts> ReadAsync(byte[] tag) => Probe.CleanAsync(Join(tag, Sound), "a.mp3");
}
