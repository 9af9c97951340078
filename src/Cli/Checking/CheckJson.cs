using System.Globalization;
using Soundoff.Audio;
using Soundoff.Episodes;

namespace Soundoff.Cli.Checking;

/// <summary>The output of <c>soundoff check --json</c>: one object per episode, each on a line of its own.</summary>
internal static class CheckJson
{
    /// <summary>One line, without its end.</summary>
    public static string Line(CheckedEpisode @checked)
    {
        var episode = @checked.Episode;
        return JsonOutput.Line(new
        {
            episode.Slug,
            episode.Title,
            episode.Standfirst,
            Body = episode.BodyHtml,
            Date = @checked.Date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            Hosts = episode.Hosts.Select(Person),
            Guests = episode.Guests.Select(Person),
            Source = episode.Source is { } source ? new { source.Name, Link = source.Link?.AbsoluteUri } : null,
            Topics = episode.Topics.Select(topic => topic.Name),
            Audio = @checked.Audio is { } audio ? Audio(audio) : null,
            Chapters = episode.Chapters.Select(chapter => new
            {
                Start = chapter.Start.TotalSeconds,
                chapter.Title,
                End = chapter.End?.TotalSeconds,
                Link = chapter.Link?.AbsoluteUri,
                Image = chapter.Image?.AbsoluteUri,
            }),
            Transcripts = episode.Transcripts.Select(transcript => new { Language = transcript.Language ?? episode.Language, transcript.Type, Cues = transcript.Cues.Count }),
            @checked.Problems,
        });
    }

    private static object Person(Person person) => new { person.Name, person.Description };

    private static object Audio(AudioFacts audio) => new
    {
        audio.Format,
        DurationSeconds = audio.Duration?.TotalSeconds,
        audio.BitRate,
        audio.Estimated,
        audio.Title,
        audio.Artist,
        audio.Album,
        Picture = audio.Picture is { } picture ? new { picture.Type, Size = picture.Bytes.Length, picture.Width, picture.Height } : null,
    };
}
