using System.Text.RegularExpressions;
using Soundoff.Episodes;
using Soundoff.Languages;
using Soundoff.Limits;
using Soundoff.Site;

namespace Soundoff.Uploads;

/// <summary>
/// What a blob's name says: its show, the episode's key, and its role. The one place that knows suffixes. The key is the name
/// after the show without its role's suffix, the longest that fits, or the first folder of a longer path. Of what belongs to a recording and is named after
/// it, <c>night.mp3.srt</c>, the recording's ending goes too. Where a name can be read in several ways, <see cref="Siblings"/> settle it.
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

    // Beside the show's own; other spellings of these words are episodes.
    private static readonly string[] OwnStems = ["show", "cover"];
    private const string OwnFolder = "theme";

    private UploadPath(string show, string name) => (Show, Name) = (show, name);

    /// <summary>The first folder.</summary>
    public string Show { get; }

    /// <summary>The path below the show's folder, to the letter.</summary>
    public string Name { get; }

    /// <summary>The name, spelled as keys are.</summary>
    internal string PlainName => EpisodeKey.Of(Name);

    /// <summary>The episode's key; null when the file is the show's own (<c>show.*</c>, <c>cover.*</c>, <c>theme/</c>) or means nothing.</summary>
    public string? Key { get; private init; }

    /// <summary>What it is to its episode.</summary>
    public UploadRole Role { get; private init; }

    /// <summary>The language of a transcript, from its suffix: <c>de</c> of <c>.de.vtt</c>. BCP 47 in lower case.</summary>
    public string? Language { get; private init; }

    /// <summary>The ways to read the name, from the longest key to the shortest; empty for what is no episode's.</summary>
    internal IReadOnlyList<KeyReading> Readings => Stem is null ? [] : ReadingsOf(Key!, Stem, Role);

    /// <summary>Whether the name can be read in one way only.</summary>
    internal bool IsSure => Readings.Count < 2;

    /// <summary>The extension with its dot, lower case.</summary>
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>True for <c>show.*</c>, <c>cover.*</c> and <c>theme/</c>, in small letters, capitals, or with one capital.</summary>
    public bool IsShowsOwn { get; private init; }

    /// <summary>The episode, where there is one.</summary>
    public EpisodeId? Episode => Key is null ? null : new EpisodeId(Show, Key);

    // The path below the show's folder without its role's suffix.
    private string? Stem { get; init; }

    /// <summary>Beginnings of the names of a show's own files, below its folder.</summary>
    internal static IEnumerable<string> OwnPrefixes => OwnStems.Select(own => own + ".").Append(OwnFolder + "/").SelectMany(Spellings);

    /// <summary>A path that belongs to an episode, whether there is such a file or not.</summary>
    public static string Within(EpisodeId episode) => $"{episode.Show}/{episode.Key}/index.md";

    /// <summary>Reads a path below the container; null for one that is no file of a show (nothing below a folder, hidden or temporary, or a path trick).</summary>
    public static UploadPath? Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == path.Length - 1) return null;
        var (show, name) = (path[..slash], path[(slash + 1)..]);
        if (path.Split('/').Any(part => part is "" or "." or "..") || PassingFiles.Are(path) || path.Any(char.IsControl)) return null;
        if (!IsAddress(show)) return null;

        if (OwnPrefixes.Any(own => name.StartsWith(own, StringComparison.Ordinal)) && (name.Contains('/') || name.Count(c => c == '.') == 1 && !name.EndsWith('.')))
            return new(show, name) { IsShowsOwn = true };
        var folder = name.IndexOf('/', StringComparison.Ordinal);
        return folder < 0 ? OfFile(show, name) : OfFolder(show, name, EpisodeKey.Of(name[..folder]), name[(folder + 1)..]);
    }

    /// <summary>What keeps a path from being a file of a show, and how to mend it; null when nothing does, or when nobody meant it to be one.</summary>
    public static (string Message, string Mend)? Fault(string path)
    {
        var parts = path.Split('/');
        var name = parts[^1];
        // A name that ends in a slash is a folder mark of a storage tool.
        if (name.Length == 0 || PassingFiles.Are(path) || Parse(path) is not null) return null;
        if (path.Any(char.IsControl)) return ("Its name holds a control character.", "Upload it again under a plain name.");
        if (parts.Any(part => part is "" or "." or "..")) return ("Its name holds an empty folder, \".\" or \"..\", which no address can hold.", $"Upload it as {Address(parts[0])}/{name}.");
        if (parts.Length == 1) return ("It lies beside the shows' folders, not in one.", $"Put it into its show's folder: my-show/{name}.");
        return ($"The folder \"{parts[0]}\" cannot be part of a show's address.", $"Rename it, for example to \"{Address(parts[0])}\".");
    }

    /// <summary>The path read in this way.</summary>
    internal UploadPath As(KeyReading reading) => this with { Key = reading.Key, Language = reading.Language };

    /// <summary>
    /// The keys whose files may change hands when a file of this key comes or goes: <c>final.mix.mp3</c> takes <c>final.mix.srt</c> from "final". The key itself
    /// is the first.
    /// </summary>
    internal static IEnumerable<string> Nested(string key) => ReadingsOf(key, key, UploadRole.Transcript).Select(reading => reading.Key);

    private static bool IsAddress(string show) => Slug.From(show) == show && !SitePaths.Reserved.Contains(show);

    private static string Address(string folder) => Slug.From(folder) is var slug && IsAddress(slug) ? slug : "my-show";

    private static string[] Spellings(string own) => [own, char.ToUpperInvariant(own[0]) + own[1..], own.ToUpperInvariant()];

    // In an episode's folder a recording, notes or a transcript is what it is whatever it is called; a picture or a page is the
    // episode's own only when its name says so, since articles bring pictures along.
    private static UploadPath OfFolder(string show, string name, string key, string rest)
    {
        var extra = new UploadPath(show, name) { Key = key, Role = UploadRole.Extra };
        if (rest.Contains('/') || OfFile(show, rest) is not { Role: not UploadRole.Unknown } file) return extra;
        var named = file.Key!.Equals(key, StringComparison.OrdinalIgnoreCase) || OwnStem().IsMatch(file.Key);
        var byName = file.Role == UploadRole.Artwork || (file.Role, file.Extension) is (UploadRole.Notes, ".txt" or ".html") or (UploadRole.Transcript, ".json");
        return byName && !named ? extra : new(show, name) { Key = key, Stem = $"{key}/{file.Stem}", Role = file.Role, Language = file.Language };
    }

    private static UploadPath? OfFile(string show, string name)
    {
        foreach (var (suffix, role) in Suffixes)
        {
            if (!name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || name.Length == suffix.Length) continue;
            var stem = EpisodeKey.Of(name[..^suffix.Length]);
            var readings = ReadingsOf(stem, stem, role);
            return new UploadPath(show, name) { Stem = stem, Role = role }.As(role == UploadRole.Notes ? readings[0] : readings[^1]);
        }

        return Path.GetFileNameWithoutExtension(name) is { Length: > 0 } bare ? new(show, name) { Key = EpisodeKey.Of(Bare(bare) ?? bare), Role = UploadRole.Unknown } : null;
    }

    // A recording is named after itself; what belongs to one may be named after its file; and a transcript may tell its language.
    private static List<KeyReading> ReadingsOf(string key, string stem, UploadRole role)
    {
        var inFolder = stem.Contains('/');
        var readings = new List<KeyReading> { new(inFolder ? key : stem, stem, null) };
        for (string? language = null; role is not (UploadRole.Audio or UploadRole.Unknown or UploadRole.Extra);)
        {
            if (Bare(stem) is { } bare) stem = bare;
            else if (language is null && role == UploadRole.Transcript && LanguageOf(stem) is { } found) (stem, language) = (stem[..stem.LastIndexOf('.')], found);
            else break;
            readings.Add(new(inFolder ? key : stem, stem, language));
        }

        return readings;
    }

    // "night.mp3" without ".mp3"; of the recordings that transcripts are made from, some are never published.
    private static string? Bare(string stem) =>
        RecordingSuffix().Match(stem) is { Success: true } ending ? stem[..ending.Groups[1].Index] : null;

    private static string? LanguageOf(string stem) =>
        stem.LastIndexOf('.') is > 0 and var dot && stem[dot - 1] != '/' ? LanguageRegistry.Find(stem[(dot + 1)..]) : null;

    [GeneratedRegex("^(index|episode|notes|article|transcript|artwork|cover)$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex OwnStem();

    [GeneratedRegex(@"^.*[^/](\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|flac|wav|wave|aiff?|wma|amr|mp4|m4v|mov|mkv|webm|avi))$", Patterns.LinearAnyCase, Patterns.TimeLimit)]
    private static partial Regex RecordingSuffix();
}
