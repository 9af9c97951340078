using System.Globalization;
using Soundoff.Cli.Import.Reading;
using Soundoff.Episodes;

namespace Soundoff.Cli.Import.Writing;

/// <summary>
/// Gives each item a name for its files: the last part of its old address, so that the new one ends in the same; else its title; else its day. Names that were given once stay.
/// </summary>
/// <param name="journal">Names of runs before.</param>
/// <param name="isTaken">Whether a file of this name is there that no run of ours wrote.</param>
internal sealed class EpisodeNames(ImportJournal journal, Func<string, bool> isTaken)
{
    // Short enough for every file system with a folder, a language and an ending, and for addresses that people read.
    private const int Longest = 60;

    // What addresses end in that name no episode.
    private static readonly HashSet<string> Nameless = new(StringComparer.Ordinal) { "index", "episode", "episodes", "podcast", "feed", "home", "default", "play", "show", "cover", "theme", "post", "view" };

    private readonly HashSet<string> _keys = new(journal.Keys, StringComparer.Ordinal);
    private readonly HashSet<string> _guids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The item's name; null for one that came before, on another page of the feed.</summary>
    /// <param name="item">The item.</param>
    /// <param name="report">Is told of GUIDs that are missing or doubled.</param>
    public EpisodeName? Of(FoundItem item, ImportReport report)
    {
        // Apps know an item without a GUID by its recording.
        var guid = item.Guid ?? item.Media?.Address.AbsoluteUri ?? item.Link?.AbsoluteUri;
        var rest = $"{item.Media?.Address.AbsoluteUri ?? item.Link?.AbsoluteUri}\n{item.Title}";
        var id = guid ?? $"{item.Title}\n{item.Date?.ToString("o", CultureInfo.InvariantCulture)}";
        if (!_seen.Add($"{id}\n{rest}")) return null;
        if (item.Guid is null) report.Left("guid", item.Title ?? id, "The item has no GUID.", guid is null ? "It gets a new one." : "Its address serves as one, as apps have it.");
        if (guid is not null && !_guids.Add(guid))
        {
            report.Left("guid", item.Title ?? id, "Another item has the same GUID.", "It gets a new one: apps may show it once more.");
            (id, guid) = ($"{id}\n{rest}", null);
        }

        if (guid?.Length > 255)
        {
            report.Left("guid", item.Title ?? id, "Its GUID has more than 255 characters.", "It gets a new one: apps may show it once more.");
            guid = null;
        }

        var part = LastPart(item.Link);
        var key = journal.KeyOf(id) ?? Free(item, part);
        _keys.Add(key);
        journal.Name(id, key);
        var alias = part is null ? null : Slug.From(part);
        return new(id, key, guid, alias == Slug.From(key) ? null : alias);
    }

    private string Free(FoundItem item, string? part)
    {
        var title = item.Title is { } words ? Slug.From(words) : null;
        var day = item.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var name in new[] { part is null ? null : Slug.From(part), title, title is null || day is null ? null : $"{Cut(title, Longest - 11)}-{day}", day })
            if (name is not null && Cut(name, Longest) is var key && IsFree(key)) return key;
        for (var i = 2; ; i++)
            if (string.Create(CultureInfo.InvariantCulture, $"{Cut(title ?? "episode", Longest - 6)}-{i}") is var key && IsFree(key)) return key;
    }

    private bool IsFree(string key) => !Nameless.Contains(key) && !_keys.Contains(key) && !isTaken(key);

    private static string? LastPart(Uri? link)
    {
        if (link is null) return null;
        var part = link.AbsolutePath.TrimEnd('/').Split('/')[^1];
        foreach (var ending in new[] { ".html", ".htm", ".php", ".aspx", ".mp3", ".m4a" })
            if (part.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) part = part[..^ending.Length];
        part = Uri.UnescapeDataString(part);
        // A number alone names nothing to people.
        return part.Length < 3 || part.All(char.IsAsciiDigit) || Nameless.Contains(part.ToLowerInvariant()) ? null : part;
    }

    private static string Cut(string slug, int longest)
    {
        if (slug.Length <= longest) return slug;
        var cut = slug[..longest];
        if (char.IsHighSurrogate(cut[^1])) cut = cut[..^1];
        return (cut.LastIndexOf('-') is var hyphen && hyphen > longest / 2 ? cut[..hyphen] : cut).Trim('-');
    }
}
