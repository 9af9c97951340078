using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Soundoff.Account;

namespace Soundoff.Tests.Publishing;

/// <summary>What one account holds, to be put into others: cheaper than publishing it anew for each of some hundred runs.</summary>
internal sealed class AccountCopy
{
    private static readonly string[] Copied = [Containers.Episodes, Containers.Site, Containers.Records, Containers.Reports, Containers.Mail];

    private readonly List<(string Container, string Name, BinaryData Content, BlobUploadOptions Options)> blobs = [];
    private readonly List<(string Table, TableEntity Row)> rows = [];

    public static async Task<AccountCopy> OfAsync(StorageAccount account)
    {
        var copy = new AccountCopy();
        foreach (var container in Copied)
            await foreach (var item in account.Container(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, TestContext.Current.CancellationToken))
            {
                var blob = (await account.Container(container).GetBlobClient(item.Name).DownloadContentAsync(TestContext.Current.CancellationToken)).Value;
                var headers = new BlobHttpHeaders { ContentType = blob.Details.ContentType, CacheControl = blob.Details.CacheControl, ContentHash = blob.Details.BlobContentHash ?? blob.Details.ContentHash };
                copy.blobs.Add((container, item.Name, blob.Content, new BlobUploadOptions { HttpHeaders = headers, Metadata = blob.Details.Metadata }));
            }

        foreach (var table in Tables.All)
            await foreach (var row in account.Table(table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)) copy.rows.Add((table, row));
        return copy;
    }

    public async Task PutAsync(StorageAccount account)
    {
        foreach (var (container, name, content, options) in blobs)
            await account.Container(container).GetBlobClient(name).UploadAsync(content, options, TestContext.Current.CancellationToken);
        foreach (var part in rows.GroupBy(r => (r.Table, r.Row.PartitionKey)).SelectMany(show => show.Chunk(100)))
            await account.Table(part[0].Table).SubmitTransactionAsync(part.Select(r => new TableTransactionAction(TableTransactionActionType.Add, r.Row)), TestContext.Current.CancellationToken);
    }
}
