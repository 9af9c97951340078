namespace Soundoff.Feeds;

/// <summary>The GUID of a show (<c>podcast:guid</c>), made of the first address its feed ever had.</summary>
public static class PodcastGuid
{
    private static readonly Guid Space = new("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    /// <summary>The GUID for a feed's address; scheme and trailing slashes do not count.</summary>
    public static string For(string feedUrl)
    {
        var scheme = feedUrl.IndexOf("://", StringComparison.Ordinal);
        return Uuid5.Of(Space, (scheme < 0 ? feedUrl : feedUrl[(scheme + 3)..]).TrimEnd('/')).ToString();
    }
}
