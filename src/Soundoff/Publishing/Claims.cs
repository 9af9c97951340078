using Azure;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Storage;

namespace Soundoff.Publishing;

/// <summary>Episodes that cannot be published before another one is gone: two keys with one slug, and the new name of one whose old files are still there.</summary>
public sealed class Claims(CatalogTable catalog, WakeUps wakeUps)
{
    /// <summary>Lists the episode as waiting for another one to go.</summary>
    /// <exception cref="ConflictException">The other one changed since it was read: start over from the read, as it may be gone.</exception>
    public async Task WaitAsync(EpisodeId episode, Identity holder, CancellationToken cancellation)
    {
        // The row first: whoever removes the holder after the second look finds it.
        await catalog.WaitAsync(holder.Show, holder.Slug, episode.Key, cancellation);
        if ((await catalog.FindAsync(holder.Show, holder.Slug, cancellation))?.ETag != holder.ETag)
            throw new ConflictException($"{holder.Slug} changed since it was read.");
    }

    /// <summary>Has all looked at that waited for a slug, now that its episode is gone.</summary>
    /// <returns>The keys that waited.</returns>
    public async Task<IReadOnlyList<string>> WakeAsync(string show, string slug, CancellationToken cancellation)
    {
        var rows = await catalog.WaitingAsync(show, slug, cancellation);
        foreach (var row in rows)
        {
            await wakeUps.EpisodeAsync(new EpisodeId(show, row.GetString("Key")), cancellation);
            await catalog.ApplyAsync(new(TableTransactionActionType.Delete, row, ETag.All), cancellation);
        }

        return [.. rows.Select(r => r.GetString("Key"))];
    }
}
