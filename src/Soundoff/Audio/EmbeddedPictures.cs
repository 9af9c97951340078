using Soundoff.Artwork;

namespace Soundoff.Audio;

/// <summary>Makes pictures of bytes: what they are is told by themselves.</summary>
internal static class EmbeddedPictures
{
    /// <summary>Bytes of a picture at most.</summary>
    public const int Largest = 16 * 1024 * 1024;

    /// <summary>The picture; null for bytes that are none.</summary>
    public static EmbeddedPicture? Of(ReadOnlyMemory<byte> bytes) =>
        bytes.Length > 0 && ImageHeader.Read(bytes.Span) is { } header ? new(header.Type, bytes, (int)Math.Min(header.Width, int.MaxValue), (int)Math.Min(header.Height, int.MaxValue)) : null;

    /// <summary>The picture at a place of the file, read within the budget when it is small and by a range of its own when it is not.</summary>
    public static async Task<EmbeddedPicture?> AtAsync(AudioWindow window, long offset, long count, CancellationToken cancellation)
    {
        if (count is <= 0 or > Largest || offset + count > window.Length) return null;
        var bytes = count <= window.Left / 4
            ? await window.ReadAsync(offset, (int)count, cancellation)
            : await window.FetchPictureAsync(offset, (int)count, cancellation);
        return bytes.Length == count ? Of(bytes) : null;
    }
}
