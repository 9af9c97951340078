using System.Text;
using Soundoff.Files;
using Soundoff.Transcripts;

namespace Soundoff.Tests.Transcripts;

public class ServedTranscriptTests
{
    private const string Good = "WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n<v Ana>Zoë\n";

    [Theory]
    [InlineData("a.vtt", Good)]
    [InlineData("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nZoë\n")]
    [InlineData("a.json", "{ \"version\": \"1.0.0\", \"segments\": [ { \"startTime\": 1, \"endTime\": 2, \"body\": \"Zoë\" } ] }")]
    [InlineData("a.transcript.txt", "Zoë speaks.\n")]
    public void What_is_good_as_it_was_uploaded_is_served_as_it_was_uploaded(string file, string text) => Assert.Null(Served(file, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("WEBVTT\n\n00:00:01,000 --> 00:00:02,500\nZoë\n", "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nZoë\n")]
    [InlineData("WEBVTT\n\n0:01.0 --> 0:02.5\nZoë\n", "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nZoë\n")]
    [InlineData("WEBVTT\r\n\r\n00:01.000 --> 00:02.500\r\nZoë\r\n", "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nZoë\n")]
    [InlineData("\uFEFFWEBVTT\n\n00:01.000 --> 00:02.500\nZoë\n", "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nZoë\n")]
    [InlineData("00:01.000 --> 00:02.500\nZoë\n", "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nZoë\n")]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:02.000\nZoë\n", "WEBVTT\n\n00:00:03.000 --> 00:00:05.000\nZoë\n")]
    public void Captions_are_served_in_valid_WebVTT(string uploaded, string served) => Assert.Equal(served, Text(Served("a.vtt", Encoding.UTF8.GetBytes(uploaded))));

    [Fact]
    public void Every_charset_is_served_as_UTF_8_without_a_mark()
    {
        var expected = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ana>Zoë\n";

        Assert.Equal(expected, Text(Served("a.vtt", Encoding.Latin1.GetBytes(Good))));
        Assert.Equal(expected, Text(Served("a.vtt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good)])));
        Assert.Equal("Zoë speaks.\n", Text(Served("a.transcript.txt", Encoding.Latin1.GetBytes("Zoë speaks.\n"))));
    }

    [Fact]
    public void Subtitles_are_served_in_valid_SubRip() =>
        Assert.Equal(
            "1\n00:00:01,000 --> 00:00:02,000\nAna: One\n\n2\n00:00:02,000 --> 00:00:03,000\nBo: Two\nand three\n\n",
            Text(Served("a.srt", "00:01.0 -> 00:02.0\r\nAna: One\r\n\r\n00:02.0 --> 00:03.0\r\nBo: Two\r\n\r\nand three"u8.ToArray())));

    [Fact]
    public void What_Whisper_writes_is_served_in_the_namespaces_JSON() =>
        Assert.Equal(
            """{"version":"1.0.0","segments":[{"startTime":0.5,"endTime":2,"body":"Zoë"}]}""",
            Text(Served("a.json", "{\"text\": \"x\", \"segments\": [{\"start\": 0.5, \"end\": 2.0, \"text\": \" Zoë\"}]}"u8.ToArray())));

    private static byte[]? Served(string file, byte[] bytes)
    {
        var text = TextFile.Decode(file, bytes);
        var transcript = TranscriptFile.Read(file, text.Value!, null);
        return ServedTranscript.Of(Path.GetExtension(file), bytes, text.Value!, transcript.Value!, transcript.Problems.Count == 0);
    }

    private static string Text(byte[]? bytes) => Encoding.UTF8.GetString(Assert.IsType<byte[]>(bytes));
}
