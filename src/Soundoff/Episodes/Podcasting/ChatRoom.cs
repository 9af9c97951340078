namespace Soundoff.Episodes.Podcasting;

/// <summary>Where listeners chat (<c>podcast:chat</c>).</summary>
/// <param name="Server">The server's name: <c>irc.example.org</c>.</param>
/// <param name="Protocol">One of <see cref="Protocols"/>.</param>
/// <param name="AccountId">The publisher's account there.</param>
/// <param name="Space">The room.</param>
public sealed record ChatRoom(string Server, string Protocol, string? AccountId = null, string? Space = null)
{
    /// <summary>The namespace's list, chatprotocols.txt.</summary>
    public static IReadOnlyList<string> Protocols { get; } = ["irc", "xmpp", "nostr", "matrix"];
}
