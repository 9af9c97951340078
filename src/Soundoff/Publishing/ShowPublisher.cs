using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Artwork;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Intake;
using Soundoff.Problems;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Storage;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>Reads a show's own files: makes its record match them and lists everything to be rendered again when it changed.</summary>
public sealed class ShowPublisher(
    IUploads uploads, SiteContainer site, Records records, CatalogTable catalog, Reports reports, WakeUps wakeUps, SiteUrls urls, ApiUrls api, TimeProvider clock, IOptions<MailOptions> mail)
{
    private const string ReportName = "show";

    /// <summary>The show as it was published last; a show seen for the first time is published on the way.</summary>
    public async Task<Show> CurrentAsync(string show, CancellationToken cancellation)
    {
        // The record alone may be of a publish that never got to its commit.
        var row = await catalog.RowAsync(show, RowKeys.Show, cancellation);
        if (row is not null && await records.ShowAsync(show, cancellation) is { } known && known.Fingerprint == row.GetString("Fingerprint")) return known.Show;
        await PublishAsync(show, cancellation);
        return (await records.ShowAsync(show, cancellation))?.Show ?? throw new ConflictException($"The show {show} was removed while it was read.");
    }

    /// <summary>Makes the show match its files. A show.yaml or a cover that cannot be read leaves all that was good last in force.</summary>
    /// <exception cref="ConflictException">The show changed meanwhile; start over.</exception>
    public async Task PublishAsync(string name, CancellationToken cancellation)
    {
        var row = await catalog.RowAsync(name, RowKeys.Show, cancellation);
        var version = await records.VersionAsync(name, cancellation);
        var last = version is null ? null : await records.ShowAsync(name, cancellation);
        var files = await uploads.ListAsync(name, cancellation);
        if (files.Count == 0 && !await uploads.AnyAsync(name, cancellation))
        {
            await RemoveAsync(name, row, version, cancellation);
            return;
        }

        var fingerprint = Fingerprint.Of(files, urls, api);
        if (row?.GetString("Fingerprint") == fingerprint && last?.Fingerprint == fingerprint)
        {
            await wakeUps.ShowAsync(name, cancellation);
            return;
        }

        await PublishAsync(name, files, fingerprint, row, version, last, cancellation);
    }

    /// <summary>Takes the show's site away once the last of its files is gone. Put back, it returns with the same GUIDs.</summary>
    /// <exception cref="ConflictException">The show changed meanwhile; start over.</exception>
    public async Task RemoveIfEmptyAsync(string name, CancellationToken cancellation)
    {
        var row = await catalog.RowAsync(name, RowKeys.Show, cancellation);
        var version = await records.VersionAsync(name, cancellation);
        if (!await uploads.AnyAsync(name, cancellation)) await RemoveAsync(name, row, version, cancellation);
    }

    private async Task PublishAsync(
        string name, IReadOnlyList<UploadedFile> files, string fingerprint, TableEntity? row, ETag? version, ShowRecord? last, CancellationToken cancellation)
    {
        var read = await ShowReader.ReadAsync(uploads, files, name, cancellation);
        var problems = new List<Problem>(read.Problems);
        var readable = read.Value is not null && IsGood(problems);
        var cover = readable || last is null ? await CoverAsync(name, files, problems, cancellation) : null;
        var whole = IsGood(problems);
        if (!whole && last is not null)
        {
            await ReportAsync(name, Outcome.Refused, last.Show, files, problems, cancellation);
            return;
        }

        var show = (readable ? read.Value! : ShowDefaults.For(name)) with { Guid = Kept(last?.Show.Guid, read.Value?.Guid, name) };
        show = show with
        {
            Cover = cover ?? last?.Show.Cover ?? await GenerateCoverAsync(show, cancellation),
            Contact = show.Contact ?? (mail.Value.Domain is { Length: > 0 } domain ? new ContactAddress("contact", domain) : null),
        };
        problems.AddRange(ShowChecks.Directories(files.Any(IsCover) ? show : show with { Cover = null }, files.Count > 0));
        await records.WriteAsync(new ShowRecord(show, fingerprint), version, cancellation);
        await ReportAsync(name, whole ? Outcome.Published : Outcome.Refused, show, files, problems, cancellation);
        await CommitAsync(name, row, new(name, RowKeys.Show) { ["Fingerprint"] = fingerprint, ["Cover"] = show.Cover.Path }, cancellation);
        await wakeUps.ShowAsync(name, cancellation);
    }

    private static bool IsGood(List<Problem> problems) => problems.All(p => p.Severity != Severity.Error);

    private async Task RemoveAsync(string name, TableEntity? row, ETag? version, CancellationToken cancellation)
    {
        // The record first: whoever renders after the commit finds none.
        if (version is { } seen) await records.DeleteAsync(name, seen, cancellation);
        await reports.DeleteAsync(name, ReportName, cancellation);
        if (row is not null) await CommitAsync(name, row, null, cancellation);
        await wakeUps.ShowAsync(name, cancellation);
    }

    private string Kept(string? last, string? given, string name) =>
        given is { Length: > 0 } ? given : last is { Length: > 0 } ? last : PodcastGuid.For(urls.Feed(name));

    private async Task<PublicFile?> CoverAsync(string show, IReadOnlyList<UploadedFile> files, List<Problem> problems, CancellationToken cancellation)
    {
        problems.AddRange(files.Where(f => f.Name.StartsWith("cover.", StringComparison.OrdinalIgnoreCase) && !IsCover(f))
            .Select(f => Problem.Warning(f.Name, $"A cover of the kind {f.Path.Extension} is not read.", "Upload it as cover.jpg or cover.png.")));
        if (files.FirstOrDefault(IsCover) is not { } file) return null;
        var bytes = await uploads.Open(file).ReadAsync(0, (int)Math.Min(file.Length, 17_000_000), cancellation);
        var cover = CoverArt.Prepare(file.Name, bytes, cancellation);
        problems.AddRange(cover.Problems);
        return cover.Value is null ? null : await PutAsync(show, cover.Value, cancellation);
    }

    private static bool IsCover(UploadedFile file) =>
        file.Path.Extension is ".jpg" or ".jpeg" or ".png" && file.Name.StartsWith("cover.", StringComparison.OrdinalIgnoreCase);

    private Task<PublicFile> GenerateCoverAsync(Show show, CancellationToken cancellation) => PutAsync(show.Name, GeneratedCover.For(show.Name, show.Title), cancellation);

    private async Task<PublicFile> PutAsync(string show, PreparedImage image, CancellationToken cancellation)
    {
        var path = SitePaths.Media(show, "cover", ContentTag.Of(image.Bytes.Span), image.Extension);
        await site.PutAsync(path, image.Bytes, image.Type, cancellation);
        return new() { Path = path, Type = image.Type, Length = image.Bytes.Length, Width = image.Width, Height = image.Height };
    }

    private Task CommitAsync(string name, TableEntity? row, TableEntity? now, CancellationToken cancellation)
    {
        var targets = new List<Target> { new(TargetKind.Home), new(TargetKind.Feed), new(TargetKind.Index), new(TargetKind.Everything) };
        if (row?.GetString("Cover") is { } cover && cover != now?.GetString("Cover")) targets.Add(new(TargetKind.Retire, cover));
        return catalog.SubmitAsync(
        [
            now is null ? new(TableTransactionActionType.Delete, row, row!.ETag) : now.Over(row?.ETag),
            .. WorkRow.Rows(name, clock.GetUtcNow(), targets).Select(work => new TableTransactionAction(TableTransactionActionType.Add, work)),
        ], cancellation);
    }

    private Task ReportAsync(string name, Outcome outcome, Show show, IReadOnlyList<UploadedFile> files, List<Problem> problems, CancellationToken cancellation) =>
        reports.WriteAsync(new() { Show = name, Slug = ReportName, Outcome = outcome, Url = urls.Home(name), Title = show.Title, Files = [.. files.Select(f => f.Name)], Problems = problems }, null, cancellation);
}
