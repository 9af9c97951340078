using Soundoff.Chapters;
using Soundoff.Episodes.Podcasting;
using Soundoff.Transcripts;

namespace Soundoff.Episodes;

/// <summary>An episode with everything decided: what its page and its feed items are rendered from.</summary>
public sealed record Episode
{
    /// <summary>The show's folder.</summary>
    public required string Show { get; init; }

    /// <summary>Its part of every address.</summary>
    public required string Slug { get; init; }

    /// <summary>Never changes, not even when the episode is removed and returns.</summary>
    public required string Guid { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>When it is published, with the offset of the show's time zone.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Plain text; null when there is none.</summary>
    public string? Standfirst { get; init; }

    /// <summary>Sanitised HTML with <see cref="Notes.BodyMarkers"/>; empty when there is none.</summary>
    public string BodyHtml { get; init; } = "";

    /// <summary>BCP 47, lower case.</summary>
    public required string Language { get; init; }

    /// <summary>Hosts first, then guests, then everyone else.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>At most 20.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>Apple's explicit flag where the episode gives its own.</summary>
    public bool? Explicit { get; init; }

    /// <summary>Season number.</summary>
    public int? Season { get; init; }

    /// <summary>The season's name.</summary>
    public string? SeasonName { get; init; }

    /// <summary>Episode number.</summary>
    public int? Number { get; init; }

    /// <summary><c>full</c>, <c>trailer</c> or <c>bonus</c>; null when the publisher did not say.</summary>
    public string? Kind { get; init; }

    /// <summary>Kept out of directories.</summary>
    public bool Block { get; init; }

    /// <summary>The attribution.</summary>
    public SourceCredit? Source { get; init; }

    /// <summary>The page's list of links.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>SPDX identifier or name.</summary>
    public string? License { get; init; }

    /// <summary>Where it is about.</summary>
    public string? Location { get; init; }

    /// <summary>Moments that stand for the whole.</summary>
    public IReadOnlyList<Soundbite> Soundbites { get; init; } = [];

    /// <summary>Former slugs, which redirect here.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The enclosure; null for a text-only episode.</summary>
    public PublicFile? Audio { get; init; }

    /// <summary>The same recording in other formats.</summary>
    public IReadOnlyList<PublicFile> OtherAudio { get; init; } = [];

    /// <summary>How long the audio plays; null when there is none or it could not be told.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The episode's own artwork; null when the show's cover stands for it.</summary>
    public PublicFile? Artwork { get; init; }

    /// <summary>That artwork made small, for lists.</summary>
    public PublicFile? Thumbnail { get; init; }

    /// <summary>What the artwork shows.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>Chapters, ascending.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>The chapters as JSON chapters 1.2.</summary>
    public PublicFile? ChaptersFile { get; init; }

    /// <summary>What is said, for the page.</summary>
    public IReadOnlyList<Transcript> Transcripts { get; init; } = [];

    /// <summary>The transcripts as files, for apps: one per format and language.</summary>
    public IReadOnlyList<PublicFile> TranscriptFiles { get; init; } = [];

    /// <summary>Whatever else was uploaded in the episode's folder.</summary>
    public IReadOnlyList<PublicFile> Extras { get; init; } = [];

    /// <summary>What only few episodes say, in tags of the Podcasting 2.0 namespace; null for none.</summary>
    public EpisodeTags? Tags { get; init; }

    /// <summary>Those with role <c>host</c>.</summary>
    public IEnumerable<Person> Hosts => People.Where(p => p.Role == "host");

    /// <summary>Those with role <c>guest</c>.</summary>
    public IEnumerable<Person> Guests => People.Where(p => p.Role == "guest");
}

/// <summary>A topic: its name as first written, and its part of addresses.</summary>
public sealed record Topic(string Name, string Slug);
