using System.Buffers;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Tells how many bytes base64 decodes to without decoding it, which a long recording would spend most of its reading time on.</summary>
internal static class Base64Size
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"u8);

    // Looked at several times, so it should stay in the processor's nearest cache.
    private const int Block = 16 * 1024;

    /// <summary>Bytes; null when the content is not base64, or is damaged so that only decoding it tells.</summary>
    public static long? Of(IMimeContent content)
    {
        if (content.Encoding != ContentEncoding.Base64 || content.Stream is not { } stream) return null;
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            stream.Position = 0;
            long signs = 0;
            var padding = 0;
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                var block = buffer.AsSpan(0, read);
                if (block.ContainsAnyExcept(Alphabet)) return null;
                var pads = block.Count((byte)'=');

                // Padding that is not at the end: several pieces, one after the other.
                if ((padding > 0 && block.ContainsAnyExcept("\r\n="u8)) || (pads > 0 && block.TrimEnd("\r\n="u8).Contains((byte)'='))) return null;
                padding += pads;
                signs += read - block.Count((byte)'\r') - block.Count((byte)'\n');
            }

            return signs % 4 == 0 && padding <= 2 ? signs / 4 * 3 - padding : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            stream.Position = 0;
        }
    }
}
