using MimeKit;
using MimeKit.IO;

namespace Soundoff.Mail.Reading;

/// <summary>A part as it came, without its header.</summary>
internal static class EntityContent
{
    public static ReadOnlyMemory<byte> Bytes(this MimeEntity entity)
    {
        // Measured first: a stream that grows holds what it was given several times.
        using var length = new MeasuringStream();
        entity.WriteTo(length, contentOnly: true);
        var bytes = new byte[length.Length];
        using var stream = new MemoryStream(bytes);
        entity.WriteTo(stream, contentOnly: true);
        return bytes;
    }
}
