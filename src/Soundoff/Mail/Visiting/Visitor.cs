using System.Globalization;
using System.Net;
using System.Net.Sockets;
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
    /// <param name="proxies">How many proxies of ours there are. The second is Front Door, and the Functions host tells nothing of what was before it.</param>
    public static string Of(InboundRequest request, int proxies)
    {
        var told = proxies > 1 && IPAddress.TryParse(request.Header("X-Azure-SocketIP"), out var caller) ? caller : request.Peer;
        if (told is null) return "unknown";
        if (told.IsIPv4MappedToIPv6) told = told.MapToIPv4();
        return told.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(told.GetAddressBytes().AsSpan(0, Household)) : told.ToString();
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
