using System.Collections.Concurrent;
using Azure;

namespace Soundoff.Storage;

/// <summary>A public blob as it was seen last.</summary>
internal sealed record SeenBlob(ETag ETag, byte[]? Hash, string Type, string? Caching);

/// <summary>
/// What this process wrote or saw last of public blobs. Others may have written since: enough to write over by version, since that fails then, and never enough
/// to leave a blob alone.
/// </summary>
internal sealed class SeenBlobs
{
    // Some 200 bytes each.
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, SeenBlob> _blobs = new(StringComparer.Ordinal);

    public SeenBlob? Of(string path) => _blobs.GetValueOrDefault(path);

    public void Remember(string path, SeenBlob blob)
    {
        // Rarely, and it costs a question each: nothing finer is worth it.
        if (_blobs.Count >= Most) _blobs.Clear();
        _blobs[path] = blob;
    }

    public void Forget(string path) => _blobs.TryRemove(path, out _);
}
