using Soundoff.Episodes;

namespace Soundoff.Publishing;

/// <summary>Gives an episode its part of addresses, out of the way of the site's own.</summary>
public static class Addresses
{
    /// <summary>The slug of a key. One that is an address of the show (a year, <c>topics</c>, <c>guests</c>) gets "episode-" before it.</summary>
    public static string SlugOf(string key)
    {
        var slug = Slug.From(key);
        return slug is "topics" or "guests" or "show" || (slug.Length == 4 && slug.All(char.IsAsciiDigit)) ? "episode-" + slug : slug;
    }
}
