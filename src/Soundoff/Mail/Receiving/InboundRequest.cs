using System.Net;

namespace Soundoff.Mail.Receiving;

/// <summary>An HTTP request as webhooks and forms need it, whatever server took it.</summary>
/// <param name="Body">Read once, from where it stands to its end.</param>
/// <param name="ContentType">The header field's value; null when it is absent.</param>
/// <param name="Header">The value of a header field, its name in any case; null when it is absent.</param>
/// <param name="Query">The value of a query parameter, decoded; null when it is absent.</param>
public sealed record InboundRequest(Stream Body, string? ContentType, Func<string, string?> Header, Func<string, string?> Query)
{
    /// <summary>The envelope of the message in the body, from those who have it apart; null from callers over HTTP, who write it into fields.</summary>
    public PostedDelivery? Delivery { get; init; }

    /// <summary>Whether a form, or a message, is sent; else it only asks.</summary>
    public bool Posts { get; init; }

    /// <summary>Who is at the other end of the connection, or who the last proxy says is; null when unknown.</summary>
    public IPAddress? Peer { get; init; }
}

/// <summary>What whoever hands a message over says of its delivery.</summary>
/// <param name="From">The envelope's sender, bare; empty for the null sender.</param>
/// <param name="To">The envelope's recipients, bare, each whatever signs it holds.</param>
/// <param name="Spf">Whether SPF passed for the sender; null when nobody asked.</param>
public sealed record PostedDelivery(string From, IReadOnlyList<string> To, bool? Spf);
