using System.Runtime.CompilerServices;
using Soundoff.Cli.Import.Reading;
using Soundoff.Web;

namespace Soundoff.Cli.Import;

/// <summary>A document of a feed.</summary>
/// <param name="Address">Where it was found; null for a file.</param>
/// <param name="Feed">What it says.</param>
internal sealed record FeedPage(Uri? Address, FoundFeed Feed);

/// <summary>Fetches all documents of a feed: the one that is named, the one it has moved to, and its older pages and archives (RFC 5005).</summary>
internal sealed class FeedPages(Fetcher fetcher, string scratch, ImportReport report)
{
    private const int MostMoves = 5;
    private const int MostPages = 5000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The first document, of where the feed lies now.</summary>
    /// <exception cref="UnreachableException">It cannot be had.</exception>
    /// <exception cref="InvalidDataException">It is no feed.</exception>
    public async Task<FeedPage> FirstAsync(FeedSource source, CancellationToken cancellation)
    {
        var page = source.Address is { } address ? await PageAsync(address, cancellation) : new(null, Read(source.File!, null, null));
        for (var moves = 0; moves < MostMoves && page.Feed.Show.NewFeed is { } next && _seen.Add(next.AbsoluteUri); moves++)
        {
            try
            {
                page = await PageAsync(next, cancellation);
            }
            catch (Exception failure) when (failure is UnreachableException or InvalidDataException)
            {
                report.Left("itunes:new-feed-url", page.Feed.Show.Title ?? "", $"The feed says it has moved to {next}, which {failure.Message}.", "It was read where it is.");
                break;
            }
        }

        return page;
    }

    /// <summary>The documents after the first, from newer to older; ends with a word in the report when one cannot be read.</summary>
    public async IAsyncEnumerable<FeedPage> OlderAsync(FeedPage page, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var numbered = NumberedPages.Of(page);
        while (_seen.Count < MostPages && (page.Feed.Show.Older ?? numbered?.Next()) is { } next && _seen.Add(next.AbsoluteUri))
        {
            try
            {
                page = await PageAsync(next, cancellation);
            }
            catch (Exception failure) when (failure is UnreachableException or InvalidDataException)
            {
                // Pages that are only guessed end with one that is not there.
                if (page.Feed.Show.Older is not null) report.BrokeOff = $"{next} {failure.Message}.";
                yield break;
            }

            if (numbered?.IsNew(page) == false) yield break;
            yield return page;
        }
    }

    private async Task<FeedPage> PageAsync(Uri address, CancellationToken cancellation)
    {
        using var answer = await fetcher.GetAsync(address, cancellation);
        var file = Path.Combine(scratch, FormattableString.Invariant($"page-{++_count}"));
        await using (var stream = File.Create(file)) await answer.CopyAsync(stream, FeedDocument.Largest, cancellation);
        _seen.Add(address.AbsoluteUri);
        _seen.Add(answer.Address.AbsoluteUri);
        return new(answer.Address, Read(file, answer.Address, answer.Charset));
    }

    private FoundFeed Read(string file, Uri? from, string? charset)
    {
        var feed = FeedDocument.Read(file, from, charset);
        foreach (var mended in feed.Mended) report.Left("document", from?.AbsoluteUri ?? file, $"The feed is not as it should be: {mended}.", "Look at its last and its strangest episodes in the new folder.");
        return feed;
    }
}

/// <summary>What was asked to be imported.</summary>
/// <param name="Address">A feed's; null for a file.</param>
/// <param name="File">A file; null for an address.</param>
internal sealed record FeedSource(Uri? Address, string? File);

/// <summary>Feeds that show their newest items only and give the rest by number (<c>?paged=2</c>), as WordPress does without saying so.</summary>
/// <param name="first">The feed's address.</param>
internal sealed class NumberedPages(Uri first)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _page = 1;

    /// <summary>Null for a feed of any other program.</summary>
    public static NumberedPages? Of(FeedPage page)
    {
        if (page.Address is not { } address || page.Feed.Show.Older is not null || page.Feed.Show.Generator?.Contains("wordpress", StringComparison.OrdinalIgnoreCase) != true) return null;
        var pages = new NumberedPages(address);
        pages.IsNew(page);
        return pages;
    }

    /// <summary>The next address.</summary>
    public Uri Next() => new UriBuilder(first) { Query = $"{first.Query.TrimStart('?')}{(first.Query.Length > 1 ? "&" : "")}paged={++_page}" }.Uri;

    /// <summary>Whether a page has items that none before had: a server that knows no pages sends the first one again.</summary>
    public bool IsNew(FeedPage page)
    {
        var isNew = false;
        foreach (var item in page.Feed.Items) isNew |= _ids.Add(item.Guid ?? item.Link?.AbsoluteUri ?? item.Title ?? "");
        return isNew;
    }
}
