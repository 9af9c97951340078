using Soundoff.Cli.Folders;
using Soundoff.Uploads;

namespace Soundoff.Cli.Checking;

/// <summary>Files of one show that are to be checked together.</summary>
/// <param name="Folder">The show's folder.</param>
/// <param name="Whole">True when the whole folder is checked, false for some of its files.</param>
/// <param name="Files">Name in the container to file, the show's settings included where there are any.</param>
public sealed record CheckedFiles(ShowFolder Folder, bool Whole, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Sorts paths into shows: a folder is a show, several, or an episode of one; a file belongs to the show of its folder.</summary>
    /// <param name="paths">Existing files and folders.</param>
    /// <exception cref="ArgumentException">A file is of a kind that is never uploaded.</exception>
    public static IReadOnlyList<CheckedFiles> Of(IEnumerable<string> paths)
    {
        var sets = new Dictionary<string, (ShowFolder Folder, bool Whole, Dictionary<string, string> Files)>(StringComparer.Ordinal);
        foreach (var path in paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))))
        {
            if (!Directory.Exists(path)) Add(ShowOf(path), false, [path]);
            else if (IsEpisode(path)) Add(ShowFolder.Of(Path.GetDirectoryName(path)!), false, Directory.GetFiles(path));
            else
            {
                foreach (var show in UnderstoodFolder.Of(path).Shows) Add(show, true, show.Files().Values.Select(file => file.FullName));
            }
        }

        return [.. sets.Values.Select(set => new CheckedFiles(set.Folder, set.Whole, set.Files))];

        void Add(ShowFolder show, bool whole, IEnumerable<string> files)
        {
            var set = sets.GetValueOrDefault(show.Path, (show, whole, new(StringComparer.Ordinal)));
            foreach (var file in files.Concat(Directory.EnumerateFiles(show.Path).Where(file => IsSettings(show, file))))
                if (show.UploadName(file) is { } name) set.Files[name] = file;
                else if (!whole) throw new ArgumentException($"{file} is hidden or temporary by its name, and is never uploaded.");
            sets[show.Path] = set with { Whole = set.Whole || whole };
        }
    }

    // A file in an episode's own folder belongs to the show above it.
    private static ShowFolder ShowOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return ShowFolder.Of(IsEpisode(folder) ? Path.GetDirectoryName(folder)! : folder);
    }

    private static bool IsEpisode(string folder) =>
        !ShowFolder.HasSettings(folder) && Path.GetDirectoryName(folder) is { } above && ShowFolder.HasSettings(above);

    private static bool IsSettings(ShowFolder show, string file) => show.UploadName(file) is { } name && UploadPath.Parse(name) is { IsShowsOwn: true };
}
