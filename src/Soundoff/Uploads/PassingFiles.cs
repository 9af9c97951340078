namespace Soundoff.Uploads;

/// <summary>What editors, browsers, file managers and network drives leave beside the files that people work on: never uploaded, never read, never reported.</summary>
public static class PassingFiles
{
    private static readonly string[] Suffixes = ["~", ".tmp", ".temp", ".swp", ".swo", ".swx", ".part", ".partial", ".crdownload", ".download", ".bak", ".orig"];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", "__MACOSX", "@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information", "lost+found",
    };

    /// <summary>Whether a path leads to such a file, or through such a folder. Everything hidden is one; <c>.</c> and <c>..</c> are not.</summary>
    /// <param name="path">With slashes.</param>
    public static bool Are(string path)
    {
        var parts = path.Split('/');
        return Array.Exists(parts, part => (part.StartsWith('.') && part is not ("." or "..")) || Names.Contains(part)) || IsTemporary(parts[^1]);
    }

    private static bool IsTemporary(string name) =>
        Array.Exists(Suffixes, suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
        || name.StartsWith("~$", StringComparison.Ordinal)
        || (name.StartsWith('#') && name.EndsWith('#'));
}
