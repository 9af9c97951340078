using SkiaSharp;
using Soundoff.Problems;

namespace Soundoff.Artwork;

/// <summary>A picture whose header was found sane, and which can be decoded.</summary>
internal sealed class Picture : IDisposable
{
    /// <summary>The largest file that is looked at, in bytes.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>The most pixels that are decoded: 256 MB of memory where a format cannot be decoded smaller.</summary>
    public const long MostPixels = 64_000_000;

    private readonly SKCodec codec;

    private Picture(SKCodec codec, ImageHeader header) => (this.codec, Header) = (codec, header);

    public ImageHeader Header { get; }

    /// <summary>How the stored picture has to be turned to be upright (EXIF).</summary>
    public SKEncodedOrigin Origin => codec.EncodedOrigin;

    /// <summary>Whether it has an alpha channel or transparent colours; a GIF is not asked, as nearly all of them have one that they do not use.</summary>
    public bool HasAlpha => Header.Type != "image/gif" && codec.Info.AlphaType != SKAlphaType.Opaque;

    /// <summary>Whether width and height change places when it is turned.</summary>
    public bool Sideways => Origin >= SKEncodedOrigin.LeftTop;

    /// <summary>In pixels, upright.</summary>
    public int Width => Sideways ? codec.Info.Height : codec.Info.Width;

    /// <summary>In pixels, upright.</summary>
    public int Height => Sideways ? codec.Info.Width : codec.Info.Height;

    /// <summary>Opens a picture by its header; the problem says what the bytes are instead, or what the header claims.</summary>
    public static Picture? Open(string file, ReadOnlyMemory<byte> bytes, out Problem? problem)
    {
        problem = Check(file, bytes, out var header);
        if (problem is not null) return null;
        var codec = SKCodec.Create(SKData.CreateCopy(bytes.Span));
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0)
        {
            codec?.Dispose();
            problem = Damaged(file, header);
            return null;
        }

        if (codec.FrameCount <= 1 && !ImageHeader.IsAnimatedPng(bytes.Span)) return new(codec, header);
        codec.Dispose();
        problem = Problem.Error(file, $"The picture is an animated {Name(header.Type)}.", "Save one still picture as JPEG or PNG.");
        return null;
    }

    /// <summary>Decodes to sRGB as stored, not yet turned; null when the file is cut off or damaged.</summary>
    /// <param name="shortest">How many pixels the shorter side needs; formats that can are decoded at a size not far above.</param>
    public SKBitmap? Decode(int shortest)
    {
        var wanted = (float)shortest / Math.Min(codec.Info.Width, codec.Info.Height);
        var size = wanted < 1 ? codec.GetScaledDimensions(wanted) : codec.Info.Size;
        if (Math.Min(size.Width, size.Height) < shortest) size = codec.Info.Size;
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }

    public Problem Damaged(string file) => Damaged(file, Header);

    public void Dispose() => codec.Dispose();

    /// <summary>The name people know a type by.</summary>
    public static string Name(string type) => type switch
    {
        "image/jpeg" => "JPEG",
        "image/png" => "PNG",
        "image/gif" => "GIF",
        "image/webp" => "WebP",
        _ => "BMP",
    };

    private static Problem Damaged(string file, ImageHeader header) => Problem.Error(
        file, $"The {Name(header.Type)} picture is cut off or damaged.", "Save it again from the program it was made with, and check that the upload was complete.");

    private static Problem? Check(string file, ReadOnlyMemory<byte> bytes, out ImageHeader header)
    {
        header = default;
        if (bytes.Length > MostBytes)
            return Problem.Error(file, $"The picture is larger than {MostBytes >> 20} MB.", "Save it smaller, at most 3000 by 3000 pixels.");
        if (ImageHeader.Read(bytes.Span) is not { } read)
            return Problem.Error(file, $"The file is no picture that can be used: it is {Contents.Of(bytes.Span)}.", "Save the picture as JPEG or PNG.");
        header = read;
        return read is { Width: > 0, Height: > 0 } && read.Height <= MostPixels / read.Width
            ? null
            : Problem.Error(
                file,
                FormattableString.Invariant($"The picture says it is {read.Width} by {read.Height} pixels, which cannot be used."),
                "Save it with at most 3000 by 3000 pixels.");
    }
}
