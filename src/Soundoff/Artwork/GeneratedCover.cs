using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SkiaSharp;

namespace Soundoff.Artwork;

/// <summary>A plain cover for a show that has none: tiles of arcs, discs and bars, as of waves and meters.</summary>
public static class GeneratedCover
{
    private const int Tiles = 4;
    private const float Side = (float)CoverArt.Smallest / Tiles;

    // A dark ground and three inks; each ink stands out from its ground by at least 3:1 (WCAG 2.2, 1.4.11).
    internal static readonly uint[][] Palettes =
    [
        [0xFF14213D, 0xFFFCA311, 0xFFE5E5E5, 0xFF6C9BD2],
        [0xFF1B3A4B, 0xFFF4A259, 0xFFF2E8CF, 0xFF8CB369],
        [0xFF2D1E2F, 0xFFF15946, 0xFFF9C22E, 0xFF53B3CB],
        [0xFF0B3D2E, 0xFFF2C14E, 0xFFF7F3E3, 0xFF5FAD8B],
        [0xFF3A1A3F, 0xFFFF8C61, 0xFFFFE5D4, 0xFFCE6A85],
        [0xFF12263F, 0xFF4ECDC4, 0xFFF7FFF7, 0xFFFF6B6B],
        [0xFF3B1F1A, 0xFFE9C46A, 0xFFF4EBDD, 0xFFE07A5F],
        [0xFF1F2041, 0xFFFFC857, 0xFFE9E3F5, 0xFF9381C9],
    ];

    // Packing takes a fifth of a second, and a show is often read several times in a row: once for each file of its first uploads, and again after a fault.
    private const int Remembered = 16;
    private static readonly ConcurrentDictionary<(string Show, string Title), PreparedImage> Known = new();

    /// <summary>
    /// A PNG of 1400 by 1400 pixels without any text. Colours come from the show's name, the arrangement from its title; the same two give the
    /// same bytes.
    /// </summary>
    public static PreparedImage For(string showName, string title)
    {
        if (Known.TryGetValue((showName, title), out var known)) return known;
        if (Known.Count >= Remembered) Known.Clear();
        return Known[(showName, title)] = Make(showName, title);
    }

    internal static PreparedImage Make(string showName, string title)
    {
        var palette = Palettes[PaletteOf(showName)];
        var choices = Hash(title);
        var info = new SKImageInfo(CoverArt.Smallest, CoverArt.Smallest, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb());
        using var bitmap = new SKBitmap(info);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(palette[0]);
            for (var tile = 0; tile < Tiles * Tiles; tile++)
            {
                canvas.Save();
                canvas.Translate(tile % Tiles * Side, tile / Tiles * Side);
                canvas.ClipRect(new(0, 0, Side, Side));
                Draw(canvas, choices[tile], choices[tile + Tiles * Tiles], palette);
                canvas.Restore();
            }
        }

        return new("image/png", ".png", Canvas.Encode(bitmap, "image/png", 100), CoverArt.Smallest, CoverArt.Smallest, true);
    }

    /// <summary>Which palette a show's name gives; the show's pages wear the same colours.</summary>
    internal static int PaletteOf(string showName) => Hash(showName)[0] % Palettes.Length;

    private static void Draw(SKCanvas canvas, byte shape, byte colours, uint[] palette)
    {
        using var ink = new SKPaint { IsAntialias = true, Color = palette[1 + colours % 3] };
        canvas.RotateDegrees(shape / 8 % 4 * 90, Side / 2, Side / 2);
        switch (shape % 8)
        {
            case 0 or 1: // waves from a corner
                ink.Style = SKPaintStyle.Stroke;
                ink.StrokeWidth = Side / 6;
                for (var ring = 1; ring <= 3; ring++) canvas.DrawCircle(0, 0, Side * (ring * 2 - 1) / 6 + Side / 12, ink);
                break;
            case 2: // a disc in a disc
                canvas.DrawCircle(Side / 2, Side / 2, Side / 2, ink);
                ink.Color = palette[0];
                canvas.DrawCircle(Side / 2, Side / 2, Side / 4, ink);
                break;
            case 3 or 4: // a quarter of a disc
                canvas.DrawCircle(0, 0, Side, ink);
                break;
            case 5: // a meter's bars
                for (var bar = 0; bar < 4; bar++)
                {
                    var height = Side * (2 + (colours >> 2 * bar & 3) * 2) / 8;
                    canvas.DrawRect(Side * (bar * 2 + 0.5f) / 8, Side - height, Side / 8, height, ink);
                }

                break;
            case 6: // half a disc
                canvas.DrawCircle(Side / 2, 0, Side / 2, ink);
                break;
            default: // a full tile with a hole
                canvas.DrawRect(0, 0, Side, Side, ink);
                ink.Color = palette[0];
                canvas.DrawCircle(Side, Side, Side / 2, ink);
                break;
        }
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
