using Microsoft.Extensions.Options;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Hosting;
using Soundoff.Intake;
using Soundoff.Problems;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>
/// The reading half: makes the catalog match what the container holds for one episode now. Runs any number of times, late, repeated or out
/// of order, with the same result.
/// </summary>
public sealed class EpisodePublisher(
    IUploads uploads,
    EpisodeReader reader,
    ShowPublisher shows,
    EpisodeMedia media,
    Records records,
    CatalogTable catalog,
    Reports reports,
    WakeUps wakeUps,
    SiteUrls urls,
    TimeProvider clock,
    IOptions<PublishingOptions> options)
{
    private const int Tries = 10;

    /// <summary>Handles an event: an episode's, or one of the show's own files'. Events of anything else are passed over.</summary>
    /// <exception cref="ConflictException">Others kept changing the same episode; the event must be handled again.</exception>
    public async Task HandleAsync(BlobEvent blobEvent, CancellationToken cancellation)
    {
        if (blobEvent.Upload is not { } upload) return;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (upload.Episode is { } episode) await PublishAsync(episode, blobEvent.Path!, cancellation);
                else await shows.PublishAsync(upload.Show, cancellation);
                return;
            }
            catch (ConflictException) when (attempt < Tries)
            {
                // Somebody was faster: look again.
            }
        }
    }

    private async Task PublishAsync(EpisodeId id, string path, CancellationToken cancellation)
    {
        // Versions first, then what the next versions are computed from.
        var slug = Addresses.SlugOf(id.Key);
        var old = await catalog.FindAsync(id.Show, slug, cancellation);
        var version = await records.VersionAsync(id.Show, slug, cancellation);
        var files = await uploads.ListAsync(id, cancellation);

        if (old is not null && old.Key != id.Key && old.State != EpisodeState.Removed)
        {
            if (files.Count > 0) await RefuseRivalAsync(id, slug, old, files, cancellation);
            return;
        }

        if (files.Count == 0)
        {
            if (old is not null && old.State != EpisodeState.Removed) await UnpublishAsync(id, old, cancellation);
            await wakeUps.ShowAsync(id.Show, cancellation);
            return;
        }

        var settled = files.Max(f => f.Modified) + options.Value.Settle - clock.GetUtcNow();
        if (options.Value.Settle > TimeSpan.Zero && settled > TimeSpan.Zero)
        {
            await wakeUps.EpisodeAsync(path, settled, cancellation);
            return;
        }

        var show = await shows.CurrentAsync(id.Show, cancellation);
        var fingerprint = Fingerprint.Of(files);
        if (old is { State: EpisodeState.Live } && old.Fingerprint == fingerprint)
        {
            await wakeUps.ShowAsync(id.Show, cancellation);
            return;
        }

        await ReadAsync(id, slug, old, version, files, show, fingerprint, path, cancellation);
    }

    private async Task ReadAsync(
        EpisodeId id, string slug, Identity? old, Azure.ETag? version, IReadOnlyList<UploadedFile> files, Show show, string fingerprint, string path, CancellationToken cancellation)
    {
        var reading = await reader.ReadAsync(id, files, cancellation);
        var identity = await Decide(id, slug, old, reading.Facts, show, fingerprint, cancellation);
        var record = new EpisodeRecord { Show = id.Show, Slug = slug, Key = id.Key, Guid = identity.Guid, FirstPublished = identity.FirstPublished, Facts = reading.Facts };
        var date = EpisodeFactory.DateOf(reading.Facts, identity.FirstPublished, show);
        var report = new Report
        {
            Show = id.Show,
            Slug = slug,
            Outcome = Outcome.Refused,
            Url = urls.Episode(id.Show, slug),
            Date = date,
            Title = reading.Facts.Title,
            Files = [.. files.Select(f => f.Name)],
            Problems = reading.Problems,
        };

        if (!reading.CanPublish)
        {
            await reports.WriteAsync(report, null, cancellation);
            return;
        }

        if (reading.Facts.Draft == true || date > clock.GetUtcNow())
        {
            var draft = reading.Facts.Draft == true;
            var hidden = identity with { State = draft ? EpisodeState.Draft : EpisodeState.Scheduled };
            await reports.WriteAsync(report with { Outcome = draft ? Outcome.Draft : Outcome.Scheduled }, null, cancellation);
            await CommitAsync(old, hidden, null, show, cancellation);
            await wakeUps.ShowAsync(id.Show, cancellation);
            if (!draft) await wakeUps.EpisodeAsync(path, date - clock.GetUtcNow(), cancellation);
            return;
        }

        record = await media.PublishAsync(record, reading, cancellation);
        var episode = EpisodeFactory.Make(record, show);
        var problems = FeedChecks.Of(episode, show, files[0].Name);
        report = report with { Problems = [.. reading.Problems, .. problems] };
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            await reports.WriteAsync(report, null, cancellation);
            return;
        }

        await records.WriteAsync(record, version, cancellation);
        // The report goes first: once the commit is in, an event that comes again finds nothing left to do.
        await reports.WriteAsync(report with { Outcome = Outcome.Published }, null, cancellation);
        await CommitAsync(old, EpisodeCommit.Live(identity, episode, record, show), episode, show, cancellation);
        await wakeUps.ShowAsync(id.Show, cancellation);
    }

    // What is decided once: taken from the identity that is there, or from the episode this one was renamed from.
    private async Task<Identity> Decide(EpisodeId id, string slug, Identity? old, EpisodeFacts facts, Show show, string fingerprint, CancellationToken cancellation)
    {
        var before = old;
        foreach (var alias in old is null ? facts.Aliases : [])
            before ??= await catalog.FindAsync(id.Show, alias, cancellation) is { State: EpisodeState.Removed } renamed ? renamed : null;
        return new()
        {
            Show = id.Show,
            Slug = slug,
            Key = id.Key,
            Guid = before?.Guid ?? facts.Guid ?? EpisodeGuid.For(show.Guid, slug),
            FirstPublished = before?.FirstPublished ?? clock.GetUtcNow(),
            State = EpisodeState.Draft,
            Fingerprint = fingerprint,
        };
    }

    private async Task UnpublishAsync(EpisodeId id, Identity old, CancellationToken cancellation)
    {
        var show = await shows.CurrentAsync(id.Show, cancellation);
        var removed = old with { State = EpisodeState.Removed, Fingerprint = "", Date = null, InFeed = false, Topics = [], Guests = [], Aliases = [], Files = [] };
        await reports.WriteAsync(new() { Show = id.Show, Slug = old.Slug, Outcome = Outcome.Removed }, null, cancellation);
        await CommitAsync(old, removed, null, show, cancellation);
    }

    private async Task RefuseRivalAsync(EpisodeId id, string slug, Identity holder, IReadOnlyList<UploadedFile> files, CancellationToken cancellation)
    {
        var problem = Problem.Error(files[0].Name, $"Its address /{id.Show}/{slug}/ belongs to \"{holder.Key}\" already.", $"Rename \"{id.Key}\", or remove \"{holder.Key}\".");
        var name = $"{slug}.{ContentTag.Of(System.Text.Encoding.UTF8.GetBytes(id.Key))}";
        await reports.WriteAsync(new() { Show = id.Show, Slug = slug, Outcome = Outcome.Refused, Files = [.. files.Select(f => f.Name)], Problems = [problem] }, name, cancellation);
    }

    private Task CommitAsync(Identity? old, Identity now, Episode? episode, Show show, CancellationToken cancellation) =>
        EpisodeCommit.RunAsync(catalog, urls, clock, old, now, episode, show, cancellation);
}
