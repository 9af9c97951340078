using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Soundoff.Account;

/// <summary>The clients of one storage account.</summary>
public sealed class StorageAccount
{
    private readonly BlobServiceClient blobs;
    private readonly QueueServiceClient queues;
    private readonly TableServiceClient tables;

    /// <summary>Connects by the options.</summary>
    public StorageAccount(IOptions<StorageOptions> options) : this(options, null)
    {
    }

    /// <summary>Connects by the options, every request passing through a policy: how tests count and break operations.</summary>
    public StorageAccount(IOptions<StorageOptions> options, HttpPipelinePolicy? policy)
    {
        var storage = options.Value;
        var (blobOptions, queueOptions, tableOptions) = (new BlobClientOptions(), new QueueClientOptions(), new TableClientOptions());
        foreach (var client in new ClientOptions[] { blobOptions, queueOptions, tableOptions })
            if (policy is not null) client.AddPolicy(policy, HttpPipelinePosition.PerRetry);

        blobOptions.AddPolicy(new PermanentDelete(), HttpPipelinePosition.PerCall);

        if (storage.ConnectionString is { Length: > 0 } connection)
        {
            (blobs, queues, tables) = (new(connection, blobOptions), new(connection, queueOptions), new(connection, tableOptions));
            return;
        }

        var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = storage.ClientId });
        blobs = new(new Uri($"https://{storage.Account}.blob.core.windows.net"), credential, blobOptions);
        queues = new(new Uri($"https://{storage.Account}.queue.core.windows.net"), credential, queueOptions);
        tables = new(new Uri($"https://{storage.Account}.table.core.windows.net"), credential, tableOptions);
    }

    /// <summary>The account's blobs.</summary>
    public BlobServiceClient Blobs => blobs;

    /// <summary>A container.</summary>
    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    /// <summary>A queue.</summary>
    public QueueClient Queue(string name) => queues.GetQueueClient(name);

    /// <summary>A table.</summary>
    public TableClient Table(string name) => tables.GetTableClient(name);
}
