namespace Soundoff.Mail.Reading;

/// <summary>Reads the beginning of a stream.</summary>
internal static class StreamReading
{
    /// <summary>At most so many bytes from where the stream begins.</summary>
    public static ReadOnlySpan<byte> First(this Stream stream, int most)
    {
        stream.Position = 0;
        var bytes = new byte[(int)Math.Min(most, stream.Length)];
        return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
