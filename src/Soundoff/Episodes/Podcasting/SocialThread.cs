namespace Soundoff.Episodes.Podcasting;

/// <summary>The post below which a show or an episode is talked about (<c>podcast:socialInteract</c>).</summary>
/// <param name="Protocol">One of <see cref="Protocols"/>; <c>disabled</c> asks apps to show no comments, and then nothing else is said.</param>
/// <param name="Post">The post's address.</param>
/// <param name="AccountId">Whose post it is, as the network writes it: <c>@mara</c>.</param>
/// <param name="AccountPage">Whose post it is, http or https.</param>
/// <param name="Priority">From 1; the lowest is shown first.</param>
public sealed record SocialThread(string Protocol, Uri? Post = null, string? AccountId = null, Uri? AccountPage = null, int? Priority = null)
{
    /// <summary>The namespace's list, socialprotocols.txt.</summary>
    public static IReadOnlyList<string> Protocols { get; } = ["disabled", "activitypub", "twitter", "lightning", "atproto", "hive", "matrix", "nostr"];
}
