using SkiaSharp;
using Soundoff.Artwork;

namespace Soundoff.Tests.Artwork;

public class ThumbnailTests
{
    [Fact]
    public void A_cover_is_reduced_to_a_small_JPEG()
    {
        var image = Thumbnail.Of(Pictures.Jpeg(3000, 3000), 480)!;
        Assert.Equal(("image/jpeg", 480, 480), (image.Type, image.Width, image.Height));
        Assert.True(image.Bytes.Length < 20_000);
        Pictures.AssertColor(SKColors.Lime, image.Bytes, 0.1, 0.1);
        Pictures.AssertColor(SKColors.Blue, image.Bytes, 0.9, 0.9);
    }

    [Fact]
    public void An_oblong_picture_keeps_its_shape_upright()
    {
        var image = Thumbnail.Of(Pictures.Turned(Pictures.Jpeg(800, 400), 6), 200)!;
        Assert.Equal((100, 200), (image.Width, image.Height));
    }

    [Fact]
    public void A_small_picture_is_not_enlarged() => Assert.Equal(50, Thumbnail.Of(Pictures.Png(50, 50), 480)!.Width);

    [Fact]
    public void Transparency_becomes_white()
    {
        using var bitmap = new SKBitmap(100, 100);
        bitmap.Erase(SKColors.Transparent);
        Pictures.AssertColor(SKColors.White, Thumbnail.Of(bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray(), 50)!.Bytes, 0.5, 0.5);
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes()
    {
        var given = Pictures.Jpeg(900, 900);
        Assert.True(Thumbnail.Of(given, 480)!.Bytes.Span.SequenceEqual(Thumbnail.Of(given, 480)!.Bytes.Span));
    }

    [Fact]
    public void What_is_no_picture_has_no_thumbnail() => Assert.Null(Thumbnail.Of("words"u8.ToArray(), 480));
}
