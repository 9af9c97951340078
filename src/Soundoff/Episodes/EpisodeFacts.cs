using System.Text.Json.Serialization;
using Soundoff.Audio;
using Soundoff.Chapters;
using Soundoff.Episodes.Podcasting;
using Soundoff.Transcripts;

namespace Soundoff.Episodes;

/// <summary>
/// What one source (front matter, a sidecar, the audio's tags, the article's text) says about an episode. Null or empty means it
/// says nothing. <see cref="Over"/> merges sources; the show's defaults are added when the <see cref="Episode"/> is made.
/// </summary>
public sealed record EpisodeFacts
{
    /// <summary>The title, plain text.</summary>
    public string? Title { get; init; }

    /// <summary>The sentence or two below the title, plain text.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The article or show notes: sanitised HTML (see <see cref="Notes.BodyMarkers"/> for its two markers).</summary>
    public string? BodyHtml { get; init; }

    /// <summary>When it is, or shall be, published: an instant, or a local time that the show's time zone completes.</summary>
    public WrittenDate? Date { get; init; }

    /// <summary>A draft is checked and reported, not published.</summary>
    public bool? Draft { get; init; }

    /// <summary>The GUID of an episode that was published elsewhere before.</summary>
    public string? Guid { get; init; }

    /// <summary>Former slugs, which redirect here.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Everyone named by this source; roles tell hosts from guests.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Topics as written.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>BCP 47 language of the episode where it differs from the show's.</summary>
    public string? Language { get; init; }

    /// <summary>Apple's explicit flag.</summary>
    public bool? Explicit { get; init; }

    /// <summary>Season number, above 0.</summary>
    public int? Season { get; init; }

    /// <summary>The season's name.</summary>
    public string? SeasonName { get; init; }

    /// <summary>Episode number, above 0.</summary>
    public int? Number { get; init; }

    /// <summary><c>full</c>, <c>trailer</c> or <c>bonus</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Kept out of directories (<c>itunes:block</c>).</summary>
    public bool? Block { get; init; }

    /// <summary>What the artwork shows, for those who cannot see it.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>The attribution.</summary>
    public SourceCredit? Source { get; init; }

    /// <summary>Links for the page's list of links, in order.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>The licence: an SPDX identifier or a name.</summary>
    public string? License { get; init; }

    /// <summary>Where it is about.</summary>
    public string? Location { get; init; }

    /// <summary>Moments that stand for the whole.</summary>
    public IReadOnlyList<Soundbite> Soundbites { get; init; } = [];

    /// <summary>Chapters, ascending.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>Transcripts, one per language and format.</summary>
    public IReadOnlyList<Transcript> Transcripts { get; init; } = [];

    /// <summary>A recording that lies elsewhere; counts where none was uploaded.</summary>
    public LinkedAudio? Linked { get; init; }

    /// <summary>What the audio file itself says.</summary>
    public AudioFacts? Audio { get; init; }

    /// <summary>What only few episodes say, in tags of the Podcasting 2.0 namespace; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EpisodeTags? Tags { get; init; }

    /// <summary>These facts where they speak, <paramref name="weaker"/> where they do not. Lists are taken whole, never mixed.</summary>
    public EpisodeFacts Over(EpisodeFacts weaker) => new()
    {
        Title = Title ?? weaker.Title,
        Standfirst = Standfirst ?? weaker.Standfirst,
        BodyHtml = BodyHtml ?? weaker.BodyHtml,
        Date = Date ?? weaker.Date,
        Draft = Draft ?? weaker.Draft,
        Guid = Guid ?? weaker.Guid,
        Aliases = Either(Aliases, weaker.Aliases),
        People = MergePeople(People, weaker.People),
        Topics = Either(Topics, weaker.Topics),
        Language = Language ?? weaker.Language,
        Explicit = Explicit ?? weaker.Explicit,
        Season = Season ?? weaker.Season,
        SeasonName = SeasonName ?? weaker.SeasonName,
        Number = Number ?? weaker.Number,
        Kind = Kind ?? weaker.Kind,
        Block = Block ?? weaker.Block,
        ImageAlt = ImageAlt ?? weaker.ImageAlt,
        Source = Source ?? weaker.Source,
        Links = Either(Links, weaker.Links),
        License = License ?? weaker.License,
        Location = Location ?? weaker.Location,
        Soundbites = Either(Soundbites, weaker.Soundbites),
        Chapters = Either(Chapters, weaker.Chapters),
        Transcripts = Either(Transcripts, weaker.Transcripts),
        Linked = Linked ?? weaker.Linked,
        Audio = Audio ?? weaker.Audio,
        Tags = Tags ?? weaker.Tags,
    };

    private static IReadOnlyList<T> Either<T>(IReadOnlyList<T> strong, IReadOnlyList<T> weak) => strong.Count > 0 ? strong : weak;

    // Hosts from one source and guests from another belong together; two lists of guests do not.
    private static IReadOnlyList<Person> MergePeople(IReadOnlyList<Person> strong, IReadOnlyList<Person> weak)
    {
        var told = strong.Select(p => p.Role).ToHashSet(StringComparer.Ordinal);
        return [.. strong, .. weak.Where(p => !told.Contains(p.Role))];
    }
}

/// <summary>A link of the page's list of links.</summary>
/// <param name="Title">What it leads to.</param>
/// <param name="Address">http or https.</param>
public sealed record Link(string Title, Uri Address);

/// <summary>A stretch of the audio that stands for the whole (<c>podcast:soundbite</c>).</summary>
public sealed record Soundbite(TimeSpan Start, TimeSpan Duration, string? Title);
