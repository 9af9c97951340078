using Soundoff.Problems;
using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

public class FramesTests
{
    private const double FrameSeconds = 0.024;

    [Fact]
    public async Task Vbri_tells_the_frames()
    {
        var first = Mp3Frame.ToArray();
        Join(Text("VBRI"), [0, 1, 0, 0, 0, 75], Big(384 * 101), Big(100)).CopyTo(first, 36);
        var facts = await Probe.CleanAsync(Join(first, Times(100, Mp3Frame)), "a.mp3");
        Assert.Equal(100 * FrameSeconds, facts.Duration!.Value.TotalSeconds, 3);
        Assert.False(facts.Estimated);
    }

    [Fact]
    public async Task A_header_of_an_encoder_that_speaks_of_more_than_is_there_means_that_the_file_is_cut_off()
    {
        var reading = await Probe.ReadAsync(Join(Xing(1000, 384 * 1001), Times(100, Mp3Frame)), "a.mp3");
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((Severity.Error, "The file is cut off: it speaks of 384,384 bytes and 38,784 are there."), (problem.Severity, problem.Message));
    }

    [Fact]
    public async Task A_header_that_speaks_of_much_less_than_is_there_is_believed_of_its_part_alone()
    {
        var reading = await Probe.ReadAsync(Join(Xing(10, 384 * 11), Times(100, Mp3Frame)), "a.mp3");
        Assert.Equal(100 * FrameSeconds, reading.Value!.Duration!.Value.TotalSeconds, 3);
        Assert.Contains("several recordings", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_of_frames_that_cannot_be_is_not_believed()
    {
        var facts = await Probe.CleanAsync(Join(Xing(uint.MaxValue, 0), Times(100, Mp3Frame)), "a.mp3");
        Assert.Equal(101 * FrameSeconds, facts.Duration!.Value.TotalSeconds, 3);
    }

    [Fact]
    public async Task Frames_after_garbage_are_found_and_counted()
    {
        var facts = await Probe.CleanAsync(Join([0xFF, 0xFB, 0x94], Text(new string('.', 20_000)), Times(50, Mp3Frame), new byte[3000], Times(50, Mp3Frame)), "a.mp3");
        Assert.Equal(100 * FrameSeconds, facts.Duration!.Value.TotalSeconds, 3);
    }

    [Fact]
    public async Task A_tag_of_Ape_is_not_taken_for_sound()
    {
        var ape = Join(new byte[1000], Text("APETAGEX"), Little(2000), Little(1032), Little(1), new byte[12]);
        var facts = await Probe.CleanAsync(Join(Times(100, Mp3Frame), ape), "a.mp3");
        Assert.Equal(128_000, facts.BitRate);
    }

    [Fact]
    public async Task Adts_frames_are_counted_in_a_small_file_and_sampled_in_a_large_one()
    {
        var small = await Probe.CleanAsync(Times(100, AdtsFrame), "a.aac");
        Assert.Equal(("aac", 44100, 1, false), (small.Format, small.SampleRate, small.Channels, small.Estimated));
        Assert.Equal(100 * 1024 / 44100.0, small.Duration!.Value.TotalSeconds, 3);

        var large = (await Probe.ReadAsync(new RangedFile(64_000_000).Filled(0, AdtsFrame), "a.aac")).Value!;
        Assert.True(large.Estimated);
        Assert.Equal(1_000_000 * 1024 / 44100.0, large.Duration!.Value.TotalSeconds, 0);
    }
}
