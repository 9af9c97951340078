using System.Text;
using Soundoff.Transcripts;

namespace Soundoff.Tests.Transcripts;

public class VttTests
{
    [Fact]
    public void Captions_are_escaped_and_named_and_every_cue_has_an_end()
    {
        var transcript = new Transcript
        {
            Type = "application/json",
            Cues =
            [
                new() { Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(1.5), Speaker = "Anna & <Bert>", Text = "1 < 2\n\n--> and 3 > 2" },
                new() { Start = TimeSpan.FromSeconds(2), Text = "Until the next" },
                new() { Text = "Without a time" },
                new() { Start = TimeSpan.FromHours(1), Text = "Last" },
            ],
        };
        Assert.Equal(
            """
            WEBVTT

            00:00:00.000 --> 00:00:01.500
            <v Anna &amp; &lt;Bert&gt;>1 &lt; 2
            --&gt; and 3 &gt; 2

            00:00:02.000 --> 01:00:00.000
            Until the next

            01:00:00.000 --> 01:00:02.000
            Last

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(Vtt.Write(transcript)));
    }

    [Fact]
    public void A_transcript_without_times_has_no_captions() =>
        Assert.False(Vtt.CanWrite(new() { Type = "text/plain", Cues = [new() { Text = "Words." }] }));
}
