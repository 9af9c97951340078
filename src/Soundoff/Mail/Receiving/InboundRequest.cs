namespace Soundoff.Mail.Receiving;

/// <summary>An HTTP request as the webhooks need it, whatever server took it.</summary>
/// <param name="Body">Read once, from where it stands to its end.</param>
/// <param name="ContentType">The header field's value; null when it is absent.</param>
/// <param name="Header">The value of a header field, its name in any case; null when it is absent.</param>
/// <param name="Query">The value of a query parameter, decoded; null when it is absent.</param>
public sealed record InboundRequest(Stream Body, string? ContentType, Func<string, string?> Header, Func<string, string?> Query);
