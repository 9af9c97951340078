using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Soundoff.Account;

namespace Soundoff.Cli.Exporting;

/// <summary>Takes what a station has of a show, or its whole site, away as files.</summary>
internal sealed class Exporter(StorageAccount account)
{
    /// <summary>What is taken of a show: each container, and the folder it becomes.</summary>
    public static IReadOnlyList<(string Container, string Folder)> Parts { get; } =
        [(Containers.Episodes, "uploads"), (Containers.Records, "records"), (Containers.Reports, "reports"), (Containers.Site, "site")];

    /// <summary>Everything of a show but its letters; how many files.</summary>
    public async Task<int> ShowAsync(string show, IFileStore store, CancellationToken cancellation)
    {
        var files = 0;
        foreach (var (container, folder) in Parts) files += await CopyAsync(account.Container(container), show + "/", folder + "/", store, cancellation);
        // What its pages share with those of other shows.
        return files == 0 ? 0 : files + await CopyAsync(account.Container(Containers.Site), Site.SitePaths.Assets + "/", "site/", store, cancellation);
    }

    /// <summary>The whole site as any web server can serve it; how many files.</summary>
    public Task<int> SiteAsync(IFileStore store, CancellationToken cancellation) => CopyAsync(account.Container(Containers.Site), null, "", store, cancellation);

    private static async Task<int> CopyAsync(BlobContainerClient container, string? prefix, string folder, IFileStore store, CancellationToken cancellation)
    {
        var files = 0;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
        {
            await store.AddAsync(folder + blob.Name, stream => container.GetBlobClient(blob.Name).DownloadToAsync(stream, cancellation));
            files++;
        }

        return files;
    }
}
