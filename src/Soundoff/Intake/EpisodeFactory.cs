using Soundoff.Episodes;
using Soundoff.Shows;

namespace Soundoff.Intake;

/// <summary>Decides everything: an episode is its record with the show's defaults where the record is silent.</summary>
public static class EpisodeFactory
{
    private const int MostTopics = 20;

    /// <summary>The episode that pages and feeds are rendered from.</summary>
    public static Episode Make(EpisodeRecord record, Show show)
    {
        var facts = record.Facts;
        return new()
        {
            Show = record.Show,
            Slug = record.Slug,
            Guid = record.Guid,
            Title = facts.Title ?? record.Key,
            Date = DateOf(facts, record.FirstPublished, show),
            Standfirst = facts.Standfirst,
            BodyHtml = facts.BodyHtml ?? "",
            Language = facts.Language ?? show.Language,
            People = People(facts.People, show.People),
            Topics = [.. (facts.Topics.Count > 0 ? facts.Topics : show.Topics).Select(t => new Topic(t, Slug.From(t))).DistinctBy(t => t.Slug).Take(MostTopics)],
            Explicit = facts.Explicit,
            Season = facts.Season,
            SeasonName = facts.SeasonName,
            Number = facts.Number,
            Kind = facts.Kind,
            Block = facts.Block ?? false,
            Source = facts.Source,
            Links = facts.Links,
            License = facts.License ?? show.License,
            Location = facts.Location,
            Soundbites = facts.Soundbites,
            Aliases = facts.Aliases,
            Audio = record.Audio,
            OtherAudio = record.OtherAudio,
            Duration = facts.Audio?.Duration,
            Artwork = record.Artwork,
            Thumbnail = record.Thumbnail,
            ImageAlt = facts.ImageAlt,
            Chapters = facts.Chapters,
            ChaptersFile = record.Chapters,
            Transcripts = facts.Transcripts,
            TranscriptFiles = record.Transcripts,
            Extras = record.Extras,
            Tags = facts.Tags,
        };
    }

    /// <summary>When the episode is public: as written, else when it was first published; with the offset of the show's time zone.</summary>
    public static DateTimeOffset DateOf(EpisodeFacts facts, DateTimeOffset firstPublished, Show show) =>
        TimeZoneInfo.ConvertTime(facts.Date?.At(show.Zone) ?? firstPublished, show.Zone);

    // An episode that names a host has its own; one that names only guests keeps the regular hosts.
    private static IReadOnlyList<Person> People(IReadOnlyList<Person> named, IReadOnlyList<Person> regulars)
    {
        var roles = named.Select(p => p.Role).ToHashSet(StringComparer.Ordinal);
        return [.. named.Concat(regulars.Where(p => !roles.Contains(p.Role))).OrderBy(p => p.Role switch { "host" => 0, "co-host" => 1, "guest" => 2, _ => 3 })];
    }
}
