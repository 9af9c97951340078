using Soundoff.Artwork;

namespace Soundoff.Tests.Artwork;

public class GeneratedCoverTests
{
    [Theory]
    [InlineData("night-sky", "The Night Sky")]
    [InlineData("東京の夜", "東京の夜")]
    [InlineData("", "")]
    public void A_generated_cover_follows_the_rule_and_is_small(string name, string title)
    {
        var cover = GeneratedCover.For(name, title);
        var reading = CoverArt.Prepare("cover.png", cover.Bytes);
        Assert.Empty(reading.Problems);
        Assert.Equal(1400, reading.Value!.Width);
        Assert.True(cover.Bytes.Length < 150_000, $"{cover.Bytes.Length} bytes");
    }

    [Fact]
    public void The_same_show_always_has_the_same_cover() =>
        Assert.True(GeneratedCover.For("a", "A").Bytes.Span.SequenceEqual(GeneratedCover.For("a", "A").Bytes.Span));

    [Fact]
    public void Two_shows_have_two_covers() =>
        Assert.False(GeneratedCover.For("a", "A").Bytes.Span.SequenceEqual(GeneratedCover.For("b", "B").Bytes.Span));
}
