using Soundoff.Account;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Intake;
using Soundoff.Problems;
using Soundoff.Storage;
using Soundoff.Telemetry;

namespace Soundoff.Publishing;

/// <summary>Makes an episode public: its media, its record, its report, then its rows and the work they cause.</summary>
public sealed class GoingLive(EpisodeMedia media, Records records, Reports reports, EpisodeCommit commit, WakeUps wakeUps)
{
    /// <param name="draft">The episode.</param>
    /// <param name="report">What its publisher is told so far.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConflictException">Something changed since it was read; start over.</exception>
    public async Task RunAsync(EpisodeDraft draft, Report report, CancellationToken cancellation)
    {
        var record = await Tracing.StepAsync(Spans.PublishMedia, _ => media.PublishAsync(RecordOf(draft), draft.Reading, draft.Show.Language, cancellation));
        var episode = EpisodeFactory.Make(record, draft.Show);
        var problems = draft.Reading.Placed(FeedChecks.Of(episode, draft.Show, draft.Reading.NotesName)).ToList();
        report = report with { Problems = [.. report.Problems, .. problems] };
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            await reports.WriteAsync(report, null, cancellation);
            return;
        }

        await records.WriteAsync(record, draft.Look.Record, cancellation);
        // The report goes first: once the commit is in, an event that comes again finds nothing left to do.
        await reports.WriteAsync(report with { Outcome = Outcome.Published }, null, cancellation);
        await commit.RunAsync(draft.Look.Old, EpisodeCommit.Live(draft.Decision.Identity, episode, record, draft.Show), (episode, draft.Show), draft.Decision, cancellation);
        await wakeUps.ShowAsync(record.Show, cancellation);
    }

    private static EpisodeRecord RecordOf(EpisodeDraft draft)
    {
        var (identity, facts) = (draft.Decision.Identity, draft.Reading.Facts);
        return new()
        {
            Show = identity.Show,
            Slug = identity.Slug,
            Key = identity.Key,
            Guid = identity.Guid,
            FirstPublished = identity.FirstPublished!.Value,
            // The picture is published as artwork; pages need no second copy of it.
            Facts = facts with { Audio = facts.Audio is { } audio ? audio with { Picture = null } : null },
        };
    }
}
