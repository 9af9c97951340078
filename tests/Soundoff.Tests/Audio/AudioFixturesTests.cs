using Soundoff.Audio;

namespace Soundoff.Tests.Audio;

public class AudioFixturesTests
{
    public static TheoryData<string> Fixtures => AudioTwin.Fixtures;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_recording_gives_what_its_twin_says(string fixture)
    {
        var reading = await AudioProbe.ReadAsync(new RangedFile(Make.Fixture(fixture)), fixture, TestContext.Current.CancellationToken);
        AudioTwin.AssertMatches(fixture, reading);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_duration_is_within_a_tenth_of_a_second_of_what_ffmpeg_says(string fixture)
    {
        var reading = await AudioProbe.ReadAsync(new RangedFile(Make.Fixture(fixture)), fixture, TestContext.Current.CancellationToken);
        if (AudioTwin.Seconds(fixture) is not { } seconds) Assert.NotEmpty(reading.Problems);
        else Assert.InRange(reading.Value!.Duration!.Value.TotalSeconds, seconds - 0.1, seconds + 0.1);
    }
}
