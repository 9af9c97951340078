using System.Net;

namespace Soundoff.Mail.Receiving;

/// <summary>An HTTP request as webhooks and forms need it, whatever server took it.</summary>
/// <param name="Body">Read once, from where it stands to its end.</param>
/// <param name="ContentType">The header field's value; null when it is absent.</param>
/// <param name="Header">The value of a header field, its name in any case; null when it is absent.</param>
/// <param name="Query">The value of a query parameter, decoded; null when it is absent.</param>
public sealed record InboundRequest(Stream Body, string? ContentType, Func<string, string?> Header, Func<string, string?> Query)
{
    /// <summary>Whether a form, or a message, is sent; else it only asks.</summary>
    public bool Posts { get; init; }

    /// <summary>Who is at the other end of the connection, or who the last proxy says is; null when unknown.</summary>
    public IPAddress? Peer { get; init; }
}
