namespace Soundoff.Episodes.Podcasting;

/// <summary>The namespaces of RSS feeds with the prefixes they are written with. Names are compared with their case.</summary>
public static class FeedNamespaces
{
    public const string Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public const string Podcast = "https://podcastindex.org/namespace/1.0";
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string SimpleChapters = "http://podlove.org/simple-chapters";

    /// <summary>The prefixes that need no declaration where a publisher writes elements.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["itunes"] = Itunes,
        ["podcast"] = Podcast,
        ["atom"] = Atom,
        ["content"] = Content,
        ["psc"] = SimpleChapters,
    };
}
