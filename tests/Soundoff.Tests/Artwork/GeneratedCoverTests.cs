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
        Assert.True(GeneratedCover.Make("a", "A").Bytes.Span.SequenceEqual(GeneratedCover.Make("a", "A").Bytes.Span));

    [Fact]
    public void Two_shows_have_two_covers() =>
        Assert.False(GeneratedCover.For("a", "A").Bytes.Span.SequenceEqual(GeneratedCover.For("b", "B").Bytes.Span));

    [Fact]
    public void No_cover_is_large() =>
        Assert.All(Enumerable.Range(0, 24), i => Assert.InRange(GeneratedCover.For($"show-{i}", $"Show {i}").Bytes.Length, 1, 149_999));

    [Fact]
    public void Every_ink_stands_out_from_its_ground() =>
        Assert.All(GeneratedCover.Palettes, palette => Assert.All(palette[1..], ink => Assert.InRange(Contrast(ink, palette[0]), 3, 21)));

    // WCAG 2.2, "contrast ratio".
    private static double Contrast(uint light, uint dark) => (Luminance(light) + 0.05) / (Luminance(dark) + 0.05);

    private static double Luminance(uint color) => 0.2126 * Linear(color >> 16) + 0.7152 * Linear(color >> 8) + 0.0722 * Linear(color);

    private static double Linear(uint part)
    {
        var value = (part & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
