using Soundoff.Account;
using Soundoff.Episodes;
using Soundoff.Storage;
using Soundoff.Telemetry;

namespace Soundoff.Publishing;

/// <summary>
/// Makes the catalog match what the container holds for one episode now. Runs any number of times, late, repeated or out of order, with the same result.
/// </summary>
public sealed class EpisodeJourney(EpisodeLooks looks, Rivals rivals, Removal removal, ShowPublisher shows, EpisodeDrafts drafts, Publication publication, Reports reports, WakeUps wakeUps)
{
    /// <param name="id">The episode.</param>
    /// <param name="path">A blob of it, by which it is looked at again later.</param>
    /// <param name="again">Whether a look before was overtaken.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConflictException">Something changed since it was read; start over.</exception>
    public async Task RunAsync(EpisodeId id, string path, bool again, CancellationToken cancellation)
    {
        var look = await looks.LookAsync(id, again, cancellation);
        if (look.Holder is { } holder)
        {
            await rivals.RefuseAsync(look, holder, cancellation);
            return;
        }

        if (look.Files.Count == 0)
        {
            await removal.RunAsync(look, cancellation);
            return;
        }

        if (look.Unsettled > TimeSpan.Zero)
        {
            Tracing.Tell(Tags.Outcome, "settling");
            await wakeUps.EpisodeAsync(path, look.Unsettled, cancellation);
            return;
        }

        var show = await shows.CurrentAsync(id.Show, cancellation);
        // What was broken and put back is read again, so that its report follows.
        if (look.IsPublished && !await reports.IsRefusedAsync(id.Show, look.Slug, cancellation))
        {
            // The wake-up may be what was lost.
            Tracing.Tell(Tags.Outcome, "unchanged");
            await wakeUps.ShowAsync(id.Show, cancellation);
            return;
        }

        await publication.ApplyAsync(await drafts.ReadAsync(look, show, cancellation), path, cancellation);
    }
}
