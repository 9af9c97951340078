using SkiaSharp;

namespace Soundoff.Tests.Artwork;

/// <summary>Pictures made for a test.</summary>
internal static class Pictures
{
    /// <summary>Left half red, right half blue, a green square in the upper left corner: turned or mirrored, it shows.</summary>
    public static SKBitmap Flag(int width, int height)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Red);
        using var paint = new SKPaint { Color = SKColors.Blue };
        canvas.DrawRect(width / 2f, 0, width / 2f, height, paint);
        paint.Color = SKColors.Lime;
        canvas.DrawRect(0, 0, width / 4f, height / 4f, paint);
        return bitmap;
    }

    /// <summary>A PNG with one chunk more, before its pixels.</summary>
    public static byte[] WithChunk(byte[] png, string name, params byte[] content)
    {
        // Behind the signature and the header, which take 8 and 25 bytes.
        byte[] chunk = [.. System.Text.Encoding.ASCII.GetBytes(name), .. content];
        var crc = ~0u;
        foreach (var b in chunk)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        byte[] Big(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
        return [.. png[..33], .. Big((uint)content.Length), .. chunk, .. Big(~crc), .. png[33..]];
    }

    public static byte[] Encoded(this SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using (bitmap)
        using (var data = bitmap.Encode(format, 90))
        {
            return data.ToArray();
        }
    }

    /// <summary>A PNG with an alpha channel; half of it shows nothing.</summary>
    public static byte[] Transparent(int width, int height)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        using var paint = new SKPaint { Color = SKColors.Blue };
        canvas.DrawRect(width / 2f, 0, width / 2f, height, paint);
        return bitmap.Encoded(SKEncodedImageFormat.Png);
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
