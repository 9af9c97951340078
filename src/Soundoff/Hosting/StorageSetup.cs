using Azure.Storage.Blobs.Models;
using Soundoff.Site;

namespace Soundoff.Hosting;

/// <summary>Creates what the engine expects in its storage account. Run any number of times; in Azure the infrastructure does the most of it.</summary>
public sealed class StorageSetup(StorageAccount account)
{
    /// <summary>Creates containers, queues and tables that are missing, and turns the static website on.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        var properties = (await account.Blobs.GetPropertiesAsync(cancellation)).Value;
        properties.StaticWebsite = new() { Enabled = true, IndexDocument = SitePaths.Root, ErrorDocument404Path = SitePaths.NotFound };
        await account.Blobs.SetPropertiesAsync(properties, cancellation);
        foreach (var name in new[] { Containers.Site, Containers.Episodes, Containers.Records, Containers.Reports, Containers.Mail, Containers.Outbox })
            await account.Container(name).CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellation);
        foreach (var name in new[] { Queues.EpisodeEvents, Queues.ShowUpdates, Queues.Letters })
        {
            await account.Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellation);
            await account.Queue(name + "-poison").CreateIfNotExistsAsync(cancellationToken: cancellation);
        }

        foreach (var name in new[] { Tables.Catalog, Tables.Letters }) await account.Table(name).CreateIfNotExistsAsync(cancellation);
    }
}
