namespace Soundoff.Site;

/// <summary>Addresses of what people ask the functions for: the pages behind signed links, and the contact form.</summary>
/// <param name="api">Where the functions are reached; null for below the site's base address.</param>
/// <param name="site">The site.</param>
public sealed class ApiUrls(Uri? api, SiteUrls site)
{
    /// <summary>Everything of the functions is below it.</summary>
    public const string Folder = "api";

    /// <summary>Where signed links in mail lead.</summary>
    public const string ReviewPage = Folder + "/review";

    /// <summary>The page of an opened letter; its files are below it, by the letter's id.</summary>
    public const string LetterPage = Folder + "/letter";

    private const string Form = "api/contact";

    /// <summary>Where the functions are reached, ending in a slash.</summary>
    public Uri Base { get; } = api is null ? site.Base : new SiteUrls(api).Base;

    /// <summary>A signed link: absolute, as it stands in mail. The token stands behind a #, which browsers tell no server: no log and no telemetry on the way holds it.</summary>
    /// <param name="token">The link's.</param>
    public string Review(string token) => $"{Base.AbsoluteUri}{ReviewPage}#{token}";

    /// <summary>The path of a letter's files, ending in a slash.</summary>
    /// <param name="letter">The letter's id.</param>
    public string LetterFiles(string letter) => $"{Base.AbsolutePath}{LetterPage}/{letter}/";

    /// <summary>The contact form as a page of the site links to it; without scheme and host where site and functions have the same.</summary>
    /// <param name="show">The show.</param>
    /// <param name="episode">The episode's slug; null for the show at large.</param>
    public string Contact(string show, string? episode)
    {
        var root = api is null ? site.Within("") : Base.AbsoluteUri;
        return $"{root}{Form}?show={Uri.EscapeDataString(show)}{(episode is null ? "" : $"&episode={Uri.EscapeDataString(episode)}")}";
    }
}
