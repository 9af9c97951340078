using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Artwork;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Intake;
using Soundoff.Site;
using Soundoff.Storage;
using Soundoff.Transcripts;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>Puts an episode's files where the public can fetch them, before any page or feed names them.</summary>
public sealed class EpisodeMedia(SiteContainer site, IOptions<PublishingOptions> options)
{
    // Lists show it at half that, which is sharp on dense screens.
    private const int ThumbnailSize = 192;

    /// <summary>The record with its public files filled in.</summary>
    /// <param name="record">The record without them.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="language">BCP 47, of an episode that does not say its own.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<EpisodeRecord> PublishAsync(EpisodeRecord record, EpisodeReading reading, string language, CancellationToken cancellation)
    {
        var place = new Place(record.Show, record.Slug);
        var spoken = reading.Facts.Language ?? language;
        return record with
        {
            Audio = reading.Audio is { } audio ? await CopyAsync(audio, place.Media(Tag(audio), audio.Path.Extension), Kept(audio), null, cancellation) : reading.Linked,
            OtherAudio = await OtherAudioAsync(reading, place, cancellation),
            Artwork = await ArtworkAsync(reading, place, cancellation),
            Thumbnail = await ThumbnailAsync(reading, place, cancellation),
            Chapters = reading.Facts.Chapters.Count > 0 ? await PutAsync(place, ChaptersJson.Write(reading.Facts.Chapters), ".chapters.json", "application/json+chapters", null, cancellation) : null,
            Transcripts = await TranscriptsAsync(reading, place, record.Facts.Title ?? record.Key, spoken, cancellation),
            Extras = await ExtrasAsync(reading, place, cancellation),
        };
    }

    private async Task<IReadOnlyList<PublicFile>> OtherAudioAsync(EpisodeReading reading, Place place, CancellationToken cancellation)
    {
        var files = new List<PublicFile>();
        foreach (var (file, bitRate) in reading.OtherRecordings)
            files.Add(await CopyAsync(file, place.Media(Tag(file), file.Path.Extension), Kept(file), null, cancellation) with { BitRate = bitRate });
        return files;
    }

    private async Task<PublicFile?> ArtworkAsync(EpisodeReading reading, Place place, CancellationToken cancellation)
    {
        if (reading.Artwork is not { } art) return null;
        var file = reading.ArtworkFile is { } source && !art.Changed
            ? await CopyAsync(source, place.Media(Tag(source), art.Extension), Kept(source), null, cancellation)
            : await PutAsync(place, art.Bytes, art.Extension, art.Type, null, cancellation);
        return file with { Width = art.Width, Height = art.Height };
    }

    private async Task<PublicFile?> ThumbnailAsync(EpisodeReading reading, Place place, CancellationToken cancellation)
    {
        if (reading.Artwork is not { } art || Thumbnail.Of(art.Bytes, ThumbnailSize) is not { } small) return null;
        return (await PutAsync(place, small.Bytes, small.Extension, small.Type, null, cancellation)) with { Width = small.Width, Height = small.Height };
    }

    private async Task<IReadOnlyList<PublicFile>> TranscriptsAsync(EpisodeReading reading, Place place, string title, string spoken, CancellationToken cancellation)
    {
        var files = new List<PublicFile>();
        foreach (var (file, _, served) in reading.Transcripts)
        {
            var language = file.Path.Language;
            var ending = (language is null ? "" : "." + language) + file.Path.Extension;
            files.Add(served is { } bytes
                ? await PutAsync(place, bytes, ending, MediaTypes.Of(file.Path.Extension), language, cancellation)
                : await CopyAsync(file, place.Media(Tag(file), ending), Kept(file), language, cancellation));
        }

        // Every format that apps may ask for: what was uploaded, and what it says in the others.
        foreach (var (language, transcript) in reading.Facts.Transcripts.GroupBy(t => t.Language).Select(t => (t.Key, t.FirstOrDefault(Vtt.CanWrite) ?? t.First())))
        {
            var there = reading.Transcripts.Where(t => t.File.Path.Language == language).Select(t => t.File.Path.Extension).ToHashSet(StringComparer.Ordinal);
            foreach (var written in WrittenTranscript.InAllFormats(transcript, title, language ?? spoken).Where(w => !there.Contains(w.Extension)))
                files.Add(await PutAsync(place, written.Bytes, (language is null ? "" : "." + language) + written.Extension, MediaTypes.Of(written.Extension), language, cancellation));
        }

        return files;
    }

    private async Task<IReadOnlyList<PublicFile>> ExtrasAsync(EpisodeReading reading, Place place, CancellationToken cancellation)
    {
        var files = new List<PublicFile>();
        foreach (var file in reading.Extras)
        {
            var name = file.Name[(file.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];
            var type = MediaTypes.Of(file.Path.Extension);
            // A static website sends no policy with a file. What could run on the site's origin is given a type that browsers save and run nowhere;
            // the disposition says the same to those that look at it first.
            var isSaved = !options.Value.TrustPublishers && !MediaTypes.IsStill(type);
            files.Add(await CopyAsync(file, SitePaths.Extra(place.Show, place.Slug, name), new(isSaved ? MediaTypes.Bytes : type, Caching.Minute, isSaved ? "attachment" : null), null, cancellation));
        }

        return files;
    }

    private async Task<PublicFile> CopyAsync(UploadedFile file, string path, SiteHeaders headers, string? language, CancellationToken cancellation)
    {
        await site.CopyAsync(file, path, headers, cancellation);
        return new() { Path = path, Type = MediaTypes.Bare(headers.Type), Length = file.Length, Language = language };
    }

    private async Task<PublicFile> PutAsync(Place place, ReadOnlyMemory<byte> bytes, string ending, string type, string? language, CancellationToken cancellation)
    {
        var path = place.Media(ContentTag.Of(bytes.Span), ending);
        await site.PutAsync(path, bytes, type, cancellation);
        return new() { Path = path, Type = MediaTypes.Bare(type), Length = bytes.Length, Language = language };
    }

    private static SiteHeaders Kept(UploadedFile file) => new(MediaTypes.Of(file.Path.Extension), Caching.Forever);

    // The version is the content's MD5 where storage knows it, so the same recording uploaded again keeps its address.
    private static string Tag(UploadedFile file) => ContentTag.Of(file.Version);

    private sealed record Place(string Show, string Slug)
    {
        public string Media(string tag, string ending) => SitePaths.Media(Show, Slug, tag, ending);
    }
}
