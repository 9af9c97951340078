using System.Text;
using Soundoff.Files;
using Soundoff.Problems;

namespace Soundoff.Tests.Notes;

public class TextFileTests
{
    [Fact]
    public void Line_ends_become_one_kind() =>
        Assert.Equal("a\nb\nc\nd", TextFile.Decode("a.txt", "a\r\nb\rc\nd"u8.ToArray()).Value);

    [Fact]
    public void Utf_16_is_known_by_its_mark()
    {
        Assert.Equal("ж", TextFile.Decode("a.txt", new byte[] { 0xFF, 0xFE, 0x36, 0x04 }).Value);
        Assert.Equal("ж", TextFile.Decode("a.txt", new byte[] { 0xFE, 0xFF, 0x04, 0x36 }).Value);
    }

    [Fact]
    public void The_first_line_that_is_not_UTF_8_is_named()
    {
        var reading = TextFile.Decode("a.txt", Encoding.Latin1.GetBytes("one\r\ntwo\r\ncaf\u00E9\r\n"));

        Assert.Equal("one\ntwo\ncafé\n", reading.Value);
        Assert.Equal((3, Severity.Warning), (reading.Problems.Single().Line, reading.Problems.Single().Severity));
    }

    [Theory]
    [InlineData("ID3\u0004\u0000", "an MP3 recording")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("OggS\u0000", "an Ogg recording")]
    [InlineData("words\u0000words", "binary data")]
    public void What_is_no_text_is_named(string content, string kind)
    {
        var reading = TextFile.Decode("a.txt", Encoding.Latin1.GetBytes(content));

        Assert.Null(reading.Value);
        Assert.Equal(Severity.Error, reading.Problems.Single().Severity);
        Assert.Contains(kind, reading.Problems.Single().Message, StringComparison.Ordinal);
    }
}
