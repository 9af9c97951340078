using System.Xml.Linq;

namespace Soundoff.Cli.Import.Reading;

/// <summary>Names the elements of feeds in one way, whatever prefix, spelling or edition of their namespace a feed has: <c>itunes:season</c>, <c>pubDate</c>.</summary>
internal static class Tags
{
    public const string Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public const string Podcast = "https://podcastindex.org/namespace/1.0";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Dublin = "http://purl.org/dc/elements/1.1/";
    public const string Psc = "http://podlove.org/simple-chapters";
    public const string Media = "http://search.yahoo.com/mrss/";
    public const string GooglePlay = "http://www.google.com/schemas/play-podcasts/1.0";
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string History = "http://purl.org/syndication/history/1.0";

    // By what a namespace holds: editions differ in scheme, capitals and a slash at the end.
    private static readonly (string Within, string Prefix)[] Known =
    [
        ("itunes.com/dtds/podcast", "itunes:"), ("podcastindex.org/namespace", "podcast:"), ("podcast-namespace", "podcast:"), ("rss/1.0/modules/content", "content:"),
        ("w3.org/2005/atom", "atom:"), ("purl.org/atom", "atom:"), ("purl.org/dc/elements", "dc:"), ("purl.org/dc/terms", "dcterms:"), ("podlove.org/simple-chapters", "psc:"),
        ("search.yahoo.com/mrss", "media:"), ("play-podcasts", "googleplay:"), ("22-rdf-syntax-ns", "rdf:"), ("syndication/history", "fh:"), ("modules/syndication", "sy:"),
        ("modules/slash", "slash:"), ("wellformedweb.org", "wfw:"), ("rawvoice.com", "rawvoice:"), ("feedburner", "feedburner:"), ("spotify.com", "spotify:"), ("creativecommons", "creativeCommons:"),
        ("purl.org/rss/1.0/", ""), ("rss_2.0/enc", ""), ("backend.userland.com/rss2", ""), ("my.netscape.com/rdf", ""), ("unknown:", ""),
    ];

    public static string Of(XElement element) => Of(element.Name.NamespaceName, element.Name.LocalName);

    public static string Of(string space, string local)
    {
        if (space.Length == 0) return local;
        var lower = space.ToLowerInvariant();
        if (lower.StartsWith("unknown:", StringComparison.Ordinal)) return $"{space["unknown:".Length..]}:{local}";
        foreach (var (within, prefix) in Known)
            if (lower.Contains(within, StringComparison.Ordinal)) return prefix + local;
        return Uri.TryCreate(space, UriKind.Absolute, out var address) && address.Host.Length > 0 ? $"{address.Host}:{local}" : local;
    }
}
