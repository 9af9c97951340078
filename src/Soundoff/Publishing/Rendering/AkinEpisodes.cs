using Soundoff.Episodes;
using Soundoff.Lists;

namespace Soundoff.Publishing.Rendering;

/// <summary>
/// Older episodes with the same guests and topics. Older ones alone: so the page of an episode changes when one of a few before it does, and a new episode changes
/// no page but its own and its neighbours'.
/// </summary>
internal static class AkinEpisodes
{
    /// <summary>So many are named, and so many of each list are looked at.</summary>
    public const int Most = 3;

    private const int MostGuests = 2;
    private const int MostTopics = 3;

    /// <summary>Those that share most, and of these the newest.</summary>
    public static async Task<IReadOnlyList<ListedEpisode>> OfAsync(Round round, Episode episode)
    {
        var lists = episode.Guests.Take(MostGuests).Select(g => (NamedList.OfGuest, Slug.From(g.Name))).Concat(episode.Topics.Take(MostTopics).Select(t => (NamedList.OfTopic, t.Slug)));
        var found = new List<ListedEpisode>();
        foreach (var (list, slug) in lists) found.AddRange(await round.OlderNamedAsync(list, slug, new(episode.Date, episode.Slug), Most));
        return [.. found.GroupBy(e => e.Slug).OrderByDescending(e => e.Count()).ThenByDescending(e => e.First().Date).ThenBy(e => e.Key, StringComparer.Ordinal).Take(Most).Select(e => e.First())];
    }
}
