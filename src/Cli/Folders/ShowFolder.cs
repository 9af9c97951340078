using System.IO.Enumeration;
using Soundoff.Episodes;
using Soundoff.Intake;
using Soundoff.Uploads;

namespace Soundoff.Cli.Folders;

/// <summary>A folder on disk whose files are a show's uploads.</summary>
/// <param name="Show">The show's name, a slug.</param>
/// <param name="Path">The folder, absolute.</param>
public sealed record ShowFolder(string Show, string Path)
{
    /// <summary>A folder as a show named after it.</summary>
    public static ShowFolder Of(string path) => new(Slug.From(System.IO.Path.GetFileName(path) is { Length: > 0 } name ? name : "show"), path);

    /// <summary>True when the folder holds the show's settings.</summary>
    public static bool HasSettings(string path) => Directory.EnumerateFiles(path).Any(file => ShowFiles.AreSettings(System.IO.Path.GetFileName(file)));

    /// <summary>The name in the container of a file below the folder; null for one that is never uploaded: hidden, temporary, or named so that no upload can be.</summary>
    public string? UploadName(string file)
    {
        var parts = System.IO.Path.GetRelativePath(Path, file).Split(System.IO.Path.DirectorySeparatorChar);
        var name = $"{Show}/{string.Join('/', parts)}";
        return UploadPath.Parse(name) is null ? null : name;
    }

    /// <summary>Every file that is uploaded: its name in the container, and the file itself.</summary>
    public IReadOnlyDictionary<string, FileInfo> Files()
    {
        var found = new FileSystemEnumerable<FileInfo>(Path, (ref FileSystemEntry entry) => (FileInfo)entry.ToFileSystemInfo(), new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            // A link to a folder above would never end.
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !PassingFiles.Are(entry.FileName.ToString()) && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        var files = new SortedDictionary<string, FileInfo>(StringComparer.Ordinal);
        foreach (var file in found)
            if (UploadName(file.FullName) is { } name) files[name] = file;
        return files;
    }
}
