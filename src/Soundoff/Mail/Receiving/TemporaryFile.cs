namespace Soundoff.Mail.Receiving;

/// <summary>Where a message waits until all of it is there: it may have 30 MB, and several may come at once.</summary>
public static class TemporaryFile
{
    /// <summary>A new, empty file that only this process's user may read, and that is gone when the stream is closed.</summary>
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 16 * 1024,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), "soundoff-" + Path.GetRandomFileName()), options);
    }
}
