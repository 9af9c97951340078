using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Soundoff.Tests.Docs;

/// <summary>What draws the diagrams where documents are read, as one script for a browser: from npm, and kept beside the tests.</summary>
internal static class MermaidScript
{
    private const string Version = "11.12.0";
    private const string InPackage = "package/dist/mermaid.min.js";

    public static async Task<string> ReadAsync(CancellationToken cancellation)
    {
        var script = Path.Combine(AppContext.BaseDirectory, $"mermaid-{Version}.js");
        if (!File.Exists(script)) await FetchAsync(script, cancellation);
        return await File.ReadAllTextAsync(script, cancellation);
    }

    private static async Task FetchAsync(string script, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("soundoff-test-").FullName;
        try
        {
            // Packed, not installed: what it depends on is in the script already.
            using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", "--silent", $"mermaid@{Version}", "--pack-destination", folder]) { RedirectStandardOutput = true })!;
            await npm.WaitForExitAsync(cancellation);
            Assert.True(npm.ExitCode == 0, $"npm could not fetch mermaid {Version}, which reads the diagrams.");
            await using var package = new GZipStream(File.OpenRead(Directory.GetFiles(folder).Single()), CompressionMode.Decompress);
            await using var files = new TarReader(package);
            while (await files.GetNextEntryAsync(cancellationToken: cancellation) is { } file)
                if (file.Name == InPackage) await file.ExtractToFileAsync(script, overwrite: true, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
