using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Soundoff.Lists;

namespace Soundoff.Catalog;

/// <summary>The newest listing rows, newest first: fetched once, as far as the one who wants most of them, for all who read them.</summary>
public sealed class NewestListing : IAsyncDisposable
{
    private readonly IAsyncEnumerator<TableEntity> rows;
    private readonly List<TableEntity> fetched = [];
    private readonly SemaphoreSlim one = new(1, 1);
    private bool isAll;

    internal NewestListing(IAsyncEnumerable<TableEntity> rows) => this.rows = rows.GetAsyncEnumerator(CancellationToken.None);

    /// <summary>The newest episodes.</summary>
    public async Task<IReadOnlyList<ListedEpisode>> EpisodesAsync(int count, CancellationToken cancellation)
    {
        var episodes = new List<ListedEpisode>();
        for (var i = 0; i < count && await AtAsync(i, cancellation) is { } row; i++) episodes.Add(Listing.Read(row));
        return episodes;
    }

    /// <summary>The finished items of a feed (<c>Rss</c>, <c>Atom</c>, <c>Json</c>); episodes that are not in it are passed over.</summary>
    /// <param name="feed">Which.</param>
    /// <param name="count">How many; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ItemsAsync(string feed, int? count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var left = count ?? int.MaxValue;
        for (var i = 0; left > 0 && await AtAsync(i, cancellation) is { } row; i++)
        {
            var item = Listing.Item(row, feed);
            if (item.IsEmpty) continue;
            yield return item;
            left--;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        one.Dispose();
    }

    private async Task<TableEntity?> AtAsync(int place, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            while (!isAll && fetched.Count <= place)
            {
                isAll = !await rows.MoveNextAsync();
                if (!isAll) fetched.Add(rows.Current);
            }

            return place < fetched.Count ? fetched[place] : null;
        }
        finally
        {
            one.Release();
        }
    }
}
