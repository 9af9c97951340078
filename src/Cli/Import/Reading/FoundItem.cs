using Soundoff.Chapters;
using Soundoff.Episodes;

namespace Soundoff.Cli.Import.Reading;

/// <summary>What a feed says of an item.</summary>
internal sealed record FoundItem
{
    /// <summary>As written; null when the item has none.</summary>
    public string? Guid { get; init; }
    public string? Title { get; init; }
    public Uri? Link { get; init; }
    public DateTimeOffset? Date { get; init; }

    /// <summary>The date as written, when it could not be read.</summary>
    public string? WrongDate { get; init; }

    /// <summary>The fullest text, HTML or plain.</summary>
    public string Notes { get; init; } = "";
    public string? Standfirst { get; init; }
    public FoundMedia? Media { get; init; }
    public TimeSpan? Duration { get; init; }
    public int? Season { get; init; }
    public string? SeasonName { get; init; }
    public int? Number { get; init; }
    public string? Kind { get; init; }
    public bool? Explicit { get; init; }
    public bool Block { get; init; }
    public string? Language { get; init; }
    public IReadOnlyList<Person> People { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];
    public Uri? ChaptersFile { get; init; }
    public IReadOnlyList<FoundTranscript> Transcripts { get; init; } = [];
    public IReadOnlyList<Soundbite> Soundbites { get; init; } = [];

    /// <summary>Of Podcasting 2.0, as the notes have it.</summary>
    public IReadOnlyList<FoundField> Fields { get; init; } = [];
    public string? License { get; init; }
    public Uri? Image { get; init; }

    /// <summary>Elements that were not taken over, by name.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];
}

/// <summary>An enclosure.</summary>
/// <param name="Address">Where the recording lies.</param>
/// <param name="Type">As written; may be empty or wrong.</param>
/// <param name="Length">In bytes, as written; null when it is no number.</param>
internal sealed record FoundMedia(Uri Address, string Type, long? Length);

/// <summary>A transcript that lies elsewhere.</summary>
/// <param name="Address">Where.</param>
/// <param name="Type">As written.</param>
/// <param name="Language">As written; null when it says none.</param>
internal sealed record FoundTranscript(Uri Address, string Type, string? Language);

/// <summary>A feed's document: what it says of the show, and its items, read one after the other.</summary>
/// <param name="Show">Of the show.</param>
/// <param name="Items">In the document's order; each is read when it is asked for.</param>
/// <param name="Mended">What was wrong with the document as a whole, as sentences.</param>
internal sealed record FoundFeed(FoundShow Show, IEnumerable<FoundItem> Items, IReadOnlyList<string> Mended);
