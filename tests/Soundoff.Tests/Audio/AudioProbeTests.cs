using Soundoff.Problems;
using static Soundoff.Tests.Audio.Make;

namespace Soundoff.Tests.Audio;

public class AudioProbeTests
{
    [Theory]
    [InlineData("tagged.m4a", "show/ep 1.mp3", "The file is named .mp3 but holds M4A (MP4 audio), so podcast apps would be told a wrong type.", "Rename it to ep 1.m4a.")]
    [InlineData("xing-vbr.mp3", "ep.m4a", "The file is named .m4a but holds MP3, so podcast apps would be told a wrong type.", "Rename it to ep.mp3.")]
    [InlineData("tagged.opus", "ep.mp3", "The file is named .mp3 but holds Opus, so podcast apps would be told a wrong type.", "Rename it to ep.opus.")]
    [InlineData("plain.aac", "ep", "The file has no ending but holds AAC without a container (ADTS), so podcast apps would be told a wrong type.", "Rename it to ep.aac.")]
    public async Task A_name_that_gives_a_wrong_type_stops_publication(string fixture, string name, string message, string mend)
    {
        var problem = Assert.Single((await Probe.ReadAsync(Fixture(fixture), name)).Problems);
        Assert.Equal((Severity.Error, message, mend), (problem.Severity, problem.Message, problem.Mend));
    }

    [Theory]
    [InlineData("tagged-vorbis.ogg", "ep.opus", Severity.Warning)]
    [InlineData("tagged.opus", "ep.ogg", null)]
    [InlineData("xing-vbr.mp3", "EP.MP3", null)]
    public async Task A_name_that_gives_the_right_type_does_not(string fixture, string name, Severity? severity) =>
        Assert.Equal(severity, (await Probe.ReadAsync(Fixture(fixture), name)).Problems.SingleOrDefault()?.Severity);

    [Fact]
    public async Task An_empty_file_is_called_empty()
    {
        var reading = await Probe.ReadAsync([], "a.mp3");
        Assert.Null(reading.Value);
        Assert.Equal("The file is empty.", Assert.Single(reading.Problems).Message);
    }

    public static TheoryData<byte[], string> Others => new()
    {
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46], "a JPEG picture" },
        { Png(100), "a PNG picture" },
        { Text("%PDF-1.7 and so on"), "a PDF document" },
        { Text("FORM\0\0\0\u0010AIFFCOMM"), "an AIFF recording" },
        { Join([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], new byte[64]), "a Windows Media (WMA) file" },
        { Join([0x1A, 0x45, 0xDF, 0xA3], new byte[64]), "a Matroska or WebM file" },
        { Join(Text("RIFF"), Little(100), Text("AVI LIST"), Times(40, Mp3Frame)), "an AVI video" },
        { Join(Text("PK\u0003\u0004"), new byte[40], Times(40, Mp3Frame)), "a ZIP archive" },
        { Box("ftyp", Text("heic"), Big(0), Text("mif1heic")), "a HEIC picture" },
        { Text("OggS\0\u0002"), "an Ogg file without Vorbis, Opus or FLAC audio" },
        { Text("<!DOCTYPE html><html><body>Not found</body></html>"), "a web page" },
        { Text("Notes for the episode, saved under a wrong name."), "text" },
        { new byte[5000], "nothing but zeros" },
        { Join([7, 3, 1, 9], new byte[400]), "of no kind that is known" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task What_is_no_audio_is_named(byte[] bytes, string kind)
    {
        var reading = await Probe.ReadAsync(bytes, "a.mp3");
        Assert.Null(reading.Value);
        Assert.Equal($"No audio that can be published is in the file: it is {kind}.", Assert.Single(reading.Problems).Message);
    }

    [Fact]
    public async Task A_tag_without_sound_after_it_is_no_audio()
    {
        var cut = await Probe.ReadAsync(Id3(4, 0, Id3Words(4, "TIT2", "Alone"))[..18], "a.mp3");
        Assert.Equal("No audio is in the file: its tag alone takes 26 bytes and the file has 18.", Assert.Single(cut.Problems).Message);
    }

    [Fact]
    public async Task A_source_that_fails_is_not_taken_for_a_bad_file() =>
        await Assert.ThrowsAsync<IOException>(() => Soundoff.Audio.AudioProbe.ReadAsync(new Unreadable(), "a.mp3", TestContext.Current.CancellationToken));

    private sealed class Unreadable : Soundoff.Files.IRangeSource
    {
        public long Length => 1000;

        public Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation) =>
            Task.FromException<ReadOnlyMemory<byte>>(new IOException("The upload changed while it was read."));
    }
}
