namespace Soundoff.Episodes;

/// <summary>Names an episode as its publisher does.</summary>
/// <param name="Show">The show's folder, which is also its part of every address.</param>
/// <param name="Key">The name that all blobs of the episode share, below the show's folder. Any script, spaces and capitals included.</param>
public sealed record EpisodeId(string Show, string Key)
{
    /// <inheritdoc cref="EpisodeKey.Of"/>
    public string Key { get; } = EpisodeKey.Of(Key);

    /// <summary>The episode's part of its addresses.</summary>
    public string Slug => Episodes.Slug.From(Key);
}
