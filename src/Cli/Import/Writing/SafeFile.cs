namespace Soundoff.Cli.Import.Writing;

/// <summary>Writes files so that nobody ever sees half of one.</summary>
internal static class SafeFile
{
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        // A name that is passed over by whoever watches the folder.
        var passing = path + ".tmp";
        await File.WriteAllBytesAsync(passing, bytes, cancellation);
        File.Move(passing, path, overwrite: true);
    }
}
