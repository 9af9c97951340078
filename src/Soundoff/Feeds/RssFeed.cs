using Soundoff.Feeds.Podcasting;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Feeds;

/// <summary>RSS 2.0 with the iTunes and Podcasting 2.0 namespaces: <c>feed.xml</c> and its archives.</summary>
public static class RssFeed
{
    /// <summary>The media type it is served as.</summary>
    public const string Type = "application/rss+xml; charset=utf-8";

    /// <summary>
    /// Writes a document in UTF-8. Items are put in as they come, one at a time, so its size does not matter; the same items give the
    /// same bytes. Empty items (see <see cref="FeedItems.Rss"/>) are passed over.
    /// </summary>
    public static async Task WriteAsync(
        Stream output, Show show, SiteUrls urls, FeedPage page, IAsyncEnumerable<ReadOnlyMemory<byte>> items, CancellationToken cancellation)
    {
        await using var xml = FeedXml.Create(output);
        await xml.WriteStartDocumentAsync();
        FeedXml.OpenRss(xml, page.IsArchive);
        RssChannel.Write(xml, show, urls, page);
        foreach (var (live, status) in page.Live) LiveItemElement.Write(xml, live, status, show, urls);
        await FeedXml.CopyAsync(xml, output, items, cancellation);
        await xml.WriteEndDocumentAsync();
    }
}
