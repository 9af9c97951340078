using Soundoff.Cli.Import;

namespace Soundoff.Tests.Cli.Import;

public sealed class PrefixesTests
{
    [Theory]
    [InlineData("https://op3.dev/e/cdn.example/a/one.mp3?x=1", "https://cdn.example/a/one.mp3?x=1")]
    [InlineData("https://dts.podtrac.com/redirect.mp3/chtbl.com/track/ABC12/pdst.fm/e/cdn.example/one.mp3", "https://cdn.example/one.mp3")]
    [InlineData("https://op3.dev/e,pg=1/https://cdn.example/one.mp3", "https://op3.dev/e,pg=1/https://cdn.example/one.mp3")]
    [InlineData("https://pdst.fm/e/http://cdn.example/one.mp3", "http://cdn.example/one.mp3")]
    [InlineData("http://media.blubrry.com/shed/cdn.example/one.mp3", "https://cdn.example/one.mp3")]
    [InlineData("https://cdn.example/e/other.example/one.mp3", "https://cdn.example/e/other.example/one.mp3")]
    [InlineData("https://op3.dev/e/", "https://op3.dev/e/")]
    public void Services_that_count_are_taken_off_and_nothing_else(string address, string expected) => Assert.Equal(expected, Prefixes.Strip(new(address)).AbsoluteUri);
}
