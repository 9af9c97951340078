using System.Buffers.Binary;
using Soundoff.Audio;
using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

/// <summary>What files of any size cost: bytes read, and ranges asked for, each of which is a request to the storage.</summary>
public class BudgetTests
{
    private const long ThreeGigabytes = 3_000_000_000;

    private static readonly byte[] Sound = Join(Xing(5000, 5001 * 384), Times(5000, Mp3Frame));

    public static TheoryData<string> Fixtures => AudioTwin.Fixtures;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_small_file_takes_two_ranges_at_most(string fixture)
    {
        var file = new RangedFile(Fixture(fixture));
        await Probe.ReadAsync(file, fixture);
        Assert.InRange(file.Requests, 1, 2);
    }

    [Fact]
    public async Task A_huge_Mp3_without_a_header_is_sampled()
    {
        var file = new RangedFile(ThreeGigabytes).Filled(0, Mp3Frame);
        var facts = await ReadAsync(file, "a.mp3");
        Assert.True(facts.Estimated);
        Assert.Equal(128_000, facts.BitRate);
        Assert.Equal(ThreeGigabytes * 8 / 128_000.0, facts.Duration!.Value.TotalSeconds, 0);
        // The beginning, the tags at the end, and seven places in between.
        Assert.Equal(9, file.Requests);
        Assert.InRange(file.Read, 1, 256 * 1024);
    }

    [Fact]
    public async Task A_huge_Mp3_with_a_header_takes_its_beginning_and_its_end()
    {
        const uint frames = 5_000_000;
        var file = new RangedFile(384L * (frames + 1)).Filled(0, Mp3Frame).With(0, Xing(frames, 384 * (frames + 1)));
        Assert.Equal(frames * 0.024, (await ReadAsync(file, "a.mp3")).Duration!.Value.TotalSeconds, 3);
        Assert.Equal(2, file.Requests);
    }

    [Fact]
    public async Task A_huge_M4a_whose_table_stands_behind_the_sound_takes_two_ranges()
    {
        var small = Fixture("tagged.m4a");
        var movie = small.AsSpan().IndexOf("moov"u8) - 4;
        var type = small[..BinaryPrimitives.ReadInt32BigEndian(small)];
        var head = Join(type, Big(1), Text("mdat"), Big64(ThreeGigabytes));
        var file = new RangedFile(type.Length + ThreeGigabytes + small.Length - movie).With(0, head).With(type.Length + ThreeGigabytes, small[movie..]);
        var (expected, facts) = (await Probe.CleanAsync(small, "a.m4a"), await ReadAsync(file, "a.m4a"));
        Assert.Equal((expected.Duration, expected.Title, expected.Picture!.Bytes.Length), (facts.Duration, facts.Title, facts.Picture!.Bytes.Length));
        Assert.Equal(2, file.Requests);
    }

    [Theory]
    [InlineData("tagged-vorbis.ogg", 22_050)]
    [InlineData("tagged.opus", 48_000)]
    public async Task A_huge_Ogg_takes_its_beginning_and_its_last_page(string fixture, int rate)
    {
        var small = Fixture(fixture);
        var last = small.AsSpan().LastIndexOf("OggS"u8);
        var page = small[last..];
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), 100_000L * rate);
        var file = new RangedFile(ThreeGigabytes).With(0, small[..last]).With(ThreeGigabytes - page.Length, page);
        var facts = await ReadAsync(file, fixture);
        Assert.Equal(100_000, facts.Duration!.Value.TotalSeconds, 1);
        Assert.Equal(2, file.Requests);
    }

    [Fact]
    public async Task A_huge_Flac_takes_its_beginning_and_its_end()
    {
        var small = Fixture("tagged.flac");
        var file = new RangedFile(ThreeGigabytes).With(0, small);
        var facts = await ReadAsync(file, "a.flac");
        Assert.Equal((await Probe.CleanAsync(small, "a.flac")).Duration, facts.Duration);
        Assert.Equal(2, file.Requests);
    }

    [Fact]
    public async Task A_large_picture_in_an_Id3_tag_takes_one_range_more()
    {
        var png = Png(5_000_000);
        var tag = Id3(3, 0, Id3Words(3, "TIT2", "Before"), Id3Frame(3, "APIC", Join([0], Text("image/png\0"), [3, 0], png)), Id3Words(3, "TPE1", "After"));
        var file = new RangedFile(Join(tag, Sound));
        var facts = (await Probe.ReadAsync(file, "a.mp3")).Value!;
        Assert.Equal(("Before", "After", png.Length), (facts.Title, facts.Artist, facts.Picture!.Bytes.Length));
        AssertBudget(file, png.Length);
        // The beginning, the frames behind the picture, the first sound, the tags at the end, the picture.
        Assert.Equal(5, file.Requests);
    }

    [Fact]
    public async Task A_large_picture_in_a_Flac_takes_one_range_more()
    {
        var (small, png) = (Fixture("tagged.flac"), Png(8_000_000));
        var picture = Join(Big(3), Big(9), Text("image/png"), Big(0), new byte[16], Big((uint)png.Length), png);
        var file = new RangedFile(Join(small[..42], [6], Big((uint)picture.Length)[1..], picture, small[42..]));
        Assert.Equal(png, (await Probe.ReadAsync(file, "a.flac")).Value!.Picture!.Bytes.ToArray());
        AssertBudget(file, png.Length);
        // The beginning, two for the blocks behind the picture, the last frames, the picture.
        Assert.Equal(5, file.Requests);
    }

    [Fact]
    public async Task A_large_picture_in_an_Ogg_is_put_together_from_its_pages()
    {
        var png = Png(2_000_000);
        var block = Join(Big(3), Big(9), Text("image/png"), Big(0), new byte[16], Big((uint)png.Length), png);
        var comment = Text("METADATA_BLOCK_PICTURE=" + Convert.ToBase64String(block));
        var packet = Join(Text("OpusTags"), Little(0), Little(2), Little((uint)comment.Length), comment, Little(11), Text("TITLE=After"));
        var head = Page(2, 0, Join(Text("OpusHead"), [1, 1], new byte[9]));
        var pages = packet.Chunk(65_025).Select((part, i) => Page((byte)(i > 0 ? 1 : 0), 0, part));
        var file = new RangedFile(Join(head, Join([.. pages]), Page(4, 96_000, new byte[100])));
        var reading = await Probe.ReadAsync(file, "a.opus");
        Assert.Empty(reading.Problems);
        Assert.Equal(png, reading.Value!.Picture!.Bytes.ToArray());
        Assert.Equal(("After", 2), (reading.Value.Title, reading.Value.Duration!.Value.TotalSeconds));
        Assert.InRange(file.Requests, 3, 8);
    }

    [Fact]
    public async Task A_picture_above_16_MiB_is_left_where_it_is()
    {
        var png = Png(17 * 1024 * 1024);
        var file = new RangedFile(Join(Id3(3, 0, Id3Frame(3, "APIC", Join([0], Text("image/png\0"), [3, 0], png))), Sound));
        var reading = await Probe.ReadAsync(file, "a.mp3");
        Assert.Null(reading.Value!.Picture);
        Assert.Contains("larger than 16 MiB", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
        AssertBudget(file, 0);
    }

    [Fact]
    public async Task Chapters_with_large_pictures_of_their_own_are_read_by_their_heads()
    {
        const int count = 60;
        byte[] Chapter(int number) => Id3Frame(3, "CHAP", Join(
            Text($"c{number}\0"), Big((uint)number * 1000), Big((uint)number * 1000 + 1000), Big(uint.MaxValue), Big(uint.MaxValue),
            Id3Words(3, "TIT2", $"Chapter {number}"), Id3Frame(3, "APIC", Join([0], Text("image/png\0"), [0, 0], Png(150_000)))));
        var tag = Id3(3, 0, [.. Enumerable.Range(0, count).Select(Chapter)]);
        var file = new RangedFile(Join(tag, Sound));
        var facts = (await Probe.ReadAsync(file, "a.mp3")).Value!;
        Assert.Equal(Enumerable.Range(0, count).Select(n => $"Chapter {n}"), facts.Chapters.Select(c => c.Title));
        AssertBudget(file, 0);
    }

    private static async Task<AudioFacts> ReadAsync(RangedFile file, string name)
    {
        var reading = await Probe.ReadAsync(file, name);
        Assert.Empty(reading.Problems);
        AssertBudget(file, 0);
        return reading.Value!;
    }

    private static void AssertBudget(RangedFile file, int picture) => Assert.InRange(file.Read - picture, 1, 1024 * 1024);

    // A page of one packet, or of a part of one that goes on when it has 65,025 bytes. Nothing reads its checksum.
    private static byte[] Page(byte flags, long granule, byte[] body)
    {
        var whole = body.Length / 255;
        byte[] lacing = [.. Enumerable.Repeat((byte)255, whole), .. whole < 255 ? new[] { (byte)(body.Length % 255) } : []];
        return Join(Text("OggS\0"), [flags], Little64(granule), Little(7), Little(0), Little(0), [(byte)lacing.Length], lacing, body);
    }
}
