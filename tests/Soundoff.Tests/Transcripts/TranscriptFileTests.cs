using System.Diagnostics;
using System.Text;
using Soundoff.Transcripts;

namespace Soundoff.Tests.Transcripts;

public class TranscriptFileTests
{
    [Fact]
    public void The_language_of_the_name_is_kept() =>
        Assert.Equal("de", TranscriptFile.Read("nacht.de.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n", "de").Value!.Language);

    [Theory]
    [InlineData("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<", "<")]
    [InlineData("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n", "<a")]
    [InlineData("a.vtt", "WEBVTT\n\n", "00:00.000 --> 00:01.000\nWord: and more\n\n")]
    [InlineData("a.srt", "", "1\n")]
    [InlineData("a.srt", "", "00:00:00,000 --> 00:00:01,000\nWord: and more\n")]
    [InlineData("a.srt", "", "00:00:00,000 --> 00:00:01,000\n\n{\\")]
    [InlineData("a.transcript.txt", "", "Anna: ")]
    [InlineData("a.transcript.txt", "", "Anna ")]
    [InlineData("a.transcript.txt", "", "[1:30] Anna: said\n")]
    [InlineData("a.transcript.txt", "", "A          ")]
    public void Eight_megabytes_of_anything_take_time_in_proportion(string file, string head, string repeated)
    {
        // Seconds at most; a quadratic reader would need hours.
        var text = head + new StringBuilder().Insert(0, repeated, (8 << 20) / repeated.Length);
        var clock = Stopwatch.StartNew();
        var reading = TranscriptFile.Read(file, text, null);
        if (reading.Value is { } transcript)
        {
            TranscriptText.Passages(transcript);
            Vtt.Write(transcript);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{file} took {clock.Elapsed}.");
    }
}
