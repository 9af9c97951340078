namespace Soundoff.Audio.Id3;

/// <summary>The zero bytes that keep 0xFF in a tag from looking like a frame of audio (ID3v2.4 section 6.1).</summary>
internal static class Id3Unsync
{
    /// <summary>The bytes without them.</summary>
    public static byte[] Undo(ReadOnlySpan<byte> bytes)
    {
        var plain = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            plain[length++] = bytes[i];
            if (bytes[i] == 0xFF && i + 1 < bytes.Length && bytes[i + 1] == 0) i++;
        }

        return plain[..length];
    }
}
