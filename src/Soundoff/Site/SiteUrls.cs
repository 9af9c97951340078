namespace Soundoff.Site;

/// <summary>Absolute addresses of what <see cref="SitePaths"/> names. Built once from the site's base address.</summary>
/// <param name="baseAddress">Where the public container is served, ending in a slash: <c>https://www.radio.example/</c>.</param>
public sealed class SiteUrls(Uri baseAddress)
{
    /// <summary>The site's base address, ending in a slash.</summary>
    public Uri Base { get; } = baseAddress.AbsoluteUri.EndsWith('/') ? baseAddress : new Uri(baseAddress.AbsoluteUri + "/");

    /// <summary>The address of a path: percent-encoded, and without the <c>index.html</c> of a page. What is an address already lies elsewhere and stays it.</summary>
    public string Of(string path)
    {
        if (IsAddress(path)) return path;
        const string page = "index.html";
        var shown = path == page || path.EndsWith("/" + page, StringComparison.Ordinal) ? path[..^page.Length] : path;
        return Base.AbsoluteUri + string.Join('/', shown.Split('/').Select(Uri.EscapeDataString));
    }

    /// <summary>
    /// The same address without scheme and host. What pages of the site link to, so that they work, and keep to their own content security
    /// policy, under every name the site is reached by.
    /// </summary>
    public string Within(string path) => IsAddress(path) ? path : Of(path)[Base.GetLeftPart(UriPartial.Authority).Length..];

    private static bool IsAddress(string path) => path.Contains("://", StringComparison.Ordinal);

    public string Home(string show) => Of(SitePaths.Home(show));
    public string Episode(string show, string slug) => Of(SitePaths.Episode(show, slug));
    public string Feed(string show) => Of(SitePaths.Feed(show));
}
