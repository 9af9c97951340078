using Soundoff.Lists;

namespace Soundoff.Catalog;

/// <summary>A place in the order of dates, newest first.</summary>
/// <param name="Date">When.</param>
/// <param name="Slug">Tells those of one second.</param>
public readonly record struct ListedPlace(DateTimeOffset Date, string Slug)
{
    /// <summary>Where an episode stands.</summary>
    public static ListedPlace Of(ListedEpisode episode) => new(episode.Date, episode.Slug);

    /// <summary>Whether this one comes before another in a list.</summary>
    public bool IsNewerThan(ListedPlace other) => string.CompareOrdinal(Key, other.Key) < 0;

    /// <summary>The end of its row's key.</summary>
    internal string Key => $"{RowKeys.NewestFirst(Date)}:{Slug}";
}
