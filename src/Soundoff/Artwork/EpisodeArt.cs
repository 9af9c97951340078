using Soundoff.Problems;

namespace Soundoff.Artwork;

/// <summary>An episode's own artwork. Directories hold it to the rule of covers.</summary>
public static class EpisodeArt
{
    /// <inheritdoc cref="CoverArt.Prepare"/>
    public static Reading<PreparedImage> Prepare(string file, ReadOnlyMemory<byte> bytes, CancellationToken? cancellation = null) =>
        CoverArt.Prepare(file, bytes, cancellation);
}
