using SkiaSharp;

namespace Soundoff.Tests.Artwork;

/// <summary>Pictures made for a test.</summary>
internal static class Pictures
{
    /// <summary>Left half red, right half blue, a green square in the upper left corner: turned or mirrored, it shows.</summary>
    public static SKBitmap Flag(int width, int height)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Red);
        using var paint = new SKPaint { Color = SKColors.Blue };
        canvas.DrawRect(width / 2f, 0, width / 2f, height, paint);
        paint.Color = SKColors.Lime;
        canvas.DrawRect(0, 0, width / 4f, height / 4f, paint);
        return bitmap;
    }

    public static byte[] Encoded(this SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using (bitmap)
        using (var data = bitmap.Encode(format, 90))
        {
            return data.ToArray();
        }
    }

    public static byte[] Jpeg(int width, int height) => Flag(width, height).Encoded(SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width, int height) => Flag(width, height).Encoded(SKEncodedImageFormat.Png);

    /// <summary>A JPEG whose EXIF says how it has to be turned (1 to 8).</summary>
    public static byte[] Turned(byte[] jpeg, byte orientation) =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. jpeg[2..],
    ];

    public static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "artwork", name));

    public static SKColor At(ReadOnlyMemory<byte> picture, double x, double y)
    {
        using var bitmap = SKBitmap.Decode(picture.Span);
        return bitmap.GetPixel((int)(x * (bitmap.Width - 1)), (int)(y * (bitmap.Height - 1)));
    }

    public static void AssertColor(SKColor expected, ReadOnlyMemory<byte> picture, double x, double y)
    {
        var actual = At(picture, x, y);
        Assert.True(
            Math.Abs(expected.Red - actual.Red) + Math.Abs(expected.Green - actual.Green) + Math.Abs(expected.Blue - actual.Blue) < 40,
            $"Expected about {expected} at {x}, {y}, found {actual}.");
    }
}
