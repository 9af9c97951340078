using System.Buffers.Binary;
using Soundoff.Problems;
using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

public class OggReaderTests
{
    [Fact]
    public async Task A_last_page_that_is_not_whole_means_that_the_file_is_cut_off()
    {
        var problem = Assert.Single((await Probe.ReadAsync(Fixture("tagged.opus")[..^1500], "a.opus")).Problems);
        Assert.Equal(Severity.Error, problem.Severity);
        Assert.StartsWith("The file is cut off", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_ends_between_pages_may_be_cut_off()
    {
        var whole = Fixture("tagged.opus");
        var problem = Assert.Single((await Probe.ReadAsync(whole[..whole.AsSpan().LastIndexOf("OggS"u8)], "a.opus")).Problems);
        Assert.Equal((Severity.Warning, "The recording has no mark at its end, so it may be cut off."), (problem.Severity, problem.Message));
    }

    [Fact]
    public async Task A_recording_that_was_cut_out_of_a_stream_plays_no_longer_than_it_is()
    {
        // Every page's time begins an hour later.
        var bytes = Fixture("tagged.opus");
        for (var at = 0; at < bytes.Length - 14; at++)
        {
            if (!bytes.AsSpan(at).StartsWith("OggS"u8)) continue;
            var granule = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 6));
            if (granule > 0) BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at + 6), granule + 3600 * 48_000L);
        }

        var facts = await Probe.CleanAsync(bytes, "a.opus");
        Assert.InRange(facts.Duration!.Value.TotalSeconds, 3.9, 4.1);
    }
}
