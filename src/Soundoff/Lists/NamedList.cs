namespace Soundoff.Lists;

/// <summary>The episodes of a topic or a guest.</summary>
/// <param name="Name">As the newest episode writes it.</param>
/// <param name="Description">Who a guest is, by the newest episode; null for topics.</param>
/// <param name="Episodes">Newest first.</param>
public sealed record NamedList(string Name, string? Description, IReadOnlyList<ListedEpisode> Episodes)
{
    /// <summary>Topics, and guests, that an episode is listed under at most: a transaction has room for 100 rows.</summary>
    public const int MostOfOneEpisode = 20;

    /// <summary>The kinds of list, as keys of rows and work begin with them.</summary>
    public const char OfTopic = 't', OfGuest = 'g', OfSeason = 's';
}
