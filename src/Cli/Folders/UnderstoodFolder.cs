using Soundoff.Uploads;

namespace Soundoff.Cli.Folders;

/// <summary>A folder as it was understood: as one show, or as a folder of shows.</summary>
/// <param name="Shows">The shows, by name; empty for a folder that holds nothing yet.</param>
/// <param name="Said">How it was understood, as a sentence.</param>
public sealed record UnderstoodFolder(IReadOnlyList<ShowFolder> Shows, string Said)
{
    /// <summary>
    /// One show when it holds a <c>show.yaml</c>; else shows when a folder below holds one; else one show when recordings or texts lie
    /// directly in it; else each folder below is a show.
    /// </summary>
    public static UnderstoodFolder Of(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var below = Directory.GetDirectories(path).Where(folder => !PassingFiles.Are(Path.GetFileName(folder))).Order(StringComparer.Ordinal).ToList();
        if (ShowFolder.HasSettings(path)) return One(path, "it holds show.yaml");
        if (below.Any(ShowFolder.HasSettings)) return Several(path, below);
        return HoldsEpisodes(path) ? One(path, "episodes lie in it") : Several(path, below);
    }

    private static UnderstoodFolder One(string path, string reason)
    {
        var show = ShowFolder.Of(path);
        return new([show], $"{path} is the show \"{show.Show}\": {reason}.");
    }

    private static UnderstoodFolder Several(string path, List<string> folders)
    {
        if (folders.Count == 0) return new([], $"{path} is empty: put a show's folder, or a show's files, into it.");
        var shows = folders.Select(ShowFolder.Of).DistinctBy(show => show.Show, StringComparer.Ordinal).ToList();
        var left = folders.Except(shows.Select(show => show.Path)).Select(Path.GetFileName).ToList();
        var said = $"{path} holds the {(shows.Count == 1 ? "show" : "shows")} {string.Join(", ", shows.Select(Named))}.";
        return new(shows, left.Count == 0 ? said : $"{said} Left out, since their names give an address that is taken: {string.Join(", ", left)}.");
    }

    private static string Named(ShowFolder show) =>
        Path.GetFileName(show.Path) is { } name && name != show.Show ? $"\"{show.Show}\" (from \"{name}\")" : $"\"{show.Show}\"";

    private static bool HoldsEpisodes(string path)
    {
        var show = ShowFolder.Of(path);
        return Directory.EnumerateFiles(path).Any(file =>
            show.UploadName(file) is { } name && UploadPath.Parse(name) is { Role: not (UploadRole.Unknown or UploadRole.Extra) });
    }
}
