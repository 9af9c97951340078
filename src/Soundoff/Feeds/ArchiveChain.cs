using Soundoff.Site;

namespace Soundoff.Feeds;

/// <summary>A month and how many episodes it has.</summary>
public readonly record struct MonthCount(Month Month, int Count);

/// <summary>Which archive links to which, so that following the links from <c>feed.xml</c> gives every episode (RFC 5005 section 4).</summary>
public static class ArchiveChain
{
    /// <summary>The newest month that the newest <paramref name="items"/> episodes do not wholly contain; null when they hold all there is.</summary>
    /// <param name="months">Newest first. Only as many are needed as the first that does not fit.</param>
    /// <param name="items">How many episodes <c>feed.xml</c> holds, counted as the months count; null for all.</param>
    public static Month? PreviousOfNewest(IEnumerable<MonthCount> months, int? items)
    {
        if (items is not { } room) return null;
        foreach (var month in months)
        {
            if (month.Count > room) return month.Month;
            room -= month.Count;
        }
        return null;
    }

    /// <summary>The document of a month among its neighbours: <paramref name="months"/> in any order, those without episodes do not count.</summary>
    public static FeedPage ArchiveOf(Month month, IEnumerable<MonthCount> months)
    {
        Month? previous = null, next = null;
        foreach (var (other, count) in months)
        {
            if (count == 0) continue;
            if (other < month && (previous is null || other > previous)) previous = other;
            if (other > month && (next is null || other < next)) next = other;
        }
        return FeedPage.Archive(month, previous, next);
    }
}
