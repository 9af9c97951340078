using Soundoff.Artwork;

namespace Soundoff.Audio;

/// <summary>A picture inside an audio file.</summary>
/// <param name="Type">Media type by its first bytes, not by what the tag claims.</param>
/// <param name="Bytes">The picture itself, at most 16 MiB.</param>
/// <param name="Width">In pixels, as the picture's own header says.</param>
/// <param name="Height">In pixels.</param>
public sealed record EmbeddedPicture(string Type, ReadOnlyMemory<byte> Bytes, int? Width, int? Height)
{
    /// <summary>The picture that the bytes are; null when they are none.</summary>
    internal static EmbeddedPicture? Of(ReadOnlyMemory<byte> bytes) => bytes.Length > 0 && ImageHeader.Read(bytes.Span) is { } header
        ? new(header.Type, bytes, (int)Math.Min(header.Width, int.MaxValue), (int)Math.Min(header.Height, int.MaxValue))
        : null;
}
