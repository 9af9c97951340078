using SkiaSharp;
using Soundoff.Problems;

namespace Soundoff.Artwork;

/// <summary>What directories ask of artwork, held against a picture.</summary>
internal static class CoverRule
{
    private const int MostBytes = 2_000_000;
    private const string Best = "Upload a square JPEG or PNG in RGB with 1400 to 3000 pixels a side.";

    /// <summary>A warning for each thing that breaks the rule.</summary>
    /// <param name="file">The file as the publisher named it.</param>
    /// <param name="picture">The picture in it.</param>
    /// <param name="redraw">Whether mending needs a new picture; a wrong ending alone does not.</param>
    public static IReadOnlyList<Problem> Check(string file, Picture picture, out bool redraw)
    {
        var (type, _, _, colours) = picture.Header;
        var (width, height) = (picture.Width, picture.Height);
        var found = new List<string>();
        if (type is not ("image/jpeg" or "image/png")) found.Add($"The picture is a {Picture.Name(type)}; it was converted.");
        if (colours == Colours.Cmyk) found.Add("The picture is in CMYK, the colours of printing; it was converted to RGB.");
        if (colours == Colours.Grey) found.Add("The picture is stored in greyscale; it was converted to RGB.");
        if (picture.HasAlpha) found.Add("The picture has transparency (an alpha channel or transparent colours), which directories refuse; it was put on white.");
        if (picture.Origin != SKEncodedOrigin.TopLeft) found.Add("The picture is stored turned or mirrored; it was set upright.");
        if (width != height) found.Add(FormattableString.Invariant($"The picture is not square, but {width} by {height} pixels; it was padded."));
        var longest = Math.Max(width, height);
        if (longest < CoverArt.Smallest) found.Add(FormattableString.Invariant($"The picture is only {width} by {height} pixels; it was enlarged to 1400."));
        if (longest > CoverArt.Largest) found.Add(FormattableString.Invariant($"The picture has {width} by {height} pixels; it was reduced to 3000."));
        redraw = found.Count > 0;

        var warnings = found.Select(f => Problem.Warning(file, f, Best)).ToList();
        if (type is "image/jpeg" or "image/png" && !Fits(Path.GetExtension(file), type))
        {
            warnings.Insert(0, Problem.Warning(
                file,
                $"The file is a {Picture.Name(type)}, though its name says otherwise; it is published under its true type.",
                "Correct the ending of its name."));
        }

        return warnings;
    }

    /// <summary>A warning for a picture that is heavy to load, as it is published.</summary>
    public static Problem? Weight(string file, PreparedImage image) => image.Bytes.Length <= MostBytes ? null : Problem.Warning(
        file,
        FormattableString.Invariant($"The picture takes {image.Bytes.Length / 1e6:0.0} MB, and every page and app that shows it loads all of it."),
        "Save it as JPEG with less than 2 MB; at 1400 by 1400 pixels most need a quarter of that.");

    // A name without an ending (a picture inside an audio file) claims nothing.
    private static bool Fits(string extension, string type) => extension.ToLowerInvariant() switch
    {
        "" => true,
        ".jpg" or ".jpeg" or ".jpe" => type == "image/jpeg",
        ".png" => type == "image/png",
        _ => false,
    };
}
