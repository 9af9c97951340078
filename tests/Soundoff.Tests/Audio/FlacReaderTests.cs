using Soundoff.Problems;
using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

public class FlacReaderTests
{
    [Fact]
    public async Task The_last_frame_shows_that_a_file_is_cut_off()
    {
        var whole = Fixture("tagged.flac");
        var problem = Assert.Single((await Probe.ReadAsync(whole[..(whole.Length / 2)], "a.flac")).Problems);
        Assert.Equal(Severity.Error, problem.Severity);
        Assert.StartsWith("The file is cut off: it speaks of 3 seconds and ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_of_Id3_in_front_is_read_too()
    {
        var facts = await Probe.CleanAsync(Join(Id3(3, 0, Id3Words(3, "TIT2", "In front")), Fixture("tagged.flac")), "a.flac");
        Assert.Equal(("flac", "In front", "Radio Example"), (facts.Format, facts.Title, facts.Artist));
    }
}
