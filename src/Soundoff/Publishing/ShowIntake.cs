using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Artwork;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Intake;
using Soundoff.Problems;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Storage;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>A show as its files make it.</summary>
/// <param name="Show">The show; null where a file cannot be read and what was good last stays in force.</param>
/// <param name="IsWhole">Whether nothing is wrong with the files.</param>
/// <param name="Problems">What publishers should know.</param>
/// <param name="Directories">What each directory would say; null for a show that cannot be read.</param>
public sealed record ShowReading(Show? Show, bool IsWhole, IReadOnlyList<Problem> Problems, IReadOnlyList<DirectoryAnswer>? Directories = null);

/// <summary>Reads a show's own files: show.yaml and the cover, which it makes public, since nothing can be shown without one.</summary>
public sealed class ShowIntake(IUploads uploads, SiteContainer site, SiteUrls urls, ApiUrls api, IOptions<MailOptions> mail)
{
    private const int LargestCover = 17_000_000;

    /// <summary>The show's own files.</summary>
    public Task<IReadOnlyList<UploadedFile>> ListAsync(string show, CancellationToken cancellation) => uploads.ListAsync(show, cancellation);

    /// <summary>Whether the show has any file, be it of an episode.</summary>
    public Task<bool> AnyAsync(string show, CancellationToken cancellation) => uploads.AnyAsync(show, cancellation);

    /// <summary>The fingerprint of files, and of the engine that reads them.</summary>
    public string FingerprintOf(IReadOnlyList<UploadedFile> files) => Fingerprint.Of(files, urls, api);

    /// <param name="name">The show's name.</param>
    /// <param name="files">Its own files.</param>
    /// <param name="last">The show as it was published last; null for the first time.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ShowReading> ReadAsync(string name, IReadOnlyList<UploadedFile> files, Show? last, CancellationToken cancellation)
    {
        var read = await ShowReader.ReadAsync(uploads, files, name, cancellation);
        var problems = new List<Problem>(read.Problems);
        var readable = read.Value is not null && IsGood(problems);
        var cover = readable || last is null ? await CoverAsync(name, files, problems, cancellation) : null;
        var whole = IsGood(problems);
        if (!whole && last is not null) return new(null, false, problems);

        var show = (readable ? read.Value! : ShowDefaults.For(name)) with { Guid = Kept(last?.Guid, read.Value?.Guid, name) };
        show = show with
        {
            Cover = cover ?? last?.Cover ?? await PutAsync(name, GeneratedCover.For(name, show.Title), cancellation),
            Contact = show.Contact ?? (mail.Value.Domain is { Length: > 0 } domain ? new ContactAddress("contact", domain) : null),
        };
        var (own, isWritten) = (ShowFiles.CoverOf(files) is not null ? show : show with { Cover = null }, ShowFiles.SettingsOf(files) is not null);
        var directories = Directories.Of(own, isWritten && !problems.Contains(ShowChecks.AssumedLanguage(UploadPath.ShowFile, show)));
        problems.AddRange(ShowChecks.Directories(own, isWritten));
        return new(show, whole, problems, directories);
    }

    private static bool IsGood(List<Problem> problems) => problems.All(p => p.Severity != Severity.Error);

    private string Kept(string? last, string? given, string name) =>
        given is { Length: > 0 } ? given : last is { Length: > 0 } ? last : PodcastGuid.For(urls.Feed(name));

    private async Task<PublicFile?> CoverAsync(string show, IReadOnlyList<UploadedFile> files, List<Problem> problems, CancellationToken cancellation)
    {
        if (ShowFiles.CoverOf(files) is not { } file) return null;
        var bytes = await uploads.Open(file).ReadAsync(0, (int)Math.Min(file.Length, LargestCover), cancellation);
        var cover = CoverArt.Prepare(file.Name, bytes, cancellation);
        problems.AddRange(cover.Problems);
        return cover.Value is null ? null : await PutAsync(show, cover.Value, cancellation);
    }

    private async Task<PublicFile> PutAsync(string show, PreparedImage image, CancellationToken cancellation)
    {
        var path = SitePaths.Media(show, "cover", ContentTag.Of(image.Bytes.Span), image.Extension);
        await site.PutAsync(path, image.Bytes, image.Type, cancellation);
        return new() { Path = path, Type = image.Type, Length = image.Bytes.Length, Width = image.Width, Height = image.Height };
    }
}
