namespace Soundoff.Artwork;

/// <summary>Small pictures for pages, so that nobody loads 3000 pixels to see 300.</summary>
public static class Thumbnail
{
    /// <summary>
    /// A JPEG (quality 80) that fits a square of this size; never enlarged, upright, on white. The same input gives the same bytes. Null for bytes that
    /// <see cref="CoverArt.Prepare"/> would refuse.
    /// </summary>
    /// <param name="bytes">A whole picture.</param>
    /// <param name="size">Pixels of the longer side, above 0.</param>
    public static PreparedImage? Of(ReadOnlyMemory<byte> bytes, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        using var picture = Picture.Open("", bytes, out _);
        if (picture is null) return null;
        var scale = Math.Min(1d, (double)size / Math.Max(picture.Width, picture.Height));
        var width = Math.Max(1, (int)Math.Round(picture.Width * scale));
        var height = Math.Max(1, (int)Math.Round(picture.Height * scale));
        using var pixels = picture.Decode(Math.Min(width, height));
        if (pixels is null) return null;
        using var drawn = Canvas.Fitted(pixels, picture, width, height);
        return new("image/jpeg", ".jpg", Canvas.Encode(drawn, "image/jpeg", 80), width, height, true);
    }
}
