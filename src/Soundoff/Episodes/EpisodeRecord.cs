namespace Soundoff.Episodes;

/// <summary>What is kept of a published episode: its facts without the show's defaults, its public files, and what was decided once.</summary>
public sealed record EpisodeRecord
{
    /// <summary>The show's folder.</summary>
    public required string Show { get; init; }

    /// <summary>Its part of addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The key of its uploads.</summary>
    public required string Key { get; init; }

    /// <summary>Decided once.</summary>
    public required string Guid { get; init; }

    /// <summary>Its date where the publisher gives none.</summary>
    public required DateTimeOffset FirstPublished { get; init; }

    /// <summary>As read.</summary>
    public required EpisodeFacts Facts { get; init; }

    /// <summary>The enclosure.</summary>
    public PublicFile? Audio { get; init; }

    /// <summary>The same recording in other formats.</summary>
    public IReadOnlyList<PublicFile> OtherAudio { get; init; } = [];

    /// <summary>The episode's own artwork.</summary>
    public PublicFile? Artwork { get; init; }

    /// <summary>That artwork made small, for lists.</summary>
    public PublicFile? Thumbnail { get; init; }

    /// <summary>JSON chapters 1.2.</summary>
    public PublicFile? Chapters { get; init; }

    /// <summary>One per format and language.</summary>
    public IReadOnlyList<PublicFile> Transcripts { get; init; } = [];

    /// <summary>What lies beside the page.</summary>
    public IReadOnlyList<PublicFile> Extras { get; init; } = [];

    /// <summary>Site paths of all its public files; of those alone that lie in the site.</summary>
    public IEnumerable<string> Files => new[] { Audio, Artwork, Thumbnail, Chapters }.OfType<PublicFile>().Concat(OtherAudio).Concat(Transcripts).Concat(Extras).Where(f => !f.IsElsewhere).Select(f => f.Path);
}
