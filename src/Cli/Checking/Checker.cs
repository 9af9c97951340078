using Soundoff.Artwork;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Intake;
using Soundoff.Problems;
using Soundoff.Publishing;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Uploads;

namespace Soundoff.Cli.Checking;

/// <summary>Reads files as an upload would be read, without any storage.</summary>
public static class Checker
{
    // Only to make identities from: nothing is fetched, and nothing printed has it.
    private static readonly SiteUrls Site = new(new Uri("https://site.invalid/"));

    // A byte more is enough for the cover's own check to refuse it.
    private const int LargestPicture = 16 << 20;

    /// <summary>Checks the files of one show.</summary>
    public static async Task<CheckedShow> CheckAsync(CheckedFiles files, DateTimeOffset now, CancellationToken cancellation)
    {
        var name = files.Folder.Show;
        var uploads = new FolderUploads(files.Files);
        var own = await uploads.ListAsync(name, cancellation);
        var settings = await ShowReader.ReadAsync(uploads, own, name, cancellation);
        var show = (settings.Value ?? ShowDefaults.For(name)) with { Guid = PodcastGuid.For(Site.Feed(name)) };

        var episodes = new List<CheckedEpisode>();
        foreach (var key in uploads.Keys(name))
        {
            var episode = await EpisodeAsync(uploads, new(name, key), show, now, cancellation);
            var rival = episodes.Find(other => other.Episode.Slug == episode.Episode.Slug);
            var problems = new List<Problem>(settings.Problems);
            if (rival is not null)
                problems.Add(Problem.Error(key, $"Its address /{name}/{rival.Episode.Slug}/ belongs to \"{rival.Key}\" already.", $"Rename \"{key}\", or remove \"{rival.Key}\"."));
            episodes.Add(episode with { Problems = [.. problems, .. episode.Problems] });
        }

        var (directories, answers) = files.Whole ? await DirectoriesAsync(uploads, own, show, cancellation) : ([], []);
        return new(name, show.Title, [.. settings.Problems, .. directories], episodes) { Directories = answers };
    }

    private static async Task<CheckedEpisode> EpisodeAsync(FolderUploads uploads, EpisodeId id, Show show, DateTimeOffset now, CancellationToken cancellation)
    {
        var files = await uploads.ListAsync(id, cancellation);
        var reading = await new EpisodeReader(uploads).ReadAsync(id, files, cancellation);
        var slug = Addresses.SlugOf(id.Key);
        var record = new EpisodeRecord
        {
            Show = id.Show,
            Slug = slug,
            Key = id.Key,
            Guid = reading.Facts.Guid ?? EpisodeGuid.For(show.Guid, slug),
            FirstPublished = now,
            Facts = reading.Facts,
            Audio = reading.Audio is { } audio
                ? new() { Path = SitePaths.Media(id.Show, slug, "", audio.Path.Extension), Type = MediaTypes.Bare(MediaTypes.Of(audio.Path.Extension)), Length = audio.Length }
                : reading.Linked,
        };
        var episode = EpisodeFactory.Make(record, show);
        // What stops the reading stops before the feeds are asked.
        var feeds = reading.CanPublish ? reading.Placed(FeedChecks.Of(episode, show, reading.NotesName)) : [];
        DateTimeOffset? date = reading.Facts.Date is null ? null : EpisodeFactory.DateOf(reading.Facts, now, show);
        return new(id.Key, episode, date, reading.Facts.Draft ?? false, reading.Facts.Audio, [.. reading.Problems, .. feeds]);
    }

    private static async Task<(IReadOnlyList<Problem> Problems, IReadOnlyList<DirectoryAnswer> Answers)> DirectoriesAsync(FolderUploads uploads, IReadOnlyList<UploadedFile> own, Show show, CancellationToken cancellation)
    {
        var settings = ShowFiles.SettingsOf(own) is not null;
        if (ShowFiles.CoverOf(own) is not { } cover) return (ShowChecks.Directories(show, settings), Directories.Of(show, settings));
        var bytes = await uploads.Open(cover).ReadAsync(0, (int)Math.Min(cover.Length, LargestPicture + 1), cancellation);
        var prepared = CoverArt.Prepare(cover.Name, bytes, cancellation);
        var file = prepared.Value is { } image ? new PublicFile { Path = cover.Name, Type = image.Type, Length = image.Bytes.Length } : null;
        return ([.. prepared.Problems, .. ShowChecks.Directories(show with { Cover = file }, settings)], Directories.Of(show with { Cover = file }, settings));
    }
}
