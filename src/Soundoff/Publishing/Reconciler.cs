using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Soundoff.Catalog;
using Soundoff.Hosting;
using Soundoff.Site;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>
/// Compares container, catalog and site, and wakes whatever is behind: lost wake-ups delay work until the next night, and no longer.
/// The one place whose cost grows with the catalog.
/// </summary>
public sealed class Reconciler(BlobUploads uploads, StorageAccount account, CatalogTable catalog, Records records, SiteContainer site, WakeUps wakeUps, TimeProvider clock)
{
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(5);

    /// <summary>Looks at every show.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var show in await ShowsAsync(cancellation))
        {
            var identities = await IdentitiesAsync(show, cancellation);
            await CompareUploadsAsync(show, identities, cancellation);
            await CompareSiteAsync(show, identities, cancellation);
            await SweepAsync(show, identities, cancellation);
            if (await IsBehindAsync(show, cancellation)) await wakeUps.ShowAsync(show, cancellation);
        }
    }

    private async Task<IReadOnlyCollection<string>> ShowsAsync(CancellationToken cancellation)
    {
        var shows = new SortedSet<string>(await records.ShowsAsync(cancellation), StringComparer.Ordinal);
        await foreach (var item in account.Container(Containers.Episodes).GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", null, cancellation))
            if (item.IsPrefix) shows.Add(item.Prefix.TrimEnd('/'));
        return shows;
    }

    private async Task<IReadOnlyDictionary<string, Identity>> IdentitiesAsync(string show, CancellationToken cancellation) =>
        (await catalog.RangeAsync(show, "e:", RowKeys.After("e:"), null, null, cancellation)).Select(Identity.FromRow).ToDictionary(i => i.Slug, StringComparer.Ordinal);

    private async Task CompareUploadsAsync(string show, IReadOnlyDictionary<string, Identity> identities, CancellationToken cancellation)
    {
        var files = new List<UploadedFile>();
        await foreach (var file in uploads.AllAsync(show, cancellation)) files.Add(file);
        if (files.FirstOrDefault(f => f.Path.IsShowsOwn) is { } own) await wakeUps.EpisodeAsync($"{show}/{own.Name}", TimeSpan.Zero, cancellation);

        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var episode in files.Where(f => f.Path.Key is not null).GroupBy(f => f.Path.Key!, StringComparer.Ordinal))
        {
            present.Add(episode.Key);
            var known = identities.GetValueOrDefault(Addresses.SlugOf(episode.Key));
            var same = known is { State: EpisodeState.Live } && known.Key == episode.Key && known.Fingerprint == Fingerprint.Of([.. episode.OrderBy(f => f.Name, StringComparer.Ordinal)]);
            if (!same) await wakeUps.EpisodeAsync($"{show}/{episode.First().Name}", TimeSpan.Zero, cancellation);
        }

        foreach (var gone in identities.Values.Where(i => i.State != EpisodeState.Removed && !present.Contains(i.Key)))
            await wakeUps.EpisodeAsync($"{show}/{gone.Key}.md", TimeSpan.Zero, cancellation);
    }

    private async Task CompareSiteAsync(string show, IReadOnlyDictionary<string, Identity> identities, CancellationToken cancellation)
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in account.Container(Containers.Site).GetBlobsAsync(BlobTraits.None, BlobStates.None, show + "/", cancellation)) pages.Add(blob.Name);
        var missing = identities.Values.Where(i => i.State == EpisodeState.Live && !pages.Contains(SitePaths.Episode(show, i.Slug))).Select(i => new Target(TargetKind.Page, i.Slug)).ToList();
        if (identities.Count > 0 && !pages.Contains(SitePaths.Home(show))) missing.Add(new(TargetKind.Home));
        if (identities.Count > 0 && !pages.Contains(SitePaths.Feed(show))) missing.Add(new(TargetKind.Feed));
        foreach (var part in missing.Chunk(200))
            await catalog.SubmitAsync([new(TableTransactionActionType.Add, WorkRow.Row(show, clock.GetUtcNow(), part))], cancellation);
        if (missing.Count > 0) await wakeUps.ShowAsync(show, cancellation);
    }

    private async Task SweepAsync(string show, IReadOnlyDictionary<string, Identity> identities, CancellationToken cancellation)
    {
        var named = identities.Values.SelectMany(i => i.Files).ToHashSet(StringComparer.Ordinal);
        foreach (var row in await catalog.RangeAsync(show, "r:", "r:" + RowKeys.OldestFirst(clock.GetUtcNow()) + ";", null, null, cancellation))
        {
            var path = row.GetString("Path");
            if (!named.Contains(path)) await site.DeleteAsync(path, cancellation);
            await catalog.ApplyAsync(new(TableTransactionActionType.Delete, row, ETag.All), cancellation);
        }
    }

    private async Task<bool> IsBehindAsync(string show, CancellationToken cancellation)
    {
        var oldest = await catalog.RangeAsync(show, "w:", RowKeys.After("w:"), 1, ["RowKey"], cancellation);
        if (oldest.Count == 0) return false;
        var time = new DateTimeOffset(long.Parse(oldest[0].RowKey.Split(':')[1], CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return clock.GetUtcNow() - time > Overdue;
    }
}
