using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Soundoff.Cli.Publish;

/// <summary>What must be done so that a station holds what folders hold.</summary>
/// <param name="Uploads">Files that it lacks or has otherwise, in the order in which they go: recordings before the notes that publish them.</param>
/// <param name="Deletes">Names of what it holds and the folders do not; only of shows whose whole folder was given.</param>
/// <param name="Same">How many files it has already.</param>
internal sealed record Difference(IReadOnlyList<DifferentFile> Uploads, IReadOnlyList<string> Deletes, int Same)
{
    private const int SideBySide = 4;

    /// <summary>Compares by MD5 where the station knows it, else by length and time.</summary>
    /// <param name="container">The station's uploads.</param>
    /// <param name="files">Name in the container to file.</param>
    /// <param name="whole">Shows whose whole folder was given.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Difference> OfAsync(BlobContainerClient container, IReadOnlyDictionary<string, string> files, IReadOnlyCollection<string> whole, CancellationToken cancellation)
    {
        var there = new Dictionary<string, BlobItemProperties>(StringComparer.Ordinal);
        foreach (var show in files.Keys.Select(name => name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)]).Concat(whole.Select(show => show + "/")).Distinct())
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, show, cancellation)) there[blob.Name] = blob.Properties;

        var different = new System.Collections.Concurrent.ConcurrentBag<DifferentFile>();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation }, async (file, stop) =>
        {
            var info = new FileInfo(file.Value);
            var known = there.GetValueOrDefault(file.Key);
            if (known is null || known.ContentLength != info.Length)
            {
                different.Add(new(file.Key, info, known is null));
                return;
            }

            var same = known.ContentHash is { Length: 16 } hash ? (await HashAsync(info, stop)).AsSpan().SequenceEqual(hash) : known.LastModified >= info.LastWriteTimeUtc;
            if (!same) different.Add(new(file.Key, info, false));
        });
        var deletes = there.Keys.Where(name => !files.ContainsKey(name) && whole.Contains(name.Split('/')[0])).Order(StringComparer.Ordinal);
        return new([.. different.OrderBy(file => IsNotes(file.Name)).ThenBy(file => file.Name, StringComparer.Ordinal)], [.. deletes], files.Count - different.Count);
    }

    /// <summary>Storage's own checksum.</summary>
    public static async Task<byte[]> HashAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var content = new FileStream(file.FullName, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
#pragma warning disable CA5351 // A checksum of storage, not a protection.
        return await MD5.HashDataAsync(content, cancellation);
#pragma warning restore CA5351
    }

    private static bool IsNotes(string name) => Path.GetExtension(name).ToLowerInvariant() is ".md" or ".html" or ".txt";
}

/// <summary>A file that a station lacks or has otherwise.</summary>
/// <param name="Name">In the container.</param>
/// <param name="File">Here.</param>
/// <param name="IsNew">Whether the station lacks it.</param>
internal sealed record DifferentFile(string Name, FileInfo File, bool IsNew);
