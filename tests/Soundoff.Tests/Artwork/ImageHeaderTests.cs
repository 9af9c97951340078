using SkiaSharp;
using Soundoff.Artwork;

namespace Soundoff.Tests.Artwork;

public class ImageHeaderTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public void Type_and_size_are_read_without_decoding(SKEncodedImageFormat format, string type) =>
        Assert.Equal(new ImageHeader(type, 123, 45), ImageHeader.Read(Pictures.Flag(123, 45).Encoded(format)));

    [Theory]
    [InlineData("still.gif", "image/gif")]
    [InlineData("lossless.webp", "image/webp")]
    [InlineData("plain.bmp", "image/bmp")]
    public void Files_of_other_programs_are_read(string file, string type) =>
        Assert.Equal(new ImageHeader(type, 32, 24), ImageHeader.Read(Pictures.File(file)));

    [Fact]
    public void The_beginning_of_a_file_is_enough() =>
        Assert.Equal(new ImageHeader("image/png", 1400, 1400), ImageHeader.Read(Pictures.Png(1400, 1400).AsSpan(0, 26)));

    [Fact]
    public void Every_shorter_beginning_is_read_or_refused()
    {
        foreach (var bytes in new[] { Pictures.Jpeg(20, 20), Pictures.Png(20, 20), Pictures.File("lossless.webp"), Pictures.File("plain.bmp") })
            for (var length = 0; length < 100; length++) ImageHeader.Read(bytes.AsSpan(0, Math.Min(length, bytes.Length)));
    }
}
