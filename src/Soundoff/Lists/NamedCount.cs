namespace Soundoff.Lists;

/// <summary>A topic, a guest or a season among all of its kind.</summary>
/// <param name="List">Its kind: <see cref="NamedList.OfTopic"/>, say.</param>
/// <param name="Slug">Its part of addresses.</param>
/// <param name="Name">As its newest episode writes it.</param>
/// <param name="Years">Its episodes by year.</param>
public sealed record NamedCount(char List, string Slug, string Name, IReadOnlyDictionary<int, int> Years)
{
    /// <summary>All its episodes.</summary>
    public int Episodes => Years.Values.Sum();

    /// <summary>The key within a show, by which the same are told.</summary>
    public (char List, string Slug) Key => (List, Slug);

    /// <summary>Whether both say the same.</summary>
    public bool IsSame(NamedCount other) => Key == other.Key && Name == other.Name && Years.Count == other.Years.Count && Years.All(y => other.Years.GetValueOrDefault(y.Key) == y.Value);
}
