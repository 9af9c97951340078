using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Storage;

namespace Soundoff.Publishing;

/// <summary>Takes an episode away whose files are gone. Its identity is kept, and who waited for its address has its turn.</summary>
public sealed class Removal(EpisodeCommit commit, ShowPublisher shows, Rivals rivals, Reports reports, WakeUps wakeUps)
{
    /// <exception cref="ConflictException">Something changed since it was looked at; start over.</exception>
    public async Task RunAsync(EpisodeLook look, CancellationToken cancellation)
    {
        var (show, slug, old) = (look.Id.Show, look.Slug, look.Old);
        if (old is null) await reports.DeleteAsync(show, slug, cancellation);
        else await reports.WriteAsync(new() { Show = show, Slug = slug, Outcome = Outcome.Removed }, null, cancellation);
        if (old is not null && old.State != EpisodeState.Removed)
            await commit.RunAsync(old, EpisodeCommit.Unlisted(old, EpisodeState.Removed) with { Fingerprint = "" }, null, null, cancellation);
        await rivals.WakeAsync(show, slug, cancellation);
        await shows.RemoveIfEmptyAsync(show, cancellation);
        await wakeUps.ShowAsync(show, cancellation);
    }
}
