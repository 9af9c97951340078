using Azure;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Lists;
using Soundoff.Site;

namespace Soundoff.Catalog;

/// <summary>The <c>Catalog</c> table: a partition per show.</summary>
/// <remarks>Every read here is a point read or a bounded range; none grows with the number of episodes.</remarks>
public sealed class CatalogTable(TableClient table)
{
    /// <summary>Rows of a transaction at most.</summary>
    public const int TransactionLimit = 100;

    /// <summary>The identity of a slug; null when the show never had it.</summary>
    public async Task<Identity?> FindAsync(string show, string slug, CancellationToken cancellation) =>
        await RowAsync(show, RowKeys.Identity(slug), cancellation) is { } row ? Identity.FromRow(row) : null;

    /// <summary>The count row of a month; zeros where there is none.</summary>
    public async Task<MonthRow> MonthAsync(string show, Month month, CancellationToken cancellation) =>
        await RowAsync(show, RowKeys.Month(month), cancellation) is { } row ? MonthRow.Read(row) : new MonthRow(month, 0, 0);

    /// <summary>All months that have episodes, oldest first.</summary>
    public async Task<IReadOnlyList<MonthRow>> MonthsAsync(string show, CancellationToken cancellation) =>
        [.. (await RangeAsync(show, "m:", RowKeys.After("m:"), null, null, cancellation)).Select(MonthRow.Read)];

    /// <summary>The newest episodes, newest first.</summary>
    public Task<IReadOnlyList<ListedEpisode>> NewestAsync(string show, int count, CancellationToken cancellation) =>
        ListAsync(show, "p:", RowKeys.After("p:"), count, cancellation);

    /// <summary>The newest episodes with their feed items, fetched as far as somebody asks.</summary>
    /// <param name="show">The show.</param>
    /// <param name="count">How many will be asked for, most likely; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public NewestListing Newest(string show, int? count, CancellationToken cancellation) =>
        new(table.Between(show, "p:", RowKeys.After("p:"), count, [.. Listing.Light, .. Listing.Columns("Rss"), .. Listing.Columns("Atom"), .. Listing.Columns("Json")], cancellation));

    /// <summary>A month's episodes with their items of the RSS feed.</summary>
    public async Task<MonthListing> InMonthAsync(string show, Month month, CancellationToken cancellation)
    {
        var (from, to) = Range(month, 1);
        return new(month, await RangeAsync(show, from, to, null, [.. Listing.Light, .. Listing.Columns("Rss")], cancellation));
    }

    /// <summary>A year's episodes, newest first; the year is that of the show's time zone.</summary>
    public async Task<IReadOnlyList<ListedEpisode>> InYearAsync(string show, int year, CancellationToken cancellation)
    {
        var (from, to) = Range(new Month(year, 1), 12);
        return [.. (await ListAsync(show, from, to, null, cancellation)).Where(e => e.Month.Year == year)];
    }

    /// <summary>The newest episodes of a topic (<c>t</c>) or guest (<c>g</c>), and how the list names itself.</summary>
    public async Task<NamedList?> NamedAsync(string show, char list, string slug, int count, CancellationToken cancellation)
    {
        var prefix = $"{list}:{slug}:";
        return NamedList.Of(await RangeAsync(show, prefix, RowKeys.After(prefix), count, Listing.Light, cancellation));
    }

    /// <summary>The episodes of a topic, guest or season that come next before a place in the order of dates, newest first.</summary>
    public async Task<IReadOnlyList<ListedEpisode>> OlderNamedAsync(string show, char list, string slug, ListedPlace place, int count, CancellationToken cancellation)
    {
        var prefix = $"{list}:{slug}:";
        return [.. (await RangeAsync(show, prefix + place.Key + "!", RowKeys.After(prefix), count, Listing.Light, cancellation)).Select(Listing.Read)];
    }

    /// <summary>All topics, guests and seasons with their counts. One request for each thousand.</summary>
    public async Task<IReadOnlyList<NamedCount>> NamesAsync(string show, CancellationToken cancellation) =>
        [.. (await RangeAsync(show, "n:", RowKeys.After("n:"), null, null, cancellation)).Select(NamedCount.Read)];

    /// <summary>A topic's or guest's episodes of a year, newest first, followed by the next older one, which tells the year below.</summary>
    public async Task<NamedList?> NamedInYearAsync(string show, char list, string slug, int year, CancellationToken cancellation)
    {
        var prefix = $"{list}:{slug}:";
        var (from, to) = RowKeys.Year(prefix, year, TimeSpan.FromDays(1));
        var rows = await RangeAsync(show, from, to, null, Listing.Light, cancellation);
        var older = await RangeAsync(show, to, RowKeys.After(prefix), 1, Listing.Light, cancellation);
        return NamedList.Of([.. rows, .. older]);
    }

    /// <summary>The episode before a place in the order of dates.</summary>
    public async Task<ListedEpisode?> OlderAsync(string show, DateTimeOffset date, string slug, CancellationToken cancellation) =>
        await ListAsync(show, RowKeys.Listing(date, slug) + "!", RowKeys.After("p:"), 1, cancellation) is [var older] ? older : null;

    /// <summary>The episode after a place in the order of dates.</summary>
    public async Task<ListedEpisode?> NewerAsync(string show, DateTimeOffset date, string slug, CancellationToken cancellation)
    {
        var after = await RangeAsync(show, RowKeys.Reverse(date, slug) + "!", RowKeys.After("o:"), 1, null, cancellation);
        if (after.Count == 0) return null;
        var key = after[0].RowKey.Split(':', 3);
        var time = new DateTimeOffset(long.Parse(key[1], System.Globalization.CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return await RowAsync(show, RowKeys.Listing(time, key[2]), cancellation) is { } newer ? Listing.Read(newer) : null;
    }

    /// <summary>Which slug a former slug redirects to.</summary>
    public async Task<string?> AliasAsync(string show, string alias, CancellationToken cancellation) =>
        (await RowAsync(show, RowKeys.Alias(alias), cancellation))?.GetString("Slug");

    /// <summary>Which episode has a GUID; null when none ever had it.</summary>
    public async Task<GuidOwner?> OwnerAsync(string show, string guid, CancellationToken cancellation) =>
        await RowAsync(show, RowKeys.GuidOwner(guid), cancellation) is { } row ? GuidOwner.Read(row) : null;

    /// <summary>Lists a key as waiting for an address that another one holds.</summary>
    public Task WaitAsync(string show, string slug, string key, CancellationToken cancellation) =>
        table.UpsertEntityAsync(new TableEntity(show, RowKeys.Rival(slug, key)) { ["Key"] = key }, TableUpdateMode.Replace, cancellation);

    /// <summary>The keys that wait for an address, with the rows that say so.</summary>
    internal async Task<IReadOnlyList<TableEntity>> WaitingAsync(string show, string slug, CancellationToken cancellation) =>
        await RangeAsync(show, RowKeys.Rivals(slug), RowKeys.After(RowKeys.Rivals(slug)), null, null, cancellation);

    /// <summary>The oldest work of a show, and who renders it.</summary>
    /// <param name="show">The show.</param>
    /// <param name="most">Rows of work at most.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ListedWork> WorkAsync(string show, int most, CancellationToken cancellation)
    {
        // The claim stands before them.
        var rows = await RangeAsync(show, RowKeys.RendererClaim, RowKeys.After("w:"), most + 1, null, cancellation);
        var claim = rows.Count > 0 && rows[0].RowKey == RowKeys.RendererClaim ? RendererClaim.Read(rows[0]) : null;
        return new(claim ?? RendererClaim.Free(show), [.. rows.Skip(claim is null ? 0 : 1).Take(most).Select(WorkRow.Read)]);
    }

    /// <summary>Whether the table has anything of a show.</summary>
    public async Task<bool> KnowsAsync(string show, CancellationToken cancellation) =>
        (await RangeAsync(show, " ", "~", 1, ["RowKey"], cancellation)).Count > 0;

    /// <summary>Since when the oldest work of a show waits, to the second; null when there is none.</summary>
    public async Task<DateTimeOffset?> OldestWorkAsync(string show, CancellationToken cancellation)
    {
        var oldest = await RangeAsync(show, "w:", RowKeys.After("w:"), 1, ["RowKey"], cancellation);
        return oldest.Count == 0 ? null : RowKeys.WorkTime(oldest[0].RowKey);
    }

    /// <summary>How many episodes stand where. Grows with the catalog: for people who ask, not for what runs at each upload.</summary>
    public async Task<IReadOnlyDictionary<EpisodeState, int>> StatesAsync(string show, CancellationToken cancellation) =>
        (await RangeAsync(show, "e:", RowKeys.After("e:"), null, ["RowKey", "State", "MovedTo"], cancellation))
            .Where(row => row.GetString("MovedTo") is null).CountBy(row => Enum.Parse<EpisodeState>(row.GetString("State"))).ToDictionary();

    /// <summary>Runs a transaction.</summary>
    /// <exception cref="ConflictException">Something changed since it was read; start over from the read.</exception>
    internal Task SubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation) => table.CommitAsync(actions, cancellation);

    /// <summary>Applies one action of a transaction that failed as a whole; what was done before is not done again.</summary>
    internal async Task ApplyAsync(TableTransactionAction action, CancellationToken cancellation)
    {
        if (action.ActionType == TableTransactionActionType.Delete) await table.DeleteEntityAsync(action.Entity.PartitionKey, action.Entity.RowKey, ETag.All, cancellation);
        else await table.UpsertEntityAsync((TableEntity)action.Entity, TableUpdateMode.Replace, cancellation);
    }

    internal Task<TableEntity?> RowAsync(string show, string key, CancellationToken cancellation) => table.FindAsync(show, key, cancellation);

    internal async Task<IReadOnlyList<TableEntity>> RangeAsync(string show, string from, string to, int? count, string[]? columns, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.Between(show, from, to, count, columns, cancellation))
        {
            rows.Add(row);
            if (rows.Count == count) break;
        }

        return rows;
    }

    private async Task<IReadOnlyList<ListedEpisode>> ListAsync(string show, string from, string to, int? count, CancellationToken cancellation) =>
        [.. (await RangeAsync(show, from, to, count, Listing.Light, cancellation)).Select(Listing.Read)];

    // With a day's margin at both ends: rows are sorted by UTC, months are those of the show's time zone.
    private static (string From, string To) Range(Month first, int months)
    {
        var start = new DateTimeOffset(first.Year, first.Number, 1, 0, 0, 0, TimeSpan.Zero);
        return ("p:" + RowKeys.NewestFirst(start.AddMonths(months).AddDays(1)), "p:" + RowKeys.NewestFirst(start.AddDays(-1)) + ";");
    }
}
