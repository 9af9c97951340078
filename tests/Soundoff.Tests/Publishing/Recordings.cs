namespace Soundoff.Tests.Publishing;

/// <summary>Small recordings for tests that need any: frames of silence.</summary>
internal static class Recordings
{
    // MPEG 1 layer 3, 32 kbit/s, 44.1 kHz, mono: 104 bytes and 26 ms a frame.
    private static readonly byte[] FrameHeader = [0xFF, 0xFB, 0x10, 0xC4];
    private const int FrameLength = 104;

    /// <summary>An MP3 without tags; another number of frames is another recording.</summary>
    public static byte[] Mp3(int frames = 80)
    {
        var bytes = new byte[frames * FrameLength];
        for (var i = 0; i < frames; i++) FrameHeader.CopyTo(bytes, i * FrameLength);
        return bytes;
    }
}
