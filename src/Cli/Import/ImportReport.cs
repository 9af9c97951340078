namespace Soundoff.Cli.Import;

/// <summary>What a run did, what it left, and why. Safe for concurrent use.</summary>
internal sealed class ImportReport
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(string What, string Why, string Mend), LeftField> _left = [];
    private readonly List<LeftField> _missing = [];
    private readonly Dictionary<ItemFate, int> _fates = [];

    /// <summary>The show's title.</summary>
    public string? Title { get; set; }

    /// <summary>Its folder.</summary>
    public string? Folder { get; set; }

    /// <summary>Bytes of recordings that were fetched.</summary>
    public long Bytes { get; private set; }

    /// <summary>Why the feed was not read to its end; null when it was.</summary>
    public string? BrokeOff { get; set; }

    /// <summary>What was not taken over, and what to do.</summary>
    public IReadOnlyList<LeftField> Fields
    {
        get
        {
            lock (_turn) return [.. _left.Values.OrderBy(left => left.What, StringComparer.Ordinal).ThenBy(left => left.Why, StringComparer.Ordinal)];
        }
    }

    /// <summary>Files that could not be had: the next run tries again.</summary>
    public IReadOnlyList<LeftField> Missing
    {
        get
        {
            lock (_turn) return [.. _missing.OrderBy(file => file.Where, StringComparer.Ordinal).ThenBy(file => file.What, StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether an item is a text alone.</summary>
    public bool HasTexts { get; set; }

    /// <summary>Whether all came in that was there.</summary>
    public bool IsWhole => BrokeOff is null && Missing.Count == 0;

    /// <summary>How many items had this fate.</summary>
    public int Count(ItemFate fate)
    {
        lock (_turn) return _fates.GetValueOrDefault(fate);
    }

    /// <summary>An item was dealt with.</summary>
    public void Item(ItemFate fate)
    {
        lock (_turn) _fates[fate] = _fates.GetValueOrDefault(fate) + 1;
    }

    /// <summary>Something was not taken over, or not as it was.</summary>
    /// <param name="what">The field, as the feed calls it.</param>
    /// <param name="where">The title of the item, or of the show.</param>
    /// <param name="why">One sentence.</param>
    /// <param name="mend">One sentence.</param>
    public void Left(string what, string where, string why, string mend)
    {
        lock (_turn)
        {
            var key = (what, why, mend);
            _left[key] = _left.TryGetValue(key, out var known) ? known with { Items = known.Items + 1, Where = string.CompareOrdinal(where, known.Where) < 0 ? where : known.Where } : new(what, where, why, mend, 1);
        }
    }

    /// <summary>A file could not be had.</summary>
    public void Lost(string what, string where, string why, string mend)
    {
        lock (_turn) _missing.Add(new(what, where, why, mend, 1));
    }

    /// <summary>So much of a recording came.</summary>
    public void Got(int bytes)
    {
        lock (_turn) Bytes += bytes;
    }
}

/// <summary>Something that was not taken over.</summary>
/// <param name="What">The field, as the feed calls it.</param>
/// <param name="Where">The first item that has it, or the show.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Mend">What to do, as one sentence.</param>
/// <param name="Items">How many items have it.</param>
internal sealed record LeftField(string What, string Where, string Why, string Mend, int Items);

/// <summary>What became of an item.</summary>
internal enum ItemFate
{
    /// <summary>Its files were written.</summary>
    New,

    /// <summary>The feed says something else than before, and so do its files.</summary>
    Updated,

    /// <summary>All was there.</summary>
    Unchanged,

    /// <summary>The feed says something else than before, and so does the publisher: the publisher’s text stays.</summary>
    Yours,
}
