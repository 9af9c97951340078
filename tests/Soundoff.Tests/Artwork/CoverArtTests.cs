using SkiaSharp;
using Soundoff.Artwork;
using Soundoff.Problems;

namespace Soundoff.Tests.Artwork;

public class CoverArtTests
{
    [Theory]
    [InlineData("cover.jpg", 1400, "image/jpeg")]
    [InlineData("cover.JPEG", 3000, "image/jpeg")]
    [InlineData("cover.png", 2000, "image/png")]
    public void What_follows_the_rule_passes_byte_for_byte(string file, int side, string type)
    {
        var bytes = type == "image/png" ? Pictures.Png(side, side) : Pictures.Jpeg(side, side);
        var reading = CoverArt.Prepare(file, bytes);
        Assert.Empty(reading.Problems);
        Assert.False(reading.Value!.Changed);
        Assert.True(reading.Value.Bytes.Span.SequenceEqual(bytes));
        Assert.Equal((type, side, side), (reading.Value.Type, reading.Value.Width, reading.Value.Height));
    }

    [Theory]
    [InlineData(300, 300, 1400, "is only 300 by 300 pixels")]
    [InlineData(3200, 3200, 3000, "has 3200 by 3200 pixels")]
    [InlineData(1600, 1500, 1600, "is not square")]
    public void A_wrong_size_is_mended_and_reported(int width, int height, int side, string message)
    {
        var reading = CoverArt.Prepare("cover.jpg", Pictures.Jpeg(width, height));
        Assert.Equal((side, side, true, "image/jpeg", ".jpg"), Shape(reading.Value!));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Pictures.AssertColor(SKColors.Lime, reading.Value!.Bytes, 0.1, 0.15);
        Pictures.AssertColor(SKColors.Blue, reading.Value.Bytes, 0.9, 0.5);
    }

    [Fact]
    public void Padding_has_the_colour_of_the_edges_where_they_have_one()
    {
        using var bitmap = new SKBitmap(1600, 800);
        bitmap.Erase(new SKColor(20, 90, 160));
        bitmap.Erase(SKColors.Gold, new(600, 300, 1000, 500));
        var cover = CoverArt.Prepare("cover.png", bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray()).Value!;
        Pictures.AssertColor(new(20, 90, 160), cover.Bytes, 0.5, 0);
        Pictures.AssertColor(new(20, 90, 160), cover.Bytes, 0.5, 1);
        Pictures.AssertColor(SKColors.Gold, cover.Bytes, 0.5, 0.5);
    }

    [Fact]
    public void Padding_is_white_where_the_edges_have_several_colours()
    {
        var cover = CoverArt.Prepare("cover.jpg", Pictures.Jpeg(1600, 800)).Value!;
        Pictures.AssertColor(SKColors.White, cover.Bytes, 0.5, 0);
        Pictures.AssertColor(SKColors.White, cover.Bytes, 0.5, 1);
        Pictures.AssertColor(SKColors.Red, cover.Bytes, 0, 0.5);
    }

    // EXIF 2.32, tag 274: where the stored picture's green corner and its blue half are when it is upright.
    [Theory]
    [InlineData(1, 0.1, 0.1, 0.9, 0.5)]
    [InlineData(2, 0.9, 0.1, 0.1, 0.5)]
    [InlineData(3, 0.9, 0.9, 0.1, 0.5)]
    [InlineData(4, 0.1, 0.9, 0.9, 0.5)]
    [InlineData(5, 0.1, 0.1, 0.5, 0.9)]
    [InlineData(6, 0.9, 0.1, 0.5, 0.9)]
    [InlineData(7, 0.9, 0.9, 0.5, 0.1)]
    [InlineData(8, 0.1, 0.9, 0.5, 0.1)]
    public void A_turned_picture_is_set_upright(byte orientation, double greenX, double greenY, double blueX, double blueY)
    {
        var cover = CoverArt.Prepare("cover.jpg", Pictures.Turned(Pictures.Jpeg(1400, 1400), orientation)).Value!;
        Assert.Equal(orientation != 1, cover.Changed);
        Pictures.AssertColor(SKColors.Lime, cover.Bytes, greenX, greenY);
        Pictures.AssertColor(SKColors.Blue, cover.Bytes, blueX, blueY);
    }

    [Fact]
    public void A_turned_oblong_picture_is_padded_at_its_upright_sides()
    {
        var cover = CoverArt.Prepare("cover.jpg", Pictures.Turned(Pictures.Jpeg(1600, 800), 6)).Value!;
        Assert.Equal((1600, 1600), (cover.Width, cover.Height));
        Pictures.AssertColor(SKColors.White, cover.Bytes, 0, 0.5);
        Pictures.AssertColor(SKColors.Red, cover.Bytes, 0.5, 0.02);
        Pictures.AssertColor(SKColors.Blue, cover.Bytes, 0.5, 0.98);
    }

    [Fact]
    public void A_picture_in_CMYK_becomes_RGB()
    {
        var reading = CoverArt.Prepare("cmyk.jpg", Pictures.File("cmyk.jpg"));
        Assert.Contains(reading.Problems, p => p.Message.Contains("CMYK", StringComparison.Ordinal));
        Assert.Equal(Colours.Rgb, ImageHeader.Read(reading.Value!.Bytes.Span)!.Value.Colours);
        Pictures.AssertColor(SKColors.Red, reading.Value.Bytes, 0.25, 0.5);
        Pictures.AssertColor(SKColors.White, reading.Value.Bytes, 0.75, 0.5);
    }

    [Fact]
    public void A_picture_in_grey_becomes_RGB()
    {
        using var grey = new SKBitmap(new SKImageInfo(1400, 1400, SKColorType.Gray8));
        var reading = CoverArt.Prepare("cover.jpg", grey.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray());
        Assert.Contains("greyscale", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(Colours.Rgb, ImageHeader.Read(reading.Value!.Bytes.Span)!.Value.Colours);
    }

    [Fact]
    public void A_wrong_ending_is_reported_and_the_bytes_stay()
    {
        var reading = CoverArt.Prepare("cover.png", Pictures.Jpeg(1400, 1400));
        Assert.Equal((1400, 1400, false, "image/jpeg", ".jpg"), Shape(reading.Value!));
        Assert.Contains("is a JPEG", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_without_an_ending_claims_nothing() =>
        Assert.Empty(CoverArt.Prepare("episode", Pictures.Jpeg(1400, 1400)).Problems);

    [Fact]
    public void WebP_is_converted()
    {
        var reading = CoverArt.Prepare("cover.jpg", Pictures.Flag(1400, 1400).Encoded(SKEncodedImageFormat.Webp));
        Assert.Equal((1400, 1400, true, "image/jpeg", ".jpg"), Shape(reading.Value!));
        Assert.Contains("is a WebP", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_with_transparency_stays_a_PNG_and_gets_white_behind_it()
    {
        using var bitmap = new SKBitmap(500, 500);
        bitmap.Erase(SKColors.Transparent);
        bitmap.Erase(SKColors.Red, new(200, 200, 300, 300));
        var cover = CoverArt.Prepare("cover.png", bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray()).Value!;
        Assert.Equal((1400, 1400, true, "image/png", ".png"), Shape(cover));
        Assert.Equal(SKColors.White, Pictures.At(cover.Bytes, 0, 0));
        Assert.Equal(SKColors.Red, Pictures.At(cover.Bytes, 0.5, 0.5));
    }

    [Fact]
    public void A_mended_cover_follows_the_rule_and_has_the_same_bytes_each_time()
    {
        var given = Pictures.Jpeg(1000, 700);
        var first = CoverArt.Prepare("cover.jpg", given).Value!;
        Assert.True(first.Bytes.Span.SequenceEqual(CoverArt.Prepare("cover.jpg", given).Value!.Bytes.Span));
        var again = CoverArt.Prepare("cover.jpg", first.Bytes);
        Assert.Empty(again.Problems);
        Assert.False(again.Value!.Changed);
    }

    [Fact]
    public void Cancelling_stops_the_work() =>
        Assert.Throws<OperationCanceledException>(() => CoverArt.Prepare("cover.jpg", Pictures.Jpeg(100, 100), new CancellationToken(true)));

    private static (int, int, bool, string, string) Shape(PreparedImage image) => (image.Width, image.Height, image.Changed, image.Type, image.Extension);
}
