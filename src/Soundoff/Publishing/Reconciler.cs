using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Publishing.Rendering;
using Soundoff.Search;
using Soundoff.Site;
using Soundoff.Storage;
using Soundoff.Uploads;

namespace Soundoff.Publishing;

/// <summary>
/// Compares container, catalog and site, and wakes whatever is behind: lost wake-ups delay work until the next night, and no longer.
/// The one place whose cost grows with the catalog.
/// </summary>
public sealed class Reconciler(BlobUploads uploads, StorageAccount account, CatalogTable catalog, Records records, Lazy<ShowPublisher> shows, Reports reports, SiteContainer site,
    WakeUps wakeUps, TimeProvider clock, IOptions<PublishingOptions> options)
{
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(5);

    /// <summary>Looks at every show, as the station itself: where nothing changed, nobody is woken.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var show in await ShowsAsync(cancellation)) await RunAsync(show, await shows.Value.IsCurrentAsync(show, cancellation), cancellation);
    }

    /// <summary>Looks at one show, for somebody who need not know the site's address nor run the station's version: the show's own files are always looked at.</summary>
    public Task RunAsync(string show, CancellationToken cancellation) => RunAsync(show, isCurrent: false, cancellation);

    /// <summary>The shows that have uploads, records, or something public left.</summary>
    public async Task<IReadOnlyCollection<string>> ShowsAsync(CancellationToken cancellation)
    {
        var shows = new SortedSet<string>(await records.ShowsAsync(cancellation), StringComparer.Ordinal);
        // Those with uploads, and those of which only something public is left.
        foreach (var container in new[] { Containers.Episodes, Containers.Site })
            await foreach (var item in account.Container(container).GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", null, cancellation))
                if (item.IsPrefix) shows.Add(item.Prefix.TrimEnd('/'));
        shows.ExceptWith(SitePaths.Reserved);
        return shows;
    }

    private async Task RunAsync(string show, bool isCurrent, CancellationToken cancellation)
    {
        var identities = await IdentitiesAsync(show, cancellation);
        // The show's fingerprint also tells of new templates, and its last file may be gone.
        if (!isCurrent) await wakeUps.EpisodeAsync($"{show}/{UploadPath.ShowFile}", TimeSpan.Zero, cancellation);
        await CompareUploadsAsync(show, identities, cancellation);
        var row = await catalog.RowAsync(show, RowKeys.Show, cancellation);
        await CompareSiteAsync(show, identities, ShowRow.AliasesOf(row), cancellation);
        await SweepAsync(show, identities, row, cancellation);
        if (await IsBehindAsync(show, cancellation)) await wakeUps.ShowAsync(show, cancellation);
    }

    private async Task<IReadOnlyDictionary<string, Identity>> IdentitiesAsync(string show, CancellationToken cancellation) =>
        (await catalog.RangeAsync(show, "e:", RowKeys.After("e:"), null, null, cancellation)).Select(Identity.FromRow).ToDictionary(i => i.Slug, StringComparer.Ordinal);

    private async Task CompareUploadsAsync(string show, IReadOnlyDictionary<string, Identity> identities, CancellationToken cancellation)
    {
        var files = new List<UploadedFile>();
        await foreach (var file in uploads.AllAsync(show, cancellation)) files.Add(file);
        var refused = await reports.RefusedAsync(show, cancellation);
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var episode in Siblings.Settle(files).Where(f => f.Path.Key is not null).GroupBy(f => f.Path.Key!, StringComparer.Ordinal))
        {
            present.Add(episode.Key);
            var known = identities.GetValueOrDefault(Addresses.SlugOf(episode.Key));
            // Files that are what was published last, and whose report still refuses what they were meanwhile, are looked at for the report's sake.
            if (known?.Key == episode.Key && !refused.Contains(known.Slug) && !IsDue(known)
                && known.Fingerprint == Fingerprint.Of([.. episode.OrderBy(f => f.Name, StringComparer.Ordinal)], options.Value)) continue;
            await wakeUps.EpisodeAsync(new EpisodeId(show, episode.Key), cancellation);
        }

        foreach (var gone in identities.Values.Where(i => i.State != EpisodeState.Removed && !present.Contains(i.Key)))
            await wakeUps.EpisodeAsync(new EpisodeId(show, gone.Key), cancellation);
    }

    // A scheduled episode whose delayed message was lost.
    private bool IsDue(Identity identity) => identity is { State: EpisodeState.Scheduled, Due: { } due } && due <= clock.GetUtcNow();

    private async Task CompareSiteAsync(string show, IReadOnlyDictionary<string, Identity> identities, IEnumerable<string> aliases, CancellationToken cancellation)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in account.Container(Containers.Site).GetBlobsAsync(BlobTraits.None, BlobStates.None, show + "/", cancellation)) there.Add(blob.Name);

        var live = identities.Values.Where(i => i.State == EpisodeState.Live).ToDictionary(i => i.Slug, StringComparer.Ordinal);
        var wrong = live.Keys.Where(slug => !there.Contains(SitePaths.Episode(show, slug))).Select(slug => new Target(TargetKind.Page, slug)).ToList();
        wrong.AddRange(live.Values.Where(i => i.IsHeard && !(there.Contains(SitePaths.Embed(show, i.Slug)) && there.Contains(SitePaths.Oembed(show, i.Slug)))).Select(i => new Target(TargetKind.Page, i.Slug, Target.Embed)));
        wrong.AddRange(live.Values.Select(i => i.Month!.Value).Distinct().Where(m => !there.Contains(SitePaths.Month(show, m))).Select(m => new Target(TargetKind.Month, m.ToString())));
        foreach (var month in live.Values.GroupBy(i => i.Month!.Value))
        {
            var isLost = month.Any(i => !there.Contains(SitePaths.SearchText(show, EpisodeText.IdOf(i.Slug))));
            if (!isLost && there.Contains(SitePaths.SearchBlock(show, month.Key))) continue;
            wrong.Add(new(TargetKind.Search, month.Key.Year.ToString("0000", CultureInfo.InvariantCulture), $"{month.Key}{(isLost ? SearchIndex.Anew.ToString() : "")}"));
        }

        if (live.Count > 0 && new[] { SitePaths.Search(show), SitePaths.Subscribe(show), SitePaths.Topics(show), SitePaths.Guests(show) }.Any(page => !there.Contains(page))) wrong.Add(new(TargetKind.Ways));
        var known = live.Keys.Concat(live.Values.SelectMany(i => i.Aliases)).ToHashSet(StringComparer.Ordinal);
        wrong.AddRange(there.Select(path => SitePaths.SlugOf(show, path)).OfType<string>().Where(slug => !known.Contains(slug)).Select(slug => new Target(TargetKind.Page, slug)));
        if (live.Count > 0 && !there.Contains(SitePaths.Home(show))) wrong.Add(new(TargetKind.Home));
        if (live.Count > 0 && aliases.Select(alias => SitePaths.FeedAlias(show, alias)).Concat([SitePaths.Feed(show), SitePaths.Atom(show), SitePaths.JsonFeed(show)]).Any(feed => !there.Contains(feed))) wrong.Add(new(TargetKind.Feed));
        foreach (var row in WorkRow.Rows(show, clock.GetUtcNow(), wrong))
            await catalog.SubmitAsync([new(TableTransactionActionType.Add, row)], cancellation);
        if (wrong.Count > 0) await wakeUps.ShowAsync(show, cancellation);
    }

    private async Task SweepAsync(string show, IReadOnlyDictionary<string, Identity> identities, TableEntity? showRow, CancellationToken cancellation)
    {
        var named = identities.Values.SelectMany(i => i.Files).ToHashSet(StringComparer.Ordinal);
        if (showRow?.GetString("Cover") is { } cover) named.Add(cover);
        foreach (var row in await catalog.RangeAsync(show, "r:", "r:" + RowKeys.OldestFirst(clock.GetUtcNow()) + ";", null, null, cancellation))
        {
            var path = row.GetString("Path");
            if (!named.Contains(path)) await site.DeleteAsync(path, cancellation);
            await catalog.ApplyAsync(new(TableTransactionActionType.Delete, row, ETag.All), cancellation);
        }
    }

    private async Task<bool> IsBehindAsync(string show, CancellationToken cancellation) => clock.GetUtcNow() - await catalog.OldestWorkAsync(show, cancellation) > Overdue;
}
