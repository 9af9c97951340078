using System.Collections.Concurrent;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Lists;
using Soundoff.Mail.Letters;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>
/// One round of a show's rendering: what its targets share, each read once. All of it is read after the round's work was listed, so that it holds at least what
/// that work committed; what is committed later is listed again.
/// </summary>
public sealed class Round : IAsyncDisposable
{
    // So many pages ask for their letters one by one.
    private const int FewPages = 4;

    private readonly Rounds sources;
    private readonly Tenure tenure;
    private readonly CancellationToken cancellation;
    private readonly Lazy<Task<ShowRecord?>> record;
    private readonly Lazy<Task<IReadOnlyList<MonthRow>>> months;
    private readonly Lazy<Task<NewestListing>> newest;
    private readonly Lazy<Task<IReadOnlySet<string>?>> withLetters;
    private readonly Lazy<Task<RoundNames>> names;
    private readonly ConcurrentDictionary<string, Lazy<Task<EpisodeRecord?>>> episodes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(char List, string Slug), Lazy<Task<NamedList?>>> named = new();
    private readonly ConcurrentDictionary<Month, Lazy<Task<MonthListing>>> listings = new();

    internal Round(Rounds sources, Tenure tenure, IReadOnlyCollection<Target> targets, CancellationToken cancellation)
    {
        (this.sources, this.tenure, this.cancellation) = (sources, tenure, cancellation);
        record = new(() => sources.Records.ShowAsync(Show, cancellation));
        months = new(() => sources.Catalog.MonthsAsync(Show, cancellation));
        newest = new(async () => sources.Catalog.Newest(Show, (await SettingsAsync()).Feed.Items is { } items ? Math.Max(items, ShowPages.OnHome) : null, cancellation));
        withLetters = new(() => targets.Where(t => t.Kind == TargetKind.Page).DistinctBy(t => t.Name).Count() > FewPages ? sources.Letters.SlugsAsync(Show, cancellation) : Task.FromResult<IReadOnlySet<string>?>(null));
        names = new(async () => new(await sources.Catalog.NamesAsync(Show, cancellation)));
        // The rows of a month that is rendered anyway also tell neighbours; no other month is read for that.
        foreach (var month in targets.Where(t => t.Kind == TargetKind.Month).Select(t => Month.Parse(t.Name))) listings[month] = Listing(month);
    }

    /// <summary>The show's name.</summary>
    public string Show => tenure.Claim.Show;

    /// <summary>The show; null when its last file is gone.</summary>
    public Task<ShowRecord?> RecordAsync() => record.Value;

    /// <summary>The show's settings; those of a show without files when it is gone.</summary>
    public async Task<Show> SettingsAsync() => (await RecordAsync())?.Show ?? ShowDefaults.For(Show);

    /// <summary>All months that have episodes, oldest first.</summary>
    public Task<IReadOnlyList<MonthRow>> MonthsAsync() => months.Value;

    /// <summary>The newest episodes.</summary>
    public Task<NewestListing> NewestAsync() => newest.Value;

    /// <summary>A month's episodes.</summary>
    public Task<MonthListing> MonthAsync(Month month) => listings.GetOrAdd(month, Listing).Value;

    /// <summary>Whether an episode is listed at a date; null when nothing that this round reads tells.</summary>
    public async Task<bool?> IsListedAsync(DateTimeOffset date, string slug) =>
        listings.TryGetValue(Month.Of(date), out var listing) ? (await listing.Value).Holds(date, slug) : null;

    /// <summary>Whether an episode with a slug is live.</summary>
    public async Task<bool> IsPublishedAsync(string slug) => (await sources.Catalog.FindAsync(Show, slug, cancellation))?.State == EpisodeState.Live;

    /// <summary>The episodes before and after a place in the order of dates.</summary>
    public async Task<(ListedEpisode? Older, ListedEpisode? Newer)> NeighboursAsync(DateTimeOffset date, string slug)
    {
        var month = Month.Of(date);
        if (!listings.TryGetValue(month, out var listing)) return (await sources.Catalog.OlderAsync(Show, date, slug, cancellation), await sources.Catalog.NewerAsync(Show, date, slug, cancellation));
        var (rows, all) = (await listing.Value, await MonthsAsync());
        var older = rows.Older(date, slug) ?? (all.Any(m => m.Month < month) ? await sources.Catalog.OlderAsync(Show, date, slug, cancellation) : null);
        var newer = rows.Newer(date, slug) ?? (all.Any(m => m.Month > month) ? await sources.Catalog.NewerAsync(Show, date, slug, cancellation) : null);
        return (older, newer);
    }

    /// <summary>The record of an episode; null for one never published.</summary>
    public Task<EpisodeRecord?> EpisodeAsync(string slug) => episodes.GetOrAdd(slug, _ => new(() => sources.Records.EpisodeAsync(Show, slug, cancellation))).Value;

    /// <summary>All topics, guests and seasons with their counts.</summary>
    public Task<RoundNames> NamesAsync() => names.Value;

    /// <summary>What became of their counts in this round; null when none was looked at.</summary>
    public async Task<RoundNames?> ChangedNamesAsync() => names.IsValueCreated ? await names.Value : null;

    /// <summary>The newest <see cref="NamedPages.OnList"/> episodes of a topic, guest or season and one more; null when there are none.</summary>
    public Task<NamedList?> NamedAsync(char list, string slug) =>
        named.GetOrAdd((list, slug), _ => new(() => sources.Catalog.NamedAsync(Show, list, slug, NamedPages.OnList + 1, cancellation))).Value;

    /// <summary>The episodes of a topic, guest or season that come next before a place in the order of dates.</summary>
    public async Task<IReadOnlyList<ListedEpisode>> OlderNamedAsync(char list, string slug, ListedPlace place, int count)
    {
        if (named.TryGetValue((list, slug), out var read) && await read.Value is { } known)
        {
            var older = known.Episodes.Where(e => place.IsNewerThan(ListedPlace.Of(e))).Take(count).ToList();
            if (older.Count == count || known.Episodes.Count <= NamedPages.OnList) return older;
        }

        return await sources.Catalog.OlderNamedAsync(Show, list, slug, place, count, cancellation);
    }

    /// <summary>The letters on a page, oldest first.</summary>
    /// <param name="slugs">The episode's slug and those it had before.</param>
    public async Task<IReadOnlyList<PublishedLetter>> LettersAsync(IEnumerable<string> slugs)
    {
        var some = await withLetters.Value;
        return await sources.Letters.OfAsync(Show, some is null ? slugs : slugs.Where(some.Contains), cancellation);
    }

    /// <summary>Makes a page what was rendered, or absent when that is null.</summary>
    /// <exception cref="ClaimLostException">Another renders the show by now.</exception>
    public Task PageAsync(string path, byte[]? page, bool isNew = false) => WriteAsync(path, page is null ? null : new SiteContent(page, PublicTypes.Html, Caching.Minute), isNew);

    /// <summary>Makes a public blob what was rendered, or absent when that is null.</summary>
    /// <exception cref="ClaimLostException">Another renders the show by now.</exception>
    public Task WriteAsync(string path, SiteContent? content, bool isNew = false) => sources.Site.ReplaceAsync(path, content, isNew, tenure.KeepAsync, cancellation);

    /// <summary>What stands at a public path; null for nothing. What is written over it next needs no other look at it.</summary>
    public Task<byte[]?> ReadAsync(string path) => sources.Site.ReadAsync(path, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (newest.IsValueCreated && newest.Value.IsCompletedSuccessfully) await (await newest.Value).DisposeAsync();
    }

    private Lazy<Task<MonthListing>> Listing(Month month) => new(() => sources.Catalog.InMonthAsync(Show, month, cancellation));
}
