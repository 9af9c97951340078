using Soundoff.Feeds;
using Soundoff.Shows;
using Soundoff.Shows.Podcasting;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>A show's feeds: the newest episodes in three formats, from one look at them, and a month's archive.</summary>
public sealed class FeedDocuments(SiteUrls urls, TimeProvider clock)
{
    /// <summary>The newest feeds. A show without files has none.</summary>
    public async Task RenderAsync(Round round, CancellationToken cancellation)
    {
        if (await round.RecordAsync() is not { Show: var show })
        {
            foreach (var path in new[] { SitePaths.Feed(round.Show), SitePaths.Atom(round.Show), SitePaths.JsonFeed(round.Show) }) await round.WriteAsync(path, null);
            return;
        }

        var newest = await round.NewestAsync();
        var first = await newest.EpisodesAsync(1, cancellation) is [var latest, ..] ? latest : null;
        var months = (await round.MonthsAsync()).Reverse().Select(m => new MonthCount(m.Month, m.InFeed)).Where(m => m.Count > 0);
        var page = FeedPage.Newest(ArchiveChain.PreviousOfNewest(months, show.Feed.Items)) with { Live = await LiveAsync(round, show) };
        await WriteAsync(round, [SitePaths.Feed(show.Name), .. show.FeedAliases.Select(alias => SitePaths.FeedAlias(show.Name, alias))], RssFeed.Type,
            output => RssFeed.WriteAsync(output, show, urls, page, Items("Rss"), cancellation));
        await WriteAsync(round, [SitePaths.Atom(show.Name)], AtomFeed.Type, output => AtomFeed.WriteAsync(output, show, urls, first?.Date, Items("Atom"), cancellation));
        await WriteAsync(round, [SitePaths.JsonFeed(show.Name)], JsonFeed.Type, output => JsonFeed.WriteAsync(output, show, urls, Items("Json"), cancellation));

        IAsyncEnumerable<ReadOnlyMemory<byte>> Items(string feed) => newest.ItemsAsync(feed, show.Feed.Items, cancellation);
    }

    /// <summary>A month's archive, unless no episode of the month is in the feed.</summary>
    public async Task ArchiveAsync(Round round, Month month, CancellationToken cancellation)
    {
        var path = SitePaths.FeedArchive(round.Show, month);
        var months = (await round.MonthsAsync()).Select(m => new MonthCount(m.Month, m.InFeed)).ToList();
        if (months.All(m => m.Month != month || m.Count == 0))
        {
            await round.WriteAsync(path, null);
            return;
        }

        var (show, listing) = (await round.SettingsAsync(), await round.MonthAsync(month));
        await WriteAsync(round, [path], RssFeed.Type, output => RssFeed.WriteAsync(output, show, urls, ArchiveChain.ArchiveOf(month, months), listing.Items.ToAsyncEnumerable(), cancellation));
    }

    // An item whose recording has come is an episode now.
    private async Task<IReadOnlyList<(LiveItem, string)>> LiveAsync(Round round, Show show)
    {
        var live = new List<(LiveItem, string)>();
        foreach (var item in show.Live)
            if (!await round.IsPublishedAsync(item.Slug)) live.Add((item, item.StatusAt(clock.GetUtcNow())));
        return live;
    }

    /// <summary>Takes away what stands at a former address of the feed, unless the show took it back meanwhile.</summary>
    public static async Task GiveUpAsync(Round round, string alias)
    {
        if (await round.RecordAsync() is not { Show: var show } || !show.FeedAliases.Contains(alias)) await round.WriteAsync(SitePaths.FeedAlias(round.Show, alias), null);
    }

    private static async Task WriteAsync(Round round, IEnumerable<string> paths, string type, Func<Stream, Task> write)
    {
        using var output = new MemoryStream();
        await write(output);
        var content = new SiteContent(output.GetBuffer().AsMemory(0, (int)output.Length), type, Caching.Minute);
        foreach (var path in paths) await round.WriteAsync(path, content);
    }
}
