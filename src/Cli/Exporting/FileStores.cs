using System.IO.Compression;

namespace Soundoff.Cli.Exporting;

/// <summary>Takes files one after the other: a folder, or a zip.</summary>
internal interface IFileStore : IDisposable
{
    /// <summary>Writes a file.</summary>
    /// <param name="name">With slashes; it leads nowhere but into the store.</param>
    /// <param name="write">Writes its content.</param>
    Task AddAsync(string name, Func<Stream, Task> write);
}

/// <summary>Files in a folder.</summary>
internal sealed class FolderStore(string folder) : IFileStore
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;

    public async Task AddAsync(string name, Func<Stream, Task> write)
    {
        var path = Path.GetFullPath(Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar)));
        if (!path.StartsWith(_root, StringComparison.Ordinal)) throw new InvalidDataException($"{name} leads out of the folder.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = File.Create(path + ".tmp")) await write(file);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    public void Dispose()
    {
        // Each file is whole already.
    }
}

/// <summary>Files in a zip; recordings and pictures as they are, for they are packed already.</summary>
internal sealed class ZipStore(string file) : IFileStore
{
    private readonly ZipArchive _zip = new(File.Create(file), ZipArchiveMode.Create);

    public async Task AddAsync(string name, Func<Stream, Task> write)
    {
        var packed = Path.GetExtension(name).ToLowerInvariant() is ".mp3" or ".m4a" or ".aac" or ".ogg" or ".opus" or ".flac" or ".jpg" or ".jpeg" or ".png" or ".zip" or ".mp4";
        await using var entry = _zip.CreateEntry(name, packed ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
        await write(entry);
    }

    public void Dispose() => _zip.Dispose();
}
