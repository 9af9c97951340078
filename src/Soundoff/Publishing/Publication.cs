using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Intake;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing;

/// <summary>Gives an episode that was read the state it is due: refused, a draft, scheduled or live.</summary>
public sealed class Publication(GoingLive live, EpisodeCommit commit, Rivals rivals, Reports reports, WakeUps wakeUps, SiteUrls urls, TimeProvider clock)
{
    /// <param name="draft">The episode.</param>
    /// <param name="path">A blob of it, by which it is looked at again when it is due.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConflictException">Something changed since it was read; start over.</exception>
    public async Task ApplyAsync(EpisodeDraft draft, string path, CancellationToken cancellation)
    {
        var (look, reading, decision, identity) = (draft.Look, draft.Reading, draft.Decision, draft.Decision.Identity);
        var date = EpisodeFactory.DateOf(reading.Facts, identity.FirstPublished!.Value, draft.Show);
        var report = new Report
        {
            Show = identity.Show,
            Slug = identity.Slug,
            Outcome = Outcome.Refused,
            Url = urls.Episode(identity.Show, identity.Slug),
            Date = date,
            Title = reading.Facts.Title,
            Files = [.. look.Files.Select(f => f.Name)],
            Problems = [.. reading.Problems, .. reading.Placed(decision.Problems)],
        };

        if (!reading.CanPublish || decision.Problems.Count > 0)
        {
            await reports.WriteAsync(report, null, cancellation);
            if (decision.WaitsFor is { } holder) await rivals.WaitAsync(look.Id, holder, cancellation);
        }
        else if (reading.Facts.Draft == true)
        {
            await reports.WriteAsync(report with { Outcome = Outcome.Draft }, null, cancellation);
            await HideAsync(look.Old, EpisodeCommit.Unlisted(decision.Hidden, EpisodeState.Draft), cancellation);
        }
        else if (date > clock.GetUtcNow())
        {
            await reports.WriteAsync(report with { Outcome = Outcome.Scheduled }, null, cancellation);
            await HideAsync(look.Old, EpisodeCommit.Unlisted(decision.Hidden, EpisodeState.Scheduled, date), cancellation);
            await wakeUps.EpisodeAsync(path, date - clock.GetUtcNow(), cancellation);
        }
        else
        {
            await live.RunAsync(draft, report, cancellation);
        }
    }

    private async Task HideAsync(Identity? old, Identity hidden, CancellationToken cancellation)
    {
        await commit.RunAsync(old, hidden, null, null, cancellation);
        await wakeUps.ShowAsync(hidden.Show, cancellation);
    }
}
