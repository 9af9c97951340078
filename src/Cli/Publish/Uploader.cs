using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Soundoff.Cli.Publish;

/// <summary>
/// Puts files into a station. Large ones go in blocks that are named after their place and content: what was broken off goes on with the blocks that are not there yet, and nobody sees a
/// file before it is whole.
/// </summary>
/// <param name="container">The station's uploads.</param>
/// <param name="block">Bytes of a block.</param>
internal sealed class Uploader(BlobContainerClient container, int block = 8 << 20)
{
    /// <summary>Puts one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sent">Is told of each piece, in bytes; of what was there already too.</param>
    /// <param name="cancellation">Breaks it off; the next run goes on.</param>
    public async Task PutAsync(DifferentFile file, Action<long> sent, CancellationToken cancellation)
    {
        var hash = await Difference.HashAsync(file.File, cancellation);
        var headers = new BlobHttpHeaders { ContentHash = hash };
        await using var content = new FileStream(file.File.FullName, new FileStreamOptions { Share = FileShare.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        if (content.Length <= block)
        {
            await container.GetBlobClient(file.Name).UploadAsync(content, new BlobUploadOptions { HttpHeaders = headers }, cancellation);
            sent(content.Length);
            return;
        }

        var blob = container.GetBlockBlobClient(file.Name);
        var there = await UncommittedAsync(blob, cancellation);
        var ids = new List<string>();
        var bytes = new byte[block];
        for (var count = 0; (count = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation)) > 0;)
        {
            var id = IdOf(ids.Count, bytes.AsSpan(0, count));
            if (!there.Contains(id)) await blob.StageBlockAsync(id, new MemoryStream(bytes, 0, count), cancellationToken: cancellation);
            ids.Add(id);
            sent(count);
        }

        await blob.CommitBlockListAsync(ids, new CommitBlockListOptions { HttpHeaders = headers }, cancellation);
    }

    private static async Task<HashSet<string>> UncommittedAsync(BlockBlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var list = (await blob.GetBlockListAsync(BlockListTypes.Uncommitted, cancellationToken: cancellation)).Value;
            return [.. list.UncommittedBlocks.Select(known => known.Name)];
        }
        catch (Azure.RequestFailedException none) when (none.Status == 404)
        {
            return [];
        }
    }

    // All names of a blob's blocks have one length, as storage asks.
    private static string IdOf(int index, ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{index:D6}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}")));
}
