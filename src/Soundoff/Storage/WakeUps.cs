using Azure.Storage.Queues;
using Soundoff.Episodes;
using Soundoff.Uploads;

namespace Soundoff.Storage;

/// <summary>Sends wake-ups. Losing one delays work and never loses it, so they carry names, and the trace they belong to.</summary>
public sealed class WakeUps(QueueClient episodes, QueueClient shows, TimeProvider clock)
{
    // Seven days is the longest delay of a storage queue, and also the default life of a message: it must outlive its delay.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    /// <summary>Wakes the renderer of a show.</summary>
    public Task ShowAsync(string show, CancellationToken cancellation) =>
        shows.SendMessageAsync(WakeUp.Text(show, clock.GetUtcNow()), null, ForEver, cancellation);

    /// <summary>Has an episode looked at now.</summary>
    public Task EpisodeAsync(EpisodeId episode, CancellationToken cancellation) => EpisodeAsync(UploadPath.Within(episode), TimeSpan.Zero, cancellation);

    /// <summary>Has an episode looked at, now or after a delay (of at most seven days: then it is looked at, and delayed, again).</summary>
    /// <param name="path">A blob of the episode, below the container.</param>
    /// <param name="delay">Zero for now.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task EpisodeAsync(string path, TimeSpan delay, CancellationToken cancellation)
    {
        var visible = delay <= TimeSpan.Zero ? TimeSpan.Zero : delay < LongestDelay ? delay : LongestDelay;
        // It tells of the moment it is to be seen: what it waits on purpose is no delay.
        return episodes.SendMessageAsync(BlobEvent.Json(path, time: clock.GetUtcNow() + visible), TimeSpan.FromSeconds(Math.Ceiling(visible.TotalSeconds)), ForEver, cancellation);
    }
}
