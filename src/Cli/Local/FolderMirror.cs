using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Soundoff.Account;
using Soundoff.Cli.Folders;

namespace Soundoff.Cli.Local;

/// <summary>
/// Makes the <c>episodes</c> container hold what a folder holds. Level-triggered like the engine: a sign of change only makes it look, so
/// it matters little how an editor saves. It deletes nothing but what it put there itself.
/// </summary>
internal sealed class FolderMirror
{
    // A file younger than this may still be being written.
    private static readonly TimeSpan Young = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMilliseconds(100);

    // Where the system does not tell of changes (network drives, some containers), looking is enough.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private const string Mark = "folder";
    private const int SideBySide = 8;

    private readonly string _folder;
    private readonly string _mark;
    private readonly BlobContainerClient _container;
    private readonly Doorbell _uploads;
    private readonly IntakeProgress _intake;
    private readonly Action<string> _tell;
    private readonly Dictionary<string, (long Length, DateTime Written)> _done = new(StringComparer.Ordinal);

    /// <param name="folder">A show's folder, or one of shows.</param>
    /// <param name="account">The storage account.</param>
    /// <param name="uploads">Is rung after a change of the container.</param>
    /// <param name="intake">Counts what is copied.</param>
    /// <param name="tell">Is told how the folder is understood, and of files that cannot be read.</param>
    public FolderMirror(string folder, StorageAccount account, Doorbell uploads, IntakeProgress intake, Action<string> tell)
    {
        (_folder, _container, _uploads, _intake, _tell) = (Path.GetFullPath(folder), account.Container(Containers.Episodes), uploads, intake, tell);
        _mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_folder)))[..16];
    }

    /// <summary>How the folder was understood when it was last looked at.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Compares folder and container for the first time, content with content, and mends the difference.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var files = Look();
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            var ours = blob.Metadata.TryGetValue(Mark, out var mark) && mark == _mark;
            if (files.TryGetValue(blob.Name, out var file))
            {
                if (ours && blob.Properties.ContentHash is { } hash && (await HashAsync(file, cancellation)).SequenceEqual(hash)) _done[blob.Name] = State(file);
            }
            else if (ours)
            {
                // It was deleted while nobody looked.
                _done[blob.Name] = default;
            }
        }

        await SyncAsync(files, cancellation);
    }

    /// <summary>Follows the folder until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var bell = new Doorbell();
        using var watcher = Watch(bell);
        while (!stop.IsCancellationRequested)
        {
            var ring = bell.Next;
            var settled = true;
            try
            {
                settled = await SyncAsync(Look(), stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested && failure is IOException or UnauthorizedAccessException or Azure.RequestFailedException or AggregateException)
            {
                _tell($"The folder could not be mirrored just now: {failure.Message.Split('\n')[0]}");
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Doorbell.WaitAsync(settled ? ring : Task.Delay(SoonAgain, stop), Interval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Dictionary<string, FileInfo> Look()
    {
        var understood = UnderstoodFolder.Of(_folder);
        if (Said.Length > 0 && understood.Said != Said) _tell(understood.Said);
        Said = understood.Said;
        return understood.Shows.SelectMany(show => show.Files()).ToDictionary(StringComparer.Ordinal);
    }

    // False when a file was left for a moment later.
    private async Task<bool> SyncAsync(Dictionary<string, FileInfo> files, CancellationToken cancellation)
    {
        var (settled, changed) = (true, false);
        var others = files.Where(file => !_done.TryGetValue(file.Key, out var done) || done != State(file.Value)).ToList();
        if (others.Count > 0) _intake.ToUpload(others.Count);
        foreach (var part in others.Chunk(SideBySide))
        {
            var uploaded = await Task.WhenAll(part.Select(file => IsYoung(file.Value) ? Task.FromResult(false) : UploadAsync(file.Key, file.Value, cancellation)));
            foreach (var ((name, file), isDone) in part.Zip(uploaded))
            {
                if (isDone) (_done[name], changed) = (State(file), true);
                else settled = false;
            }

            // What was left for later is counted again then.
            _intake.Uploaded(part.Length);
        }

        foreach (var name in _done.Keys.Except(files.Keys, StringComparer.Ordinal).ToList())
        {
            await _container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellation);
            _done.Remove(name);
            changed = true;
        }

        // Once for all of them: the files of an episode that were saved together are read together.
        if (changed) _uploads.Ring();
        return settled;
    }

    private static bool IsYoung(FileInfo file) => DateTime.UtcNow - file.LastWriteTimeUtc is var age && age >= TimeSpan.Zero && age < Young;

    private async Task<bool> UploadAsync(string name, FileInfo file, CancellationToken cancellation)
    {
        try
        {
            var hash = await HashAsync(file, cancellation);
            await using var content = Open(file);
            await _container.GetBlobClient(name).UploadAsync(content, new BlobUploadOptions
            {
                HttpHeaders = new() { ContentHash = hash },
                Metadata = new Dictionary<string, string> { [Mark] = _mark },
            }, cancellation);
            return true;
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Its editor holds it, or it is gone again already: the next look decides.
            return false;
        }
    }

    private FileSystemWatcher? Watch(Doorbell bell)
    {
        try
        {
            var watcher = new FileSystemWatcher(_folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => bell.Ring();
            watcher.Created += (_, _) => bell.Ring();
            watcher.Deleted += (_, _) => bell.Ring();
            watcher.Renamed += (_, _) => bell.Ring();
            watcher.Error += (_, _) => bell.Ring();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException)
        {
            // The system has no more watches to give; looking every two seconds remains.
            return null;
        }
    }

    private static async Task<byte[]> HashAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var content = Open(file);
        // Storage's own checksum of a blob, not a protection: MD5 it is.
#pragma warning disable CA5351
        return await MD5.HashDataAsync(content, cancellation);
#pragma warning restore CA5351
    }

    private static FileStream Open(FileInfo file) => new(file.FullName, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });

    private static (long Length, DateTime Written) State(FileInfo file) => (file.Length, file.LastWriteTimeUtc);
}
