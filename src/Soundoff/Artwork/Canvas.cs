using SkiaSharp;

namespace Soundoff.Artwork;

/// <summary>Drawing and encoding; the same input gives the same bytes.</summary>
internal static class Canvas
{
    private const int FewColours = 256;

    // How far the colours of an edge may lie apart (of 255) and still be one: JPEG leaves that much noise.
    private const int Noise = 24;

    /// <summary>The picture upright in the middle of a square.</summary>
    public static SKBitmap Square(SKBitmap pixels, Picture picture, int side)
    {
        var background = picture.Width == picture.Height ? SKColors.White : Padding(pixels, picture.Width > picture.Height != picture.Sideways);
        var scale = (float)side / Math.Max(picture.Width, picture.Height);
        return Draw(pixels, picture, side, side, picture.Width * scale, picture.Height * scale, background);
    }

    /// <summary>The picture upright on white, at this size.</summary>
    public static SKBitmap Fitted(SKBitmap pixels, Picture picture, int width, int height) =>
        Draw(pixels, picture, width, height, width, height, SKColors.White);

    public static byte[] Encode(SKBitmap drawn, string type, int quality)
    {
        using var pixmap = drawn.PeekPixels();
        // Flat areas pack best unfiltered (PNG, third edition, 12.7).
        using var data = type == "image/png"
            ? pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 9))
            : pixmap.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore));
        return data!.ToArray();
    }

    /// <summary>Whether it is a drawing rather than a photograph.</summary>
    public static bool HasFewColours(SKBitmap pixels)
    {
        var seen = new HashSet<uint>();
        foreach (var pixel in System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(pixels.GetPixelSpan()))
            if (seen.Add(pixel) && seen.Count > FewColours) return false;
        return true;
    }

    private static SKBitmap Draw(SKBitmap pixels, Picture picture, int width, int height, float drawnWidth, float drawnHeight, SKColor background)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(background);
        canvas.Translate((width - drawnWidth) / 2, (height - drawnHeight) / 2);
        var (uprightWidth, uprightHeight) = picture.Sideways ? (pixels.Height, pixels.Width) : (pixels.Width, pixels.Height);
        canvas.Scale(drawnWidth / uprightWidth, drawnHeight / uprightHeight);
        canvas.Concat(Upright(picture.Origin, pixels.Width, pixels.Height));
        using var image = SKImage.FromBitmap(pixels);
        // Mipmaps keep fine patterns quiet when reducing; the cubic keeps edges clean when enlarging.
        var reduced = drawnWidth < uprightWidth;
        canvas.DrawImage(image, 0, 0, reduced ? new(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell));
        canvas.Flush();
        return bitmap;
    }

    // EXIF 2.32, tag 274: where the stored first row and column lie in the upright picture.
    private static SKMatrix Upright(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    // The mean of the two edges beside which padding goes, if they are of one colour; as stored, before turning.
    private static SKColor Padding(SKBitmap pixels, bool rows)
    {
        var length = rows ? pixels.Width : pixels.Height;
        var last = (rows ? pixels.Height : pixels.Width) - 1;
        Span<int> lowest = [255, 255, 255], highest = [0, 0, 0];
        Span<long> sums = [0, 0, 0];
        for (var i = 0; i < length * 2; i++)
        {
            var (along, across) = (i / 2, i % 2 == 0 ? 0 : last);
            var color = rows ? pixels.GetPixel(along, across) : pixels.GetPixel(across, along);
            if (color.Alpha < 255) return SKColors.White;
            Span<byte> parts = [color.Red, color.Green, color.Blue];
            for (var part = 0; part < 3; part++)
            {
                lowest[part] = Math.Min(lowest[part], parts[part]);
                highest[part] = Math.Max(highest[part], parts[part]);
                if (highest[part] - lowest[part] > Noise) return SKColors.White;
                sums[part] += parts[part];
            }
        }

        var count = length * 2;
        return new((byte)(sums[0] / count), (byte)(sums[1] / count), (byte)(sums[2] / count));
    }
}
