using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Soundoff.Cli.Local;

/// <summary>A blob that is not as it was.</summary>
/// <param name="Name">Below the container.</param>
/// <param name="ETag">Its version now; null when it is gone.</param>
internal sealed record BlobChange(string Name, string? ETag);

/// <summary>What changed in a container, by comparing its listing with what was seen of it.</summary>
internal sealed class ContainerChanges(BlobContainerClient container)
{
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    /// <summary>What is not as it was seen. A change is returned again until it is marked as seen.</summary>
    public async Task<IReadOnlyList<BlobChange>> FindAsync(CancellationToken cancellation)
    {
        var changes = new List<BlobChange>();
        var gone = new HashSet<string>(_seen.Keys, StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            gone.Remove(blob.Name);
            var version = blob.Properties.ETag?.ToString() ?? "";
            if (_seen.GetValueOrDefault(blob.Name) != version) changes.Add(new(blob.Name, version));
        }

        return [.. changes, .. gone.Select(name => new BlobChange(name, null))];
    }

    /// <summary>Marks a change as dealt with.</summary>
    public void Saw(BlobChange change)
    {
        if (change.ETag is null) _seen.Remove(change.Name);
        else _seen[change.Name] = change.ETag;
    }
}
