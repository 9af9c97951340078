using Soundoff.Chapters;
using Soundoff.Episodes;

namespace Soundoff.Cli.Import.Reading;

/// <summary>What an item says more than once, collected while it is read.</summary>
internal sealed class ItemLists
{
    private FoundMedia? _media;

    public List<Person> People { get; } = [];
    public List<string> Topics { get; } = [];
    public List<Chapter> Chapters { get; } = [];
    public List<FoundTranscript> Transcripts { get; } = [];
    public List<FoundField> Fields { get; } = [];
    public List<Soundbite> Soundbites { get; } = [];
    public SortedSet<string> Left { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a recording; false when the item has one already, or this is none.</summary>
    public bool Add(FoundMedia? media)
    {
        if (media is null || media.Type.StartsWith("image/", StringComparison.Ordinal) || media.Type.StartsWith("text/", StringComparison.Ordinal)) return false;
        // The same once more, as media:content says it beside the enclosure.
        if (_media?.Address == media.Address) return true;
        if (_media is not null && (IsSound(_media) || !IsSound(media))) return false;
        _media = media;
        return true;
    }

    /// <summary>The item with all of it.</summary>
    public FoundItem In(FoundItem item) => item with
    {
        Media = _media,
        People = [.. People.DistinctBy(person => (person.Name, person.Role))],
        Topics = [.. Topics.Distinct(StringComparer.OrdinalIgnoreCase).Take(20)],
        Chapters = [.. Chapters.OrderBy(chapter => chapter.Start)],
        Transcripts = [.. Transcripts.DistinctBy(transcript => transcript.Address)],
        Soundbites = Soundbites,
        Fields = Fields,
        Left = [.. Left],
    };

    private static bool IsSound(FoundMedia media) => media.Type.StartsWith("audio/", StringComparison.Ordinal);
}
