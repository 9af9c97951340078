using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Soundoff.Account;
using Soundoff.Languages;
using Soundoff.Mail.Receiving;

namespace Soundoff.Mail.Visiting;

/// <summary>Who asks, as far as the request tells. For counting, and for the words of pages of no show: never kept, never logged.</summary>
internal static class Visitor
{
    // One household has a network of this length, and as many addresses in it as it likes.
    private const int Household = 8;

    private const int MostLanguages = 20;

    /// <summary>
    /// The address, or of IPv6 the network, that the outermost of our own proxies saw. The functions' server has read <c>X-Forwarded-For</c> by now: its last entry is the peer, and
    /// whatever still stands in the field was written by the caller.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="options">How many proxies of ours there are. The second is Front Door, and the Functions host tells nothing of what was before it.</param>
    public static string Of(InboundRequest request, MailOptions options)
    {
        var told = options.Proxies > 1 && CameThrough(request, options.FrontDoorId) && IPAddress.TryParse(request.Header("X-Azure-SocketIP"), out var caller) ? caller : request.Peer;
        if (told is null) return "unknown";
        told = Ipv4In(told) ?? told;
        return told.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(told.GetAddressBytes().AsSpan(0, Household)) : told.ToString();
    }

    // Anybody may call the functions past Front Door, or through a Front Door of their own: only ours says this.
    private static bool CameThrough(InboundRequest request, string? frontDoor) =>
        frontDoor is { Length: > 0 } && frontDoor.Equals(request.Header("X-Azure-FDID"), StringComparison.OrdinalIgnoreCase);

    // One machine has one address, in whatever form a network writes it into IPv6.
    private static IPAddress? Ipv4In(IPAddress address)
    {
        if (IPAddress.IPv6Loopback.Equals(address)) return IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        var bytes = address.GetAddressBytes().AsSpan();
        // RFC 6052 section 2.1: 64:ff9b::/96; RFC 3056 section 2: 2002::/16.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0])) return new(bytes[12..]);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0x20, 0x02]) ? new(bytes[2..6]) : null;
    }

    /// <summary>The one of our languages that the visitor likes best (RFC 9110 section 12.5.4); English when there is none.</summary>
    public static string Language(InboundRequest request)
    {
        var ranges = (request.Header("Accept-Language") ?? "").Split(',').Take(MostLanguages).Select(Weighed);
        return Words.For(ranges.Where(r => r.Weight > 0 && Words.Speak(r.Tag)).OrderByDescending(r => r.Weight).FirstOrDefault().Tag ?? "").Language;
    }

    private static (string Tag, double Weight) Weighed(string range)
    {
        var parts = range.Split(';', 2, StringSplitOptions.TrimEntries);
        var weight = 1.0;
        if (parts.Length > 1 && parts[1].StartsWith("q=", StringComparison.OrdinalIgnoreCase) && !double.TryParse(parts[1].AsSpan(2), CultureInfo.InvariantCulture, out weight)) weight = 0;
        return (parts[0], weight);
    }
}
