using Azure;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Intake;
using Soundoff.Problems;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Storage;
using Soundoff.Telemetry;
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
    Decisions decisions,
    EpisodeCommit commit,
    Claims claims,
    UnusableNames unusable,
    Reports reports,
    WakeUps wakeUps,
    SiteUrls urls,
    Instruments instruments,
    TimeProvider clock,
    IOptions<PublishingOptions> options)
{
    private const int Tries = 10;

    /// <summary>Handles an event: of an episode's file, of one of the show's own, or of one that is no show's. Other events are passed over.</summary>
    /// <exception cref="ConflictException">Others kept changing the same episode; the event must be handled again.</exception>
    public Task HandleAsync(BlobEvent blobEvent, CancellationToken cancellation)
    {
        if (blobEvent.Time is { } time) instruments.Handled(Queues.EpisodeEvents, clock.GetUtcNow() - time);
        return Tracing.HandleAsync(Spans.ReceiveEvent, blobEvent.Trace, span =>
        {
            var upload = blobEvent.Upload;
            span?.SetTag(Tags.Show, upload?.Show).SetTag(Tags.Episode, upload?.Episode is { } episode ? Addresses.SlugOf(episode.Key) : null);
            return LookAsync(blobEvent, cancellation);
        });
    }

    private async Task LookAsync(BlobEvent blobEvent, CancellationToken cancellation)
    {
        if (blobEvent.Path is not { } path) return;
        if (blobEvent.Upload is not { } upload)
        {
            await unusable.ReportAsync(path, cancellation);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (upload.Episode is { } episode) await PublishAsync(episode, path, cancellation);
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
            if (files.Count > 0) await RefuseRivalAsync(id, old, files, cancellation);
            else await reports.DeleteAsync(id.Show, RivalReport(slug, id.Key), cancellation);
            return;
        }

        if (files.Count == 0)
        {
            await UnpublishAsync(id, slug, old, cancellation);
            return;
        }

        var settled = files.Max(f => f.Modified) + options.Value.Settle - clock.GetUtcNow();
        if (options.Value.Settle > TimeSpan.Zero && settled > TimeSpan.Zero)
        {
            Tracing.Tell(Tags.Outcome, "settling");
            await wakeUps.EpisodeAsync(path, settled, cancellation);
            return;
        }

        var show = await shows.CurrentAsync(id.Show, cancellation);
        var fingerprint = Fingerprint.Of(files);
        if (old is { State: EpisodeState.Live } && old.Fingerprint == fingerprint)
        {
            Tracing.Tell(Tags.Outcome, "unchanged");
            await wakeUps.ShowAsync(id.Show, cancellation);
            return;
        }

        var reading = await Tracing.StepAsync(Spans.ReadUploads, span =>
        {
            span?.SetTag(Tags.Files, files.Count);
            return reader.ReadAsync(id, files, cancellation);
        });
        var decision = await decisions.DecideAsync(id, slug, old, reading.Facts, show, fingerprint, NotesOf(files), cancellation);
        await ApplyAsync(old, version, files, reading, decision with { Uploaded = WaitedSince(old, files) }, show, path, cancellation);
    }

    private async Task ApplyAsync(
        Identity? old, ETag? version, IReadOnlyList<UploadedFile> files, EpisodeReading reading, Decision decision, Show show, string path, CancellationToken cancellation)
    {
        var identity = decision.Identity;
        var date = EpisodeFactory.DateOf(reading.Facts, identity.FirstPublished!.Value, show);
        var report = new Report
        {
            Show = identity.Show,
            Slug = identity.Slug,
            Outcome = Outcome.Refused,
            Url = urls.Episode(identity.Show, identity.Slug),
            Date = date,
            Title = reading.Facts.Title,
            Files = [.. files.Select(f => f.Name)],
            Problems = [.. reading.Problems, .. decision.Problems],
        };

        if (!reading.CanPublish || decision.Problems.Count > 0)
        {
            await reports.WriteAsync(report, null, cancellation);
            if (decision.WaitsFor is { } holder) await claims.WaitAsync(new(identity.Show, identity.Key), holder, cancellation);
        }
        else if (reading.Facts.Draft == true)
        {
            await reports.WriteAsync(report with { Outcome = Outcome.Draft }, null, cancellation);
            await HideAsync(old, EpisodeCommit.Unlisted(decision.Hidden, EpisodeState.Draft), cancellation);
        }
        else if (date > clock.GetUtcNow())
        {
            await reports.WriteAsync(report with { Outcome = Outcome.Scheduled }, null, cancellation);
            await HideAsync(old, EpisodeCommit.Unlisted(decision.Hidden, EpisodeState.Scheduled, date), cancellation);
            await wakeUps.EpisodeAsync(path, date - clock.GetUtcNow(), cancellation);
        }
        else
        {
            await GoLiveAsync(old, version, reading, decision, show, report, cancellation);
        }
    }

    private async Task GoLiveAsync(
        Identity? old, ETag? version, EpisodeReading reading, Decision decision, Show show, Report report, CancellationToken cancellation)
    {
        var identity = decision.Identity;
        var read = new EpisodeRecord
        {
            Show = identity.Show,
            Slug = identity.Slug,
            Key = identity.Key,
            Guid = identity.Guid,
            FirstPublished = identity.FirstPublished!.Value,
            // The picture is published as artwork; pages need no second copy of it.
            Facts = reading.Facts with { Audio = reading.Facts.Audio is { } audio ? audio with { Picture = null } : null },
        };
        var record = await Tracing.StepAsync(Spans.PublishMedia, _ => media.PublishAsync(read, reading, cancellation));
        var episode = EpisodeFactory.Make(record, show);
        var problems = FeedChecks.Of(episode, show, report.Files[0]);
        report = report with { Problems = [.. report.Problems, .. problems] };
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            await reports.WriteAsync(report, null, cancellation);
            return;
        }

        await records.WriteAsync(record, version, cancellation);
        // The report goes first: once the commit is in, an event that comes again finds nothing left to do.
        await reports.WriteAsync(report with { Outcome = Outcome.Published }, null, cancellation);
        await CommitAsync(old, EpisodeCommit.Live(identity, episode, record, show), (episode, show), decision, cancellation);
        await wakeUps.ShowAsync(identity.Show, cancellation);
    }

    private async Task HideAsync(Identity? old, Identity hidden, CancellationToken cancellation)
    {
        await CommitAsync(old, hidden, null, null, cancellation);
        await wakeUps.ShowAsync(hidden.Show, cancellation);
    }

    private Task CommitAsync(Identity? old, Identity now, (Episode Episode, Show Show)? live, Decision? decision, CancellationToken cancellation) =>
        Tracing.StepAsync(Spans.Commit, _ => commit.RunAsync(old, now, live, decision, cancellation));

    private async Task UnpublishAsync(EpisodeId id, string slug, Identity? old, CancellationToken cancellation)
    {
        if (old is null) await reports.DeleteAsync(id.Show, slug, cancellation);
        else await reports.WriteAsync(new() { Show = id.Show, Slug = slug, Outcome = Outcome.Removed }, null, cancellation);
        if (old is not null && old.State != EpisodeState.Removed)
            await CommitAsync(old, EpisodeCommit.Unlisted(old, EpisodeState.Removed) with { Fingerprint = "" }, null, null, cancellation);
        foreach (var key in await claims.WakeAsync(id.Show, slug, cancellation)) await reports.DeleteAsync(id.Show, RivalReport(slug, key), cancellation);
        await shows.RemoveIfEmptyAsync(id.Show, cancellation);
        await wakeUps.ShowAsync(id.Show, cancellation);
    }

    private async Task RefuseRivalAsync(EpisodeId id, Identity holder, IReadOnlyList<UploadedFile> files, CancellationToken cancellation)
    {
        var problem = Problem.Error(files[0].Name, $"Its address /{id.Show}/{holder.Slug}/ belongs to \"{holder.Key}\" already.", $"Rename \"{id.Key}\", or remove \"{holder.Key}\".");
        var report = new Report { Show = id.Show, Slug = holder.Slug, Outcome = Outcome.Refused, Files = [.. files.Select(f => f.Name)], Problems = [problem] };
        await reports.WriteAsync(report, RivalReport(holder.Slug, id.Key), cancellation);
        await claims.WaitAsync(id, holder, cancellation);
    }

    // What the front matter says is mended there, whatever other files come first.
    private static string NotesOf(IReadOnlyList<UploadedFile> files) => (files.FirstOrDefault(f => f.Path.Role == UploadRole.Notes) ?? files[0]).Name;

    // A scheduled episode is late from the time it was due.
    private static DateTimeOffset WaitedSince(Identity? old, IReadOnlyList<UploadedFile> files)
    {
        var newest = files.Max(f => f.Modified);
        return old is { State: EpisodeState.Scheduled, Due: { } due } && due > newest ? due : newest;
    }

    // The slug's own report is that of the episode that has it.
    private static string RivalReport(string slug, string key) => $"{slug}.{ContentTag.Of(key)}";
}
