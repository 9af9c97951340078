namespace Soundoff.Fields;

/// <summary>Social networks and directories by the names that people write.</summary>
internal static class Networks
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["facebook"] = "facebook",
        ["twitter"] = "x",
        ["twitter/x"] = "x",
        ["x/twitter"] = "x",
        ["x"] = "x",
        ["instagram"] = "instagram",
        ["youtube"] = "youtube",
        ["telegram"] = "telegram",
        ["tiktok"] = "tiktok",
        ["linkedin"] = "linkedin",
        ["mastodon"] = "mastodon",
        ["bluesky"] = "bluesky",
        ["threads"] = "threads",
        ["soundcloud"] = "soundcloud",
        ["spotify"] = "spotify",
        ["whatsapp"] = "whatsapp",
        ["vk"] = "vk",
        ["vkontakte"] = "vk",
        ["apple podcasts"] = "apple",
        ["itunes"] = "apple",
    };

    /// <summary>The word for a network that markers and show links share.</summary>
    public static string Word(string name) => Words.TryGetValue(name.Trim(), out var word) ? word : name.Trim().ToLowerInvariant();
}
