using Soundoff.Problems;
using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

public class Mp4ReaderTests
{
    private static readonly byte[] Type = Box("ftyp", Text("M4A "), Big(0));
    private static readonly byte[] Sound = Box("mdat", new byte[8000]);

    [Fact]
    public async Task A_table_of_samples_larger_than_the_budget_is_passed_over()
    {
        var tags = UserData(Box("©nam", Data("After the table")));
        var bytes = Join(Type, Box("moov", Movie(10_000), Track("mp4a", samples: new byte[3_000_000]), tags), Sound);
        var file = new RangedFile(bytes);
        var reading = await Probe.ReadAsync(file, "a.m4a");
        Assert.Equal(("After the table", 10), (reading.Value!.Title, reading.Value.Duration!.Value.TotalSeconds));
        Assert.InRange(file.Read, 1, 128 * 1024);
        Assert.InRange(file.Requests, 1, 3);
    }

    [Fact]
    public async Task Edits_leave_out_what_the_encoder_put_in_front()
    {
        var edits = Box("edts", Box("elst", Big(0), Big(1), Big(9_900), Big(1024), Big(0x10000)));
        var facts = await Probe.CleanAsync(Join(Type, Box("moov", Movie(10_000), Track("mp4a", edits: edits, edited: 9_900)), Sound), "a.m4a");
        Assert.Equal(9.9, facts.Duration!.Value.TotalSeconds);
    }

    [Fact]
    public async Task A_fragmented_file_may_state_its_duration()
    {
        var bytes = Join(Type, Box("moov", Movie(0), Track("mp4a", duration: 0), Box("mvex", Box("mehd", Big(0), Big(12_345)))), Sound);
        Assert.Equal(12.345, (await Probe.CleanAsync(bytes, "a.m4a")).Duration!.Value.TotalSeconds);
    }

    [Fact]
    public async Task A_long_fragmented_file_without_an_index_is_estimated()
    {
        var head = Join(Type, Box("moov", Movie(0), Track("mp4a", duration: 0), Box("mvex", Box("trex", Big(0), Big(1), Big(1), Big(1024), Big(0), Big(0)))));
        // 100 samples of 1,024 at 48 kHz in each fragment, 102,400 in all.
        var fragment = Join(Box("moof", Box("traf", Box("tfhd", Big(0), Big(1)), Box("trun", Big(0), Big(100)))), Box("mdat", new byte[99_944]));
        const int count = 30_000;
        var file = new RangedFile(head.Length + (long)count * fragment.Length).Filled(head.Length, fragment).With(0, head);
        var reading = await Probe.ReadAsync(file, "a.m4a");
        Assert.Empty(reading.Problems);
        Assert.True(reading.Value!.Estimated);
        var seconds = count * (102_400 / 48_000.0);
        Assert.InRange(reading.Value.Duration!.Value.TotalSeconds, seconds * 0.97, seconds * 1.03);
        Assert.InRange(file.Read, 1, 1024 * 1024);
    }

    [Fact]
    public async Task Tags_of_programs_own_and_the_number_of_a_track_are_read()
    {
        var own = Box("----", Box("mean", Big(0), Text("com.apple.iTunes")), Box("name", Big(0), Text("DESCRIPTION")), Data("What it is about"));
        var facts = await Probe.CleanAsync(
            Join(Type, Box("moov", Movie(1000), Track("mp4a"), UserData(own, Box("trkn", Data("\0\0\0\u000C\0\u0014\0\0")))), Sound), "a.m4a");
        Assert.Equal(("What it is about", 12), (facts.Comment, facts.Track));
    }

    [Theory]
    [InlineData("drms")]
    [InlineData("enca")]
    public async Task A_protected_recording_is_refused(string codec)
    {
        var problem = Assert.Single((await Probe.ReadAsync(Join(Type, Box("moov", Movie(1000), Track(codec)), Sound), "a.m4a")).Problems);
        Assert.Equal((Severity.Error, "The recording is protected (DRM): nobody else can play it."), (problem.Severity, problem.Message));
    }

    [Fact]
    public async Task A_video_without_sound_is_refused()
    {
        var problem = Assert.Single((await Probe.ReadAsync(Join(Type, Box("moov", Movie(1000), Track("avc1", handler: "vide")), Sound), "a.m4a")).Problems);
        Assert.Equal((Severity.Error, "The file is a video without sound."), (problem.Severity, problem.Message));
    }

    [Fact]
    public async Task Sound_that_ends_early_means_that_the_file_is_cut_off()
    {
        var whole = Join(Type, Box("moov", Movie(1000), Track("mp4a")), Sound);
        var problem = Assert.Single((await Probe.ReadAsync(whole[..^4000], "a.m4a")).Problems);
        var message = FormattableString.Invariant($"The file is cut off: it speaks of {whole.Length:N0} bytes and {whole.Length - 4000:N0} are there.");
        Assert.Equal((Severity.Error, message), (problem.Severity, problem.Message));
    }

    [Fact]
    public async Task Sound_without_its_table_is_refused()
    {
        var problem = Assert.Single((await Probe.ReadAsync(Join(Type, Sound), "a.m4a")).Problems);
        Assert.Equal((Severity.Error, "The file holds sound but not the table that finds it (moov)."), (problem.Severity, problem.Message));
    }

    private static byte[] Movie(uint milliseconds) => Box("mvhd", Big(0), Big(0), Big(0), Big(1000), Big(milliseconds), new byte[80]);

    private static byte[] UserData(params byte[][] tags) =>
        Box("udta", Box("meta", Big(0), Box("hdlr", Big(0), Big(0), Text("mdirappl"), new byte[9]), Box("ilst", tags)));

    private static byte[] Data(string value) => Box("data", Big(1), Big(0), Text(value));

    // A track of 48 kHz; its duration is the same as ten seconds unless it is said.
    private static byte[] Track(
        string codec, string handler = "soun", uint duration = 480_000, uint edited = 10_000, byte[]? edits = null, byte[]? samples = null)
    {
        var entry = Box(codec, new byte[6], [0, 1], new byte[8], [0, 2, 0, 16], Big(0), Big(48_000u << 16));
        return Box("trak",
            Box("tkhd", Big(0), Big(0), Big(0), Big(1), Big(0), Big(edited), new byte[60]),
            edits ?? [],
            Box("mdia",
                Box("mdhd", Big(0), Big(0), Big(0), Big(48_000), Big(duration), Big(0)),
                Box("hdlr", Big(0), Big(0), Text(handler), new byte[13]),
                Box("minf", Box("stbl", Box("stsd", Big(0), Big(1), entry), Box("stsz", samples ?? [])))));
    }
}
