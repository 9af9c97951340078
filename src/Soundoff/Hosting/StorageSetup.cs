using Azure.Storage.Blobs.Models;
using Soundoff.Account;
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
        foreach (var name in Containers.All)
            await account.Container(name).CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellation);
        foreach (var name in Queues.All)
        {
            await account.Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellation);
            await account.Queue(Queues.Poison(name)).CreateIfNotExistsAsync(cancellationToken: cancellation);
        }

        foreach (var name in Tables.All) await account.Table(name).CreateIfNotExistsAsync(cancellation);
    }
}
