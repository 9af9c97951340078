using Soundoff.Shows.Podcasting;
using Soundoff.Site;

namespace Soundoff.Feeds;

/// <summary>Which document of a feed is written, and its neighbours (RFC 5005 section 4).</summary>
public sealed record FeedPage
{
    private FeedPage() { }

    /// <summary>The month an archive holds; null for the newest episodes.</summary>
    public Month? Month { get; private init; }

    /// <summary>The archive that <c>prev-archive</c> names.</summary>
    public Month? Previous { get; private init; }

    /// <summary>The archive that <c>next-archive</c> names.</summary>
    public Month? Next { get; private init; }

    /// <summary>What is or will be on air, each with what it is now.</summary>
    public IReadOnlyList<(LiveItem Item, string Status)> Live { get; init; } = [];

    /// <summary>Whether it is a month's archive.</summary>
    public bool IsArchive => Month is not null;

    /// <summary>The document that is subscribed to.</summary>
    /// <param name="previousArchive">The newest month that it does not wholly contain: see <see cref="ArchiveChain"/>.</param>
    public static FeedPage Newest(Month? previousArchive) => new() { Previous = previousArchive };

    /// <summary>A month's archive between the months before and after it that have episodes.</summary>
    public static FeedPage Archive(Month month, Month? previous, Month? next) => new() { Month = month, Previous = previous, Next = next };
}
