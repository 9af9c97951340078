using System.Globalization;
using Soundoff.Cli.Import.Reading;
using Soundoff.Episodes;

namespace Soundoff.Cli.Import.Writing;

/// <summary>What an episode is called, and by what it is known.</summary>
/// <param name="Id">What tells it from all others of its feed.</param>
/// <param name="Key">The name of its files.</param>
/// <param name="Guid">Its GUID as apps know it; null to be given one.</param>
/// <param name="Alias">The part of its old address that its name could not be; null when it is the same.</param>
internal sealed record EpisodeName(string Id, string Key, string? Guid, string? Alias);

/// <summary>A recording that stays where it is.</summary>
/// <param name="Address">Where.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Type">Media type.</param>
/// <param name="Duration">How long it plays; null when that is unknown.</param>
internal sealed record KeptMedia(Uri Address, long Length, string Type, TimeSpan? Duration);

/// <summary>Writes an episode's notes: front matter as a person would write it, then the text.</summary>
internal static class EpisodeNotes
{
    public static string Write(FoundItem item, EpisodeName name, DateTimeOffset? date, KeptMedia? kept, string? showLanguage)
    {
        var yaml = new YamlText()
            .Field("title", item.Title is { } title ? Texts.SafeText.Line(title) : name.Key)
            .Field("standfirst", item.Standfirst)
            .Bare("date", date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))
            .Field("guid", name.Guid)
            .List("aliases", name.Alias is { } alias ? [alias] : [])
            .Bare("season", Number(item.Season))
            .Field("seasonName", item.SeasonName)
            .Bare("episode", Number(item.Number))
            .Field("type", item.Kind)
            .Flag("explicit", item.Explicit)
            .Flag("block", item.Block ? true : null)
            .Field("language", Fields.LanguageTags.Read(item.Language ?? "") is { } language && language != showLanguage ? language : null)
            .Groups("people", item.People.Select(PersonFields))
            .List("topics", item.Topics)
            .Found(item.Fields)
            .Field("license", item.License)
            .Groups("soundbites", item.Soundbites.Select(bite => new (string, string?)[] { ("start", Clock(bite.Start)), ("duration", Clock(bite.Duration)), ("title", bite.Title) }))
            .Groups("chapters", item.ChaptersFile is not null ? [] : item.Chapters.Select(chapter => new (string, string?)[] { ("start", Clock(chapter.Start)), ("title", chapter.Title), ("url", chapter.Link?.AbsoluteUri), ("image", chapter.Image?.AbsoluteUri) }));
        if (kept is not null)
            yaml.Group("audio", ("url", kept.Address.AbsoluteUri), ("length", kept.Length.ToString(CultureInfo.InvariantCulture)), ("type", kept.Type), ("duration", kept.Duration is { } length ? Clock(length) : null));
        return $"---\n{yaml}---\n{ItemNotes.Of(item.Notes, item.Link)}\n";
    }

    /// <summary>A person's fields.</summary>
    public static IEnumerable<(string Name, string? Value)> PersonFields(Person person) =>
        [("name", person.Name), ("role", person.Role), ("description", person.Description), ("link", person.Link?.AbsoluteUri), ("image", person.Image?.AbsoluteUri)];

    /// <summary>Hours, minutes and seconds.</summary>
    public static string Clock(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{(time.Milliseconds > 0 ? $".{time.Milliseconds:000}".TrimEnd('0') : "")}");

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
