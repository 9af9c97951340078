using Azure.Data.Tables;
using Soundoff.Lists;
using Soundoff.Site;

namespace Soundoff.Catalog;

/// <summary>
/// The listing rows of a month, and of a day before and after it: rows are sorted by UTC, months are those of the show's time zone. Together they are an unbroken
/// piece of the order of dates, so they also tell who stands next to whom.
/// </summary>
public sealed class MonthListing
{
    private readonly IReadOnlyList<TableEntity> rows;
    private readonly Month month;
    private readonly SortedList<string, ListedEpisode> newestFirst = new(StringComparer.Ordinal);
    private readonly SortedList<string, ListedEpisode> oldestFirst = new(StringComparer.Ordinal);

    internal MonthListing(Month month, IReadOnlyList<TableEntity> rows)
    {
        (this.month, this.rows) = (month, rows);
        foreach (var row in rows)
        {
            var episode = Listing.Read(row);
            newestFirst.Add(row.RowKey, episode);
            oldestFirst.Add(RowKeys.Reverse(episode.Date, episode.Slug), episode);
        }
    }

    /// <summary>The month's episodes, newest first.</summary>
    public IReadOnlyList<ListedEpisode> Episodes => [.. newestFirst.Values.Where(e => e.Month == month)];

    /// <summary>Their finished items of the RSS feed, newest first.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Items => rows.Where(row => row.GetString("Month") == month.ToString()).Select(row => Listing.Item(row, "Rss")).Where(item => !item.IsEmpty);

    /// <summary>Whether an episode is listed at a date.</summary>
    public bool Holds(DateTimeOffset date, string slug) => newestFirst.ContainsKey(RowKeys.Listing(date, slug));

    /// <summary>The episode before a place in the order of dates; null when it is not among these.</summary>
    public ListedEpisode? Older(DateTimeOffset date, string slug) => After(newestFirst, RowKeys.Listing(date, slug));

    /// <summary>The episode after a place in the order of dates; null when it is not among these.</summary>
    public ListedEpisode? Newer(DateTimeOffset date, string slug) => After(oldestFirst, RowKeys.Reverse(date, slug));

    private static ListedEpisode? After(SortedList<string, ListedEpisode> order, string key)
    {
        var (low, high) = (0, order.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(order.GetKeyAtIndex(middle), key) > 0) high = middle;
            else low = middle + 1;
        }

        return low < order.Count ? order.GetValueAtIndex(low) : null;
    }
}
