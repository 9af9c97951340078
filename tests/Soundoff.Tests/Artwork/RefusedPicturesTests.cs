using System.Buffers.Binary;
using SkiaSharp;
using Soundoff.Artwork;
using Soundoff.Problems;

namespace Soundoff.Tests.Artwork;

public class RefusedPicturesTests
{
    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("Nothing but words.", "it is text")]
    [InlineData("%PDF-1.7\n", "it is a PDF")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "it is an SVG drawing")]
    [InlineData("<!doctype html><title>404</title>", "it is a web page")]
    [InlineData("ID3\u0004\0\0\0\0\0\0", "it is an MP3 recording")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "it is a HEIC picture")]
    [InlineData("\0\u0001\u0002\u0003", "it is data of an unknown kind")]
    public void What_is_no_picture_is_named(string content, string named) =>
        Assert.Contains(named, Refused(System.Text.Encoding.Latin1.GetBytes(content)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void A_PNG_that_is_cut_off_is_refused(double part)
    {
        var whole = Pictures.Png(1400, 1400);
        Assert.Contains("cut off or damaged", Refused(whole[..(int)(whole.Length * part)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_JPEG_that_is_cut_off_is_refused(double part)
    {
        var whole = Pictures.Jpeg(1400, 1400);
        Assert.Contains("cut off or damaged", Refused(whole[..(int)(whole.Length * part)]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_JPEG_that_is_only_a_beginning_is_refused() =>
        Assert.Contains("ends before its size is told", Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), StringComparison.Ordinal);

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(8001, 8001)]
    [InlineData(0, 1400)]
    public void A_header_that_claims_too_much_is_refused_without_decoding(uint width, uint height)
    {
        var bytes = Pictures.Png(10, 10);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(20), height);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains($"says it is {width} by {height} pixels", Refused(bytes), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
    }

    [Fact]
    public void A_file_above_sixteen_megabytes_is_refused() =>
        Assert.Contains("larger than 16 MB", Refused(new byte[(16 << 20) + 1]), StringComparison.Ordinal);

    [Fact]
    public void An_animated_GIF_is_refused() => Assert.Contains("is an animated GIF", Refused(Pictures.File("animated.gif")), StringComparison.Ordinal);

    [Fact]
    public void A_still_GIF_is_converted() => Assert.Equal("image/png", CoverArt.Prepare("cover.png", Pictures.File("still.gif")).Value!.Type);

    [Fact]
    public void Damaged_pictures_never_throw()
    {
        var random = new Random(7);
        byte[][] whole =
        [
            Pictures.Jpeg(64, 48), Pictures.Png(64, 48), Pictures.Flag(64, 48).Encoded(SKEncodedImageFormat.Webp), Pictures.File("still.gif"),
            Pictures.Turned(Pictures.Jpeg(48, 64), 6),
        ];
        for (var i = 0; i < 400; i++)
        {
            var bytes = (byte[])whole[i % whole.Length].Clone();
            for (var damage = random.Next(1, 6); damage > 0; damage--) bytes[random.Next(Math.Min(bytes.Length, i % 2 == 0 ? 64 : int.MaxValue))] = (byte)random.Next(256);
            if (i % 3 == 0) bytes = bytes[..random.Next(bytes.Length)];
            ImageHeader.Read(bytes);
            if (ImageHeader.Read(bytes) is { } header && header.Width * header.Height > 4_000_000) continue; // sane, but slow in numbers
            Assert.NotNull(Thumbnail.Of(bytes, 32) ?? (object)Refused(bytes));
        }
    }

    private static string Refused(byte[] bytes)
    {
        var reading = CoverArt.Prepare("cover.jpg", bytes);
        Assert.Null(reading.Value);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((Severity.Error, "cover.jpg"), (problem.Severity, problem.File));
        return problem.Message;
    }
}
