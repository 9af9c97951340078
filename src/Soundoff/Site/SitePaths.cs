using System.Globalization;

namespace Soundoff.Site;

/// <summary>
/// The one place that names what stands in the public container. A path has no leading slash; a page's path is its folder's
/// <c>index.html</c>, while its address (<see cref="SiteUrls"/>) ends in the slash.
/// </summary>
public static class SitePaths
{
    public const string Root = "index.html";
    public const string NotFound = "404.html";
    public const string Robots = "robots.txt";

    /// <summary>The feeds of all shows.</summary>
    public const string Opml = "shows.opml";

    /// <summary>The folder of style and script, whose names tell their content.</summary>
    public const string Assets = "assets";

    /// <summary>Folders beside the shows', whose names no show can have: the other is where the functions are reached, on a site that has both.</summary>
    public static IReadOnlyList<string> Reserved { get; } = [Assets, ApiUrls.Folder];

    public const string SitemapIndex = "sitemap.xml";

    public static string Home(string show) => $"{show}/index.html";
    public static string Episode(string show, string slug) => $"{show}/{slug}/index.html";

    /// <summary>An episode's player, for frames of other sites.</summary>
    public static string Embed(string show, string slug) => $"{show}/{slug}/embed/index.html";

    /// <summary>What oEmbed says of an episode.</summary>
    public static string Oembed(string show, string slug) => $"{show}/{slug}/oembed.json";

    public static string Year(string show, int year) => $"{show}/{Digits(year)}/index.html";
    public static string Month(string show, Month month) => $"{show}/{Digits(month.Year)}/{month.Number:00}/index.html";
    public static string Topic(string show, string topic, int? year = null) => $"{show}/topics/{topic}/{Folder(year)}index.html";
    public static string Guest(string show, string guest, int? year = null) => $"{show}/guests/{guest}/{Folder(year)}index.html";

    public static string Feed(string show) => $"{show}/feed.xml";
    public static string FeedArchive(string show, Month month) => $"{show}/feed-{month}.xml";
    public static string Atom(string show) => $"{show}/atom.xml";
    public static string JsonFeed(string show) => $"{show}/feed.json";
    public static string FeedAlias(string show, string alias) => $"{show}/{alias}";
    public static string Sitemap(string show, int year) => $"{show}/sitemap-{Digits(year)}.xml";

    /// <summary>The slug whose address a path is; null for a path of anything else.</summary>
    public static string? SlugOf(string show, string path)
    {
        var parts = path.Split('/');
        return parts is [var first, var slug, "index.html"] && first == show && !(slug.Length == 4 && slug.All(char.IsAsciiDigit)) ? slug : null;
    }

    /// <summary>A medium under a name that tells its content, so that it can be cached for a year: <c>hanoi-1f0c9a2b.mp3</c>.</summary>
    public static string Media(string show, string name, string tag, string extension) => $"{show}/{name}-{tag}{extension}";

    /// <summary>A file that pages need, under a name that tells its content: <c>assets/style-1f0c9a2b3c4d.css</c>.</summary>
    public static string Asset(string name, string tag, string extension) => Media(Assets, name, tag, extension);

    /// <summary>A file that was uploaded in the episode's folder, beside the page.</summary>
    public static string Extra(string show, string slug, string name) => $"{show}/{slug}/{name}";

    private static string Folder(int? year) => year is { } y ? Digits(y) + "/" : "";

    private static string Digits(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
