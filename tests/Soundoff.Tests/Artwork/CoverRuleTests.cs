using SkiaSharp;
using Soundoff.Artwork;
using Soundoff.Problems;

namespace Soundoff.Tests.Artwork;

public class CoverRuleTests
{
    [Fact]
    public void An_alpha_channel_is_put_on_white_and_said_so()
    {
        var cover = CoverArt.Prepare("cover.png", Pictures.Transparent(1400, 1400));

        var problem = Assert.Single(cover.Problems);
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains("transparency", problem.Message, StringComparison.Ordinal);
        Assert.True(cover.Value!.Changed);
        Pictures.AssertColor(SKColors.White, cover.Value.Bytes, 0.2, 0.5);
        Pictures.AssertColor(SKColors.Blue, cover.Value.Bytes, 0.8, 0.5);
        Assert.Empty(CoverArt.Prepare("cover" + cover.Value.Extension, cover.Value.Bytes).Problems);
    }

    [Fact]
    public void A_transparent_colour_of_a_palette_or_of_a_channel_is_transparency_too()
    {
        // Red is the transparent colour, 16 bits a channel.
        var keyed = Pictures.WithChunk(Pictures.Png(1400, 1400), "tRNS", 0, 255, 0, 0, 0, 0);

        Assert.Contains(CoverArt.Prepare("cover.png", keyed).Problems, p => p.Message.Contains("transparency", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_without_transparency_passes_untouched()
    {
        var cover = CoverArt.Prepare("cover.png", Pictures.Png(1400, 1400));

        Assert.Empty(cover.Problems);
        Assert.False(cover.Value!.Changed);
    }

    [Fact]
    public void An_animated_Png_is_an_error_like_an_animated_Gif()
    {
        var animated = Pictures.WithChunk(Pictures.Png(1400, 1400), "acTL", 0, 0, 0, 3, 0, 0, 0, 0);

        var problem = Assert.Single(CoverArt.Prepare("cover.png", animated).Problems);
        Assert.Equal((Severity.Error, "The picture is an animated PNG."), (problem.Severity, problem.Message));
    }

    [Fact]
    public void A_Png_that_speaks_of_one_frame_is_still() =>
        Assert.Empty(CoverArt.Prepare("cover.png", Pictures.WithChunk(Pictures.Png(1400, 1400), "acTL", 0, 0, 0, 1, 0, 0, 0, 0)).Problems);

    [Fact]
    public void A_picture_of_more_than_two_megabytes_says_what_pages_and_apps_load()
    {
        var heavy = Pictures.WithChunk(Pictures.Png(1400, 1400), "teXt", new byte[2_600_000]);

        var cover = CoverArt.Prepare("cover.png", heavy);
        var problem = Assert.Single(cover.Problems);
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.StartsWith("The picture takes 2.6 MB, and every page and app", problem.Message, StringComparison.Ordinal);
        Assert.False(cover.Value!.Changed);
    }

    [Fact]
    public void A_heavy_picture_that_is_redrawn_light_is_not_heavy() =>
        Assert.DoesNotContain(CoverArt.Prepare("cover.png", Pictures.WithChunk(Pictures.Png(1500, 1400), "teXt", new byte[2_600_000])).Problems, p => p.Message.Contains("MB", StringComparison.Ordinal));
}
