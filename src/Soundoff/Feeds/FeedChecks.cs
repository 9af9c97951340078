using System.Text;
using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Limits;
using Soundoff.Problems;
using Soundoff.Shows;
using Soundoff.Texts;

namespace Soundoff.Feeds;

/// <summary>What feeds, and the directories that read them, would find wrong with an episode.</summary>
public static partial class FeedChecks
{
    /// <summary>The problems of an episode of a show, in the order of an item's elements; <paramref name="file"/> is where to mend them.</summary>
    public static IReadOnlyList<Problem> Of(Episode episode, Show show, string file) =>
        [.. Title(episode, file), .. Identity(episode, file), .. Enclosure(episode, show, file), .. Numbers(episode, show, file), .. People(episode, file)];

    private static IEnumerable<Problem> Title(Episode episode, string file)
    {
        if (string.IsNullOrWhiteSpace(SafeText.Clean(episode.Title)))
            yield return Problem.Error(file, "The episode has no title, which every feed must give (RSS 2.0).", "Give it a title.", "title");
        if (episode.Title.Length > SafeText.Limit)
            yield return Problem.Warning(file, $"The title has more than {SafeText.Limit} characters and is cut in feeds.", "Shorten the title.", "title");
        if (NumberInTitle().Match(episode.Title) is { Success: true } number)
            yield return Problem.Warning(file, $"The title holds the number “{number.Value.Trim()}”, which apps show twice.",
                "Give the numbers as `season` and `episode` and take them out of the title.", "title");
    }

    private static IEnumerable<Problem> Identity(Episode episode, string file)
    {
        if (string.IsNullOrWhiteSpace(SafeText.Clean(episode.Guid)))
            yield return Problem.Error(file, "The GUID is empty.", "Give the GUID the episode had before, or none.", "guid");
        else if (episode.Guid.Trim().Length > SafeText.Limit)
            yield return Problem.Error(file, $"The GUID has more than {SafeText.Limit} characters and cannot be cut.", "Give the GUID the episode had before, or none.", "guid");
    }

    private static IEnumerable<Problem> Enclosure(Episode episode, Show show, string file)
    {
        if (episode.Audio is not { } audio)
        {
            if (!show.Feed.TextEpisodes)
                yield return Problem.Warning(file, "Without audio the episode is on the site, in Atom and in JSON Feed, but not in the RSS feed.",
                    "Upload its audio, or set `feed: { textEpisodes: true }` in show.yaml.");
            yield break;
        }
        if (audio.Length <= 0)
            yield return Problem.Error(file, "The audio is empty, so its enclosure would have no length (RSS 2.0).", "Upload the audio again.");
        if (!audio.Type.StartsWith("audio/", StringComparison.Ordinal) && !audio.Type.StartsWith("video/", StringComparison.Ordinal))
            yield return Problem.Error(file, $"The enclosure has the type {audio.Type}, which no app plays.", "Upload the audio as .mp3 or .m4a.");
        else if (audio.Type is not ("audio/mpeg" or "audio/x-m4a" or "audio/mp4" or "audio/aac"))
            yield return Problem.Warning(file, $"Apple Podcasts does not play {audio.Type}.", "Upload the audio as .mp3 or .m4a.");
        if (episode.Duration is null)
            yield return Problem.Warning(file, "How long the audio plays could not be told, so apps will not show it.", "Save the audio again with a complete header.");
    }

    private static IEnumerable<Problem> Numbers(Episode episode, Show show, string file)
    {
        if (episode.Season is <= 0)
            yield return Problem.Error(file, "The season is not above 0 (Apple).", "Give a season from 1, or none.", "season");
        if (episode.Number is <= 0)
            yield return Problem.Error(file, "The episode number is not above 0 (Apple).", "Give a number from 1, or none.", "episode");
        if (show.Kind == "serial" && episode.Number is null && (episode.Kind is null or "full"))
            yield return Problem.Warning(file, "A serial show's episodes need a number (Apple).", "Give the number as `episode`.", "episode");
        if (episode.Kind is not (null or "full" or "trailer" or "bonus"))
            yield return Problem.Error(file, $"The kind “{episode.Kind}” is none that Apple knows.", "Use full, trailer or bonus.", "kind");
        if (episode.SeasonName is { Length: > 128 })
            yield return Problem.Warning(file, "The season's name has more than 128 characters and is cut in feeds.", "Shorten it.", "seasonName");
    }

    private static IEnumerable<Problem> People(Episode episode, string file)
    {
        foreach (var person in episode.People.Where(p => p.Name.Length > 128))
            yield return Problem.Warning(file, $"The name “{SafeText.Line(person.Name, 40)}” has more than 128 characters and is cut in feeds.", "Shorten it.", "people");
    }

    /// <summary>What directories would refuse a show for; nothing here stops it from being published.</summary>
    public static IReadOnlyList<Problem> Of(Show show, string file)
    {
        var problems = new List<Problem>();
        void Missing(bool missing, string field, string directories, string mend)
        {
            if (missing) problems.Add(Problem.Warning(file, $"The show has no {field}; {directories} would refuse it.", mend, field));
        }
        Missing(show.Description.Trim().Length == 0, "description", "Apple Podcasts and Spotify", "Say in `description` what the show is about.");
        Missing(show.Categories.Count == 0, "category", "Apple Podcasts", "Add `categories` from Apple's list.");
        Missing(show.Cover is null, "cover", "Apple Podcasts, Spotify and YouTube Music", "Upload a square cover.jpg of 1400 to 3000 pixels.");
        Missing(show.Explicit is null, "explicit", "Apple Podcasts", "Say `explicit: true` or `explicit: false`; until then the feed says false.");
        if (Encoding.UTF8.GetByteCount(show.Description) > RssChannel.DescriptionLimit)
            problems.Add(Problem.Warning(file, $"The description has more than {RssChannel.DescriptionLimit} bytes and is cut in feeds.", "Shorten it.", "description"));
        return problems;
    }

    [GeneratedRegex(@"\bS\d{1,3}\s?[:.]?\s?E\d{1,4}\b|^\s*(?:Episode|Ep\.?|#)\s?\d{1,4}\s*(?:[:.–—-]|$)", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex NumberInTitle();
}
