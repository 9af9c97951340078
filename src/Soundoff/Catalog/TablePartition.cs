using Azure;
using Azure.Data.Tables;
using Soundoff.Account;

namespace Soundoff.Catalog;

/// <summary>What every table with a partition per show is asked: a row, a range of rows, a transaction.</summary>
internal static class TablePartition
{
    /// <summary>A row; null when it is not there.</summary>
    public static async Task<TableEntity?> FindAsync(this TableClient table, string show, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(show, key, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>Rows from one key up to, not including, another, in their order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="show">The partition.</param>
    /// <param name="from">The first key.</param>
    /// <param name="to">The key that ends it.</param>
    /// <param name="count">How many are wanted, so that no more are fetched than needed; null for all.</param>
    /// <param name="columns">What is fetched of each; null for everything.</param>
    /// <param name="cancellation">Stops it.</param>
    public static AsyncPageable<TableEntity> Between(this TableClient table, string show, string from, string to, int? count, string[]? columns, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {show} and RowKey ge {from} and RowKey lt {to}"),
            maxPerPage: count is { } n ? Math.Min(n, 1000) : null,
            select: columns,
            cancellationToken: cancellation);

    /// <summary>Writes a row over the version that was read, or where none was.</summary>
    /// <param name="row">The row as it shall be.</param>
    /// <param name="read">The version; null, or the default, when the row was not there.</param>
    public static TableTransactionAction Over(this TableEntity row, ETag? read) =>
        read is { } version && version != default ? new(TableTransactionActionType.UpdateReplace, row, version) : new(TableTransactionActionType.Add, row);

    /// <summary>Runs a transaction.</summary>
    /// <exception cref="ConflictException">Something changed since it was read; start over from the read.</exception>
    public static async Task CommitAsync(this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            throw new ConflictException("Rows changed since they were read.", conflict);
        }
    }
}
