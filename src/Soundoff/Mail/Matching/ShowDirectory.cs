using Soundoff.Site;

namespace Soundoff.Mail.Matching;

/// <summary>
/// What is known of the shows a letter may be for: a bounded number of each show's newest episodes. Older ones that a letter names are asked for with
/// <see cref="EpisodeMentions"/> and added with <see cref="With"/> before the letter is matched.
/// </summary>
/// <param name="Shows">Every show that receives mail here.</param>
public sealed record ShowDirectory(IReadOnlyList<ShowEntry> Shows)
{
    /// <summary>The directory with an episode added; as it is when its show is not in it or has the episode already.</summary>
    public ShowDirectory With(string show, EpisodeEntry episode) => new(
        [.. Shows.Select(s => s.Show == show && s.Find(episode.Slug) is null ? s with { Episodes = [.. s.Episodes, episode] } : s)]);
}

/// <summary>A show as letters find it.</summary>
public sealed record ShowEntry
{
    /// <summary>The show's name, its part of every address.</summary>
    public required string Show { get; init; }

    /// <summary>Where listeners write to it.</summary>
    public required ContactAddress Contact { get; init; }

    /// <summary>Where its pages are; null when links cannot be told.</summary>
    public SiteUrls? Urls { get; init; }

    /// <summary>SpamAssassin's score above which its mail is spam.</summary>
    public double SpamThreshold { get; init; } = 5;

    /// <summary>Newest first as far as they are the newest; at most some hundreds.</summary>
    public IReadOnlyList<EpisodeEntry> Episodes { get; init; } = [];

    /// <summary>The episode of a slug or of a slug it once had; null when it is not among those known.</summary>
    public EpisodeEntry? Find(string slug) =>
        Episodes.FirstOrDefault(e => e.Slug == slug) ?? Episodes.FirstOrDefault(e => e.Aliases.Contains(slug, StringComparer.Ordinal));
}

/// <summary>An episode as letters find it.</summary>
public sealed record EpisodeEntry
{
    /// <summary>Its part of addresses, as <see cref="Soundoff.Episodes.Slug"/> makes it.</summary>
    public required string Slug { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title
    {
        get;
        init => (field, Named) = (value, new EpisodeTitle(value));
    }

    /// <summary>The title as it is looked for, made once for all letters.</summary>
    internal EpisodeTitle Named { get; private init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset Date { get; init; }

    public int? Season { get; init; }
    public int? Number { get; init; }

    /// <summary>Slugs it had before.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
