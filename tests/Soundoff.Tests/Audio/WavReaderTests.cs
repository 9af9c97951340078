using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

public class WavReaderTests
{
    private static readonly byte[] Mono8Bit = Chunk("fmt ", [1, 0, 1, 0], Little(8000), Little(8000), [1, 0, 8, 0]);

    [Theory]
    [InlineData("RF64")]
    [InlineData("BW64")]
    public async Task Sizes_above_4_GB_stand_in_ds64(string kind)
    {
        const long data = 6_000_000_000;
        var head = Join(
            Text(kind), Little(uint.MaxValue), Text("WAVE"), Chunk("ds64", Little64(data + 72), Little64(data), Little64(data), Little(0)),
            Mono8Bit, Text("data"), Little(uint.MaxValue));
        var tags = Chunk("LIST", Text("INFO"), Chunk("INAM", Text("After six gigabytes\0")));
        var file = new RangedFile(head.Length + data + tags.Length).With(0, head).With(head.Length + data, tags);
        var reading = await Probe.ReadAsync(file, "a.wav");
        Assert.Empty(reading.Problems);
        Assert.Equal((750_000, "After six gigabytes"), (reading.Value!.Duration!.Value.TotalSeconds, reading.Value.Title));
        Assert.Equal(2, file.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(uint.MaxValue)]
    public async Task An_encoder_that_wrote_to_a_pipe_did_not_know_the_length(uint size)
    {
        var facts = await Probe.CleanAsync(Join(Text("RIFF"), Little(size), Text("WAVE"), Mono8Bit, Text("data"), Little(size), new byte[16_000]), "a.wav");
        Assert.Equal(2, facts.Duration!.Value.TotalSeconds);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(0xFFFFFFF0)]
    public async Task A_length_beyond_the_end_means_that_the_file_is_cut_off(uint size)
    {
        var reading = await Probe.ReadAsync(Join(Text("RIFF"), Little(size), Text("WAVE"), Mono8Bit, Text("data"), Little(size), new byte[16_000]), "a.wav");
        Assert.Contains("cut off", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Id3_tag_in_a_chunk_is_read()
    {
        var id3 = Id3(4, 0, Id3Words(4, "TIT2", "In a chunk"), Id3Chapter(4, "a", 500, 900, "Half"));
        var facts = await Probe.CleanAsync(Join(Text("RIFF"), Little(0), Text("WAVE"), Mono8Bit, Chunk("data", new byte[15_999]), Chunk("id3 ", id3)), "a.wav");
        Assert.Equal(("In a chunk", "Half"), (facts.Title, facts.Chapters[0].Title));
    }

    [Fact]
    public async Task A_file_without_sound_says_so()
    {
        var reading = await Probe.ReadAsync(Join(Text("RIFF"), Little(0), Text("WAVE"), Mono8Bit), "a.wav");
        Assert.Contains("sound is missing", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }
}
