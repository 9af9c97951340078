using Soundoff.Problems;

namespace Soundoff.Artwork;

/// <summary>
/// A show's cover by the rule of podcast directories: JPEG or PNG, square, 1400 to 3000 pixels, RGB. A picture that follows it passes untouched; another
/// one is mended, with a warning for each thing that was.
/// </summary>
/// <remarks>
/// A picture that is not square is padded: with the colour of the edges that get the padding where these are of one colour, else with white. Smaller ones are
/// enlarged to 1400 pixels and no further, larger ones reduced to 3000. Mended pictures are upright and opaque (white behind transparency) in sRGB: PNG
/// where a PNG or GIF has at most 256 colours, as drawings do, else JPEG.
/// </remarks>
public static class CoverArt
{
    /// <summary>Pixels a side.</summary>
    public const int Smallest = 1400;

    /// <summary>Pixels a side.</summary>
    public const int Largest = 3000;

    /// <summary>Checks and mends a cover. What is no picture, cut off, animated, above 16 MB or above 64 megapixels is an error.</summary>
    /// <param name="file">The file as the publisher named it; its ending is held against what the bytes are.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancellation">Looked at between decoding, drawing and encoding.</param>
    public static Reading<PreparedImage> Prepare(string file, ReadOnlyMemory<byte> bytes, CancellationToken? cancellation = null)
    {
        using var picture = Picture.Open(file, bytes, out var problem);
        if (picture is null) return problem!;
        cancellation?.ThrowIfCancellationRequested();
        var side = Math.Clamp(Math.Max(picture.Width, picture.Height), Smallest, Largest);
        // Decoded even when nothing has to be mended: only that shows that the file is whole.
        using var pixels = picture.Decode(Math.Min(side, Math.Min(picture.Width, picture.Height)));
        if (pixels is null) return picture.Damaged(file);
        cancellation?.ThrowIfCancellationRequested();

        var warnings = CoverRule.Check(file, picture, out var redraw);
        if (!redraw) return Weighed(file, new(picture.Header.Type, ExtensionOf(picture.Header.Type), bytes, picture.Width, picture.Height, false), warnings);
        using var drawn = Canvas.Square(pixels, picture, side);
        cancellation?.ThrowIfCancellationRequested();
        var type = picture.Header.Type is "image/png" or "image/gif" && Canvas.HasFewColours(pixels) ? "image/png" : "image/jpeg";
        return Weighed(file, new(type, ExtensionOf(type), Canvas.Encode(drawn, type, 90), side, side, true), warnings);
    }

    private static Reading<PreparedImage> Weighed(string file, PreparedImage image, IReadOnlyList<Problem> warnings) =>
        new(image, CoverRule.Weight(file, image) is { } heavy ? [.. warnings, heavy] : warnings);

    private static string ExtensionOf(string type) => type == "image/png" ? ".png" : ".jpg";
}
