namespace Soundoff.Artwork;

/// <summary>A picture that follows the rule it was prepared for.</summary>
/// <param name="Type">Media type of <paramref name="Bytes"/>: <c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="Extension">The file ending of that type: <c>.jpg</c> or <c>.png</c>.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Changed">False when the bytes are the ones that were given, so that the original can be copied instead.</param>
public sealed record PreparedImage(string Type, string Extension, ReadOnlyMemory<byte> Bytes, int Width, int Height, bool Changed);
