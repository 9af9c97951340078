using Soundoff.Site;

namespace Soundoff.Lists;

/// <summary>What lists show of an episode: a listing row without its feed items.</summary>
public sealed record ListedEpisode
{
    public required string Slug { get; init; }
    public required string Title { get; init; }

    /// <summary>BCP 47; null in rows of engines that did not keep it.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published, with the offset of the show's time zone.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Plain text, shortened to 300 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>How long the audio plays.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Site path of the audio; null for a text-only episode.</summary>
    public string? AudioPath { get; init; }

    /// <summary>Site path of the episode's own artwork.</summary>
    public string? ArtworkPath { get; init; }

    /// <summary>Site path of that artwork made small.</summary>
    public string? ThumbnailPath { get; init; }

    /// <summary>Its guests and topics, as far as lists show them.</summary>
    public IReadOnlyList<ListedName> Guests { get; init; } = [];
    public IReadOnlyList<ListedName> Topics { get; init; } = [];

    /// <summary>The tag of what search finds it by; null in rows of engines that had no search.</summary>
    public string? TextTag { get; init; }

    public int? Season { get; init; }
    public int? Number { get; init; }

    /// <summary>The month whose page and archive hold it.</summary>
    public Month Month => Month.Of(Date);
}
