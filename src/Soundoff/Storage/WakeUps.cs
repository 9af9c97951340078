using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Uploads;

namespace Soundoff.Storage;

/// <summary>Sends wake-ups. Losing one delays work and never loses it, so they carry names, and the trace they belong to.</summary>
public sealed class WakeUps(QueueClient episodes, QueueClient shows, RendererClaims claims, TimeProvider clock)
{
    // Seven days is the longest delay of a storage queue, and also the default life of a message: it must outlive its delay.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    // A show that was woken so lately has a renderer, most likely.
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> woken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> later = new(StringComparer.Ordinal);

    /// <summary>
    /// Wakes the renderer of a show, after its work was listed. One that is at work is not woken: it looks once more after it let go, which is after the work was
    /// listed.
    /// </summary>
    public async Task ShowAsync(string show, CancellationToken cancellation)
    {
        // To ask first would only cost where nobody renders.
        if (woken.TryGetValue(show, out var last) && clock.GetUtcNow() - last < Lately
            && await claims.ReadAsync(show, cancellation) is var claim && claim.IsHeld(clock.GetUtcNow()))
        {
            await AfterAsync(claim, cancellation);
            return;
        }

        woken[show] = clock.GetUtcNow();
        await shows.SendMessageAsync(WakeUp.Text(show, clock.GetUtcNow()), null, ForEver, cancellation);
    }

    /// <summary>Has a show looked at when a claim on it has ended, in case its owner died. One such wake-up of this process is on its way at any time: it sends the next.</summary>
    public async Task AfterAsync(RendererClaim claim, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = claim.Until + TimeSpan.FromSeconds(1);
        if (later.TryGetValue(claim.Show, out var pending) ? pending > now || !later.TryUpdate(claim.Show, due, pending) : !later.TryAdd(claim.Show, due)) return;
        try
        {
            await shows.SendMessageAsync(WakeUp.Text(claim.Show, due), TimeSpan.FromSeconds(Math.Ceiling((due - now).TotalSeconds)), ForEver, cancellation);
        }
        catch
        {
            later.TryRemove(claim.Show, out _);
            throw;
        }
    }

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
