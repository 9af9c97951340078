using System.Net;
using System.Net.Sockets;
using Soundoff.Mail.Receiving;

namespace Soundoff.Mail.Visiting;

/// <summary>Who asks, as far as the network tells. For counting alone: never kept, never logged.</summary>
internal static class Visitor
{
    // One household has a network of this length, and as many addresses in it as it likes.
    private const int Household = 8;

    /// <summary>The address, or of IPv6 the network, that the outermost of our own proxies saw; what stands before it in the field was written by the caller.</summary>
    /// <param name="request">The request.</param>
    /// <param name="proxies">How many proxies of ours add to <c>X-Forwarded-For</c>.</param>
    public static string Of(InboundRequest request, int proxies)
    {
        var hops = (request.Header("X-Forwarded-For") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var told = proxies > 0 && hops.Length >= proxies && IPEndPoint.TryParse(hops[^proxies], out var hop) ? hop.Address : request.Peer;
        if (told is null) return "unknown";
        if (told.IsIPv4MappedToIPv6) told = told.MapToIPv4();
        return told.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(told.GetAddressBytes().AsSpan(0, Household)) : told.ToString();
    }
}
