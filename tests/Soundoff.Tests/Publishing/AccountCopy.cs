using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Soundoff.Hosting;

namespace Soundoff.Tests.Publishing;

/// <summary>What one account holds, to be put into others: cheaper than publishing it anew for each of some hundred runs.</summary>
internal sealed class AccountCopy
{
    private static readonly string[] Copied = [Containers.Episodes, Containers.Site, Containers.Records, Containers.Reports];

    private readonly List<(string Container, string Name, BinaryData Content, BlobUploadOptions Options)> blobs = [];
    private readonly List<TableEntity> rows = [];

    public static async Task<AccountCopy> OfAsync(World world)
    {
        var copy = new AccountCopy();
        foreach (var container in Copied)
            foreach (var path in await world.PathsAsync(container))
            {
                var blob = (await world.Account.Container(container).GetBlobClient(path).DownloadContentAsync(TestContext.Current.CancellationToken)).Value;
                var headers = new BlobHttpHeaders { ContentType = blob.Details.ContentType, CacheControl = blob.Details.CacheControl, ContentHash = blob.Details.BlobContentHash ?? blob.Details.ContentHash };
                copy.blobs.Add((container, path, blob.Content, new BlobUploadOptions { HttpHeaders = headers, Metadata = blob.Details.Metadata }));
            }

        await foreach (var row in world.Account.Table(Tables.Catalog).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)) copy.rows.Add(row);
        return copy;
    }

    public async Task PutAsync(World world)
    {
        foreach (var (container, name, content, options) in blobs)
            await world.Account.Container(container).GetBlobClient(name).UploadAsync(content, options, TestContext.Current.CancellationToken);
        foreach (var part in rows.GroupBy(r => r.PartitionKey).SelectMany(show => show.Chunk(100)))
            await world.Account.Table(Tables.Catalog).SubmitTransactionAsync(part.Select(r => new TableTransactionAction(TableTransactionActionType.Add, r)), TestContext.Current.CancellationToken);
    }
}
