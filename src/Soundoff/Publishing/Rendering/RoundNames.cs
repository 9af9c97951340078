using System.Collections.Concurrent;
using Azure.Data.Tables;
using Soundoff.Catalog;
using Soundoff.Lists;

namespace Soundoff.Publishing.Rendering;

/// <summary>A show's topics, guests and seasons with their counts, as read for a round and as its targets change them.</summary>
public sealed class RoundNames
{
    private readonly Dictionary<(char, string), NamedCount> read;
    private readonly ConcurrentDictionary<(char, string), NamedCount> now;

    internal RoundNames(IReadOnlyList<NamedCount> rows)
    {
        read = rows.ToDictionary(r => r.Key);
        now = new(read);
    }

    /// <summary>One of them; null when it has no episodes.</summary>
    public NamedCount? Find(char list, string slug) => now.GetValueOrDefault((list, slug));

    /// <summary>All of a kind, in the order of their slugs.</summary>
    public IReadOnlyList<NamedCount> Of(char list) => [.. now.Values.Where(n => n.List == list).OrderBy(n => n.Slug, StringComparer.Ordinal)];

    /// <summary>Makes one what was counted.</summary>
    public void Set(NamedCount name) => now[name.Key] = name;

    /// <summary>One has no episodes any more.</summary>
    public void Remove(char list, string slug) => now.TryRemove((list, slug), out _);

    /// <summary>What makes the table's rows the same.</summary>
    internal IEnumerable<TableTransactionAction> Actions(string show) =>
        now.Values.Where(n => read.GetValueOrDefault(n.Key)?.IsSame(n) != true).Select(n => n.Action(show))
            .Concat(read.Values.Where(n => !now.ContainsKey(n.Key)).Select(n => n.Removal(show)));
}
