using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Limits;
using Soundoff.Site;

namespace Soundoff.Uploads;

/// <summary>
/// What a blob's name says: its show, the episode's key, and its role. The one place that knows suffixes. The key is the name
/// after the show without its role's suffix, the longest that fits, or the first folder of a longer path.
/// </summary>
public sealed partial record UploadPath
{
    private static readonly (string Suffix, UploadRole Role)[] Suffixes =
    [
        (".transcript.txt", UploadRole.Transcript),
        (".chapters.json", UploadRole.Chapters),
        (".chapters.txt", UploadRole.Chapters),
        (".vtt", UploadRole.Transcript),
        (".srt", UploadRole.Transcript),
        (".json", UploadRole.Transcript),
        (".md", UploadRole.Notes),
        (".txt", UploadRole.Notes),
        (".html", UploadRole.Notes),
        (".mp3", UploadRole.Audio),
        (".m4a", UploadRole.Audio),
        (".aac", UploadRole.Audio),
        (".ogg", UploadRole.Audio),
        (".opus", UploadRole.Audio),
        (".flac", UploadRole.Audio),
        (".wav", UploadRole.Audio),
        (".jpg", UploadRole.Artwork),
        (".jpeg", UploadRole.Artwork),
        (".png", UploadRole.Artwork),
    ];

    /// <summary>The file of a show's settings.</summary>
    public const string ShowFile = "show.yaml";

    private UploadPath(string show, string name) => (Show, Name) = (show, name);

    /// <summary>The first folder.</summary>
    public string Show { get; }

    /// <summary>The path below the show's folder.</summary>
    public string Name { get; }

    /// <summary>The episode's key; null when the file is the show's own (<c>show.*</c>, <c>cover.*</c>, <c>theme/</c>) or means nothing.</summary>
    public string? Key { get; private init; }

    /// <summary>What it is to its episode.</summary>
    public UploadRole Role { get; private init; }

    /// <summary>The language of a transcript, from its suffix: <c>de</c> of <c>.de.vtt</c>.</summary>
    public string? Language { get; private init; }

    /// <summary>The extension with its dot, lower case.</summary>
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>True for <c>show.*</c>, <c>cover.*</c> and <c>theme/</c>.</summary>
    public bool IsShowsOwn { get; private init; }

    /// <summary>The episode, where there is one.</summary>
    public EpisodeId? Episode => Key is null ? null : new EpisodeId(Show, Key);

    /// <summary>A path that belongs to an episode, whether there is such a file or not.</summary>
    public static string Within(EpisodeId episode) => $"{episode.Show}/{episode.Key}/index.md";

    /// <summary>Reads a path below the container; null for one that is no file of a show (nothing below a folder, hidden, or a path trick).</summary>
    public static UploadPath? Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == path.Length - 1) return null;
        var (show, name) = (path[..slash], path[(slash + 1)..]);
        if (path.Split('/').Any(part => part.Length == 0 || part[0] == '.') || path.Any(char.IsControl)) return null;
        if (!IsAddress(show)) return null;

        var folder = name.IndexOf('/', StringComparison.Ordinal);
        if (folder < 0) return OfFile(show, name);
        if (name.StartsWith("theme/", StringComparison.OrdinalIgnoreCase)) return new(show, name) { IsShowsOwn = true };
        return OfFolder(show, name, name[..folder], name[(folder + 1)..]);
    }

    /// <summary>What keeps a path from being a file of a show, and how to mend it; null when nothing does, or when nobody meant it to be one.</summary>
    public static (string Message, string Mend)? Fault(string path)
    {
        var parts = path.Split('/');
        var name = parts[^1];
        // Folder marks of storage tools, and what file managers leave behind.
        if (name.Length == 0 || Parse(path) is not null || parts.Any(part => part.StartsWith('.') && part is not ("." or "..")) || name is "Thumbs.db" or "desktop.ini") return null;
        if (path.Any(char.IsControl)) return ("Its name holds a control character.", "Upload it again under a plain name.");
        if (parts.Any(part => part is "" or "." or "..")) return ("Its name holds an empty folder, \".\" or \"..\", which no address can hold.", $"Upload it as {Slug.From(parts[0])}/{name}.");
        if (parts.Length == 1) return ("It lies beside the shows' folders, not in one.", $"Put it into its show's folder: my-show/{name}.");
        return ($"The folder \"{parts[0]}\" cannot be part of a show's address.", $"Rename it, for example to \"{(SitePaths.Reserved.Contains(parts[0]) ? "my-show" : Slug.From(parts[0]))}\".");
    }

    private static bool IsAddress(string show) => Slug.From(show) == show && !SitePaths.Reserved.Contains(show);

    // In an episode's folder a recording, notes or a transcript is what it is whatever it is called; a picture or a page is the
    // episode's own only when its name says so, since articles bring pictures along.
    private static UploadPath OfFolder(string show, string name, string key, string rest)
    {
        var extra = new UploadPath(show, name) { Key = key, Role = UploadRole.Extra };
        if (rest.Contains('/') || OfFile(show, rest) is not { Key: { } stem, Role: not UploadRole.Unknown } file) return extra;
        var named = stem.Equals(key, StringComparison.OrdinalIgnoreCase) || OwnStem().IsMatch(stem);
        var byName = file.Role == UploadRole.Artwork || (file.Role, file.Extension) is (UploadRole.Notes, ".txt" or ".html") or (UploadRole.Transcript, ".json");
        return byName && !named ? extra : new(show, name) { Key = key, Role = file.Role, Language = file.Language };
    }

    private static UploadPath? OfFile(string show, string name)
    {
        if (OwnName().IsMatch(name)) return new(show, name) { IsShowsOwn = true };
        foreach (var (suffix, role) in Suffixes)
        {
            if (!name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || name.Length == suffix.Length) continue;
            var key = name[..^suffix.Length];
            var language = role == UploadRole.Transcript ? LanguageSuffix().Match(key) : Match.Empty;
            if (language.Success) key = key[..(language.Groups[1].Index - 1)];
            return new(show, name) { Key = key, Role = role, Language = language.Success ? language.Groups[1].Value.ToLowerInvariant() : null };
        }

        return Path.GetFileNameWithoutExtension(name) is { Length: > 0 } stem ? new(show, name) { Key = stem, Role = UploadRole.Unknown } : null;
    }

    [GeneratedRegex("^(index|episode|notes|article|transcript|artwork|cover)$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex OwnStem();

    [GeneratedRegex(@"^(show|cover)\.[^.]+$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex OwnName();

    // BCP 47 as file names carry it: a language, perhaps a script and a region. "v1.2.vtt" has none.
    [GeneratedRegex(@"^.+\.([a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?)$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex LanguageSuffix();
}
