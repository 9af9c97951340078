using Soundoff.Episodes;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Feeds;

/// <summary>An episode as the feeds carry it, rendered once: UTF-8 fragments that documents are put together from.</summary>
/// <param name="Rss">An <c>item</c>; empty when the episode does not belong in the RSS feed, as podcast apps ignore items without audio.</param>
/// <param name="Atom">An <c>entry</c>.</param>
/// <param name="Json">An item of JSON Feed.</param>
public sealed record FeedItems(ReadOnlyMemory<byte> Rss, ReadOnlyMemory<byte> Atom, ReadOnlyMemory<byte> Json)
{
    // The last one fits whatever the text is: a JSON item holds its notes twice, as HTML and as text.
    private static readonly int?[] NotesLimits = [null, 1024 * 1024, 512 * 1024, 256 * 1024, 96 * 1024];

    /// <summary>Renders an episode. Notes too long to be stored end with a link to the page (see <see cref="FeedFragment.PackedLimit"/>).</summary>
    public static FeedItems Render(Episode episode, Show show, SiteUrls urls)
    {
        foreach (var limit in NotesLimits[..^1])
        {
            var items = Render(episode, show, urls, limit);
            if (Fits(items.Rss) && Fits(items.Atom) && Fits(items.Json)) return items;
        }
        return Render(episode, show, urls, NotesLimits[^1]);
    }

    private static FeedItems Render(Episode episode, Show show, SiteUrls urls, int? notesLimit)
    {
        var body = FeedBody.Of(episode, show, urls, notesLimit);
        return new(
            IsInRss(episode, show) ? RssItem.Render(episode, show, urls, body) : default,
            AtomEntry.Render(episode, show, urls, body),
            JsonFeedItem.Render(episode, show, urls, body));
    }

    /// <summary>Whether an episode stands in the RSS feed: one with a recording, or any where the show says so; a list names items of other feeds and has none of its own.</summary>
    public static bool IsInRss(Episode episode, Show show) => (episode.Audio is not null || show.Feed.TextEpisodes) && !show.IsList;

    private static bool Fits(ReadOnlyMemory<byte> fragment) =>
        fragment.Length < FeedFragment.PackedLimit / 2 || FeedFragment.Pack(fragment).Length <= FeedFragment.PackedLimit;
}
