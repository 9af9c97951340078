using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Soundoff.Account;
using Soundoff.Catalog;

namespace Soundoff.Mail.Keeping;

/// <summary>The <c>Letters</c> table: a partition per show.</summary>
public sealed class LetterTable(TableClient table)
{
    /// <summary>Runs a transaction.</summary>
    /// <exception cref="ConflictException">Something changed since it was read; start over from the read.</exception>
    internal Task SubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation) => table.CommitAsync(actions, cancellation);

    internal Task<TableEntity?> RowAsync(string show, string key, CancellationToken cancellation) => table.FindAsync(show, key, cancellation);

    internal Task PutAsync(TableEntity row, CancellationToken cancellation) => table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);

    /// <summary>Deletes a row, whatever its version; nothing happens when it is gone.</summary>
    internal Task DeleteAsync(string show, string key, CancellationToken cancellation) => table.DeleteEntityAsync(show, key, ETag.All, cancellation);

    /// <summary>Rows whose keys begin with a prefix, in their order.</summary>
    internal IAsyncEnumerable<TableEntity> RangeAsync(string show, string prefix, CancellationToken cancellation) => RangeAsync(show, prefix, RowKeys.After(prefix), null, cancellation);

    /// <summary>Rows from one key up to, not including, another.</summary>
    internal async IAsyncEnumerable<TableEntity> RangeAsync(string show, string from, string to, int? count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var left = count ?? int.MaxValue;
        await foreach (var row in table.Between(show, from, to, count, null, cancellation))
        {
            if (left-- == 0) yield break;
            yield return row;
        }
    }

    /// <summary>The keys of rows whose keys begin with a prefix, as many as one answer holds, and whether those are all.</summary>
    internal async Task<(IReadOnlyList<string> Keys, bool AreAll)> KeysAsync(string show, string prefix, CancellationToken cancellation)
    {
        await foreach (var page in table.Between(show, prefix, RowKeys.After(prefix), null, ["RowKey"], cancellation).AsPages())
            return ([.. page.Values.Select(row => row.RowKey)], page.ContinuationToken is null);
        return ([], true);
    }

    /// <summary>Letters, of all shows, that are by or about an address. The whole table is read.</summary>
    internal AsyncPageable<TableEntity> OfAddressAsync(string hash, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey ge {LetterKeys.Letters} and RowKey lt {RowKeys.After(LetterKeys.Letters)} and (Sender eq {hash} or About eq {hash})"), cancellationToken: cancellation);

    /// <summary>The shows that have rows. Partitions are passed over one by one.</summary>
    internal async Task<IReadOnlyList<string>> ShowsAsync(CancellationToken cancellation)
    {
        var shows = new List<string>();
        for (var last = ""; ;)
        {
            var next = await FirstAsync(TableClient.CreateQueryFilter($"PartitionKey gt {last}"), cancellation);
            if (next is null) return shows;
            shows.Add(last = next);
        }
    }

    private async Task<string?> FirstAsync(string filter, CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(filter, 1, ["PartitionKey"], cancellation)) return row.PartitionKey;
        return null;
    }
}
