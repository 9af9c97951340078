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

    /// <summary>Folders of a show that are no episode's, years apart.</summary>
    public static IReadOnlyList<string> OwnFolders { get; } = ["topics", "guests", "seasons", "search", "subscribe"];

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
    public static string Topics(string show) => $"{show}/topics/index.html";
    public static string Guests(string show) => $"{show}/guests/index.html";
    public static string Topic(string show, string topic, int? year = null) => $"{show}/topics/{topic}/{Folder(year)}index.html";
    public static string Guest(string show, string guest, int? year = null) => $"{show}/guests/{guest}/{Folder(year)}index.html";
    public static string Season(string show, int season, int? year = null) => $"{show}/seasons/{season.ToString(CultureInfo.InvariantCulture)}/{Folder(year)}index.html";

    /// <summary>How to follow a show: the apps and its feeds.</summary>
    public static string Subscribe(string show) => $"{show}/subscribe/index.html";

    /// <summary>The feed's address as a QR code.</summary>
    public static string FeedCode(string show) => $"{show}/subscribe/feed.svg";

    public static string Search(string show) => $"{show}/search/index.html";

    /// <summary>What search reads lies below it.</summary>
    public static string SearchFolder(string show) => $"{show}/search/";

    /// <summary>A month's or a year's index, by the name that the search page gives it.</summary>
    public static string SearchBlock(string show, string name) => $"{show}/search/{name}.bin";

    public static string SearchBlock(string show, Month month) => SearchBlock(show, month.ToString());
    public static string SearchBlock(string show, int year) => SearchBlock(show, Digits(year));

    /// <summary>The words of an episode, for search.</summary>
    public static string SearchText(string show, string id) => $"{show}/search/{id}.gz";

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
        return parts is [var first, var slug, "index.html"] && first == show && !OwnFolders.Contains(slug) && !(slug.Length == 4 && slug.All(char.IsAsciiDigit)) ? slug : null;
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
