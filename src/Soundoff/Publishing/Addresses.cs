using Soundoff.Episodes;
using Soundoff.Site;

namespace Soundoff.Publishing;

/// <summary>Gives an episode its part of addresses, out of the way of the site's own.</summary>
public static class Addresses
{
    /// <summary>The slug of a key. One that is an address of the show (a year, or one of <see cref="SitePaths.OwnFolders"/>) gets "episode-" before it.</summary>
    public static string SlugOf(string key)
    {
        var slug = Slug.From(key);
        return slug == "show" || SitePaths.OwnFolders.Contains(slug) || (slug.Length == 4 && slug.All(char.IsAsciiDigit)) ? "episode-" + slug : slug;
    }
}
