using System.Net;
using System.Net.Sockets;

namespace Soundoff.Web;

/// <summary>
/// Connects to the public net and nowhere else. What a stranger's feed or a publisher's field names is fetched by machines that see more than the public does: their own network, and
/// the address where a cloud hands out its machines' keys.
/// </summary>
public static class PublicNet
{
    private static readonly IPNetwork[] Inner =
    [
        // RFC 6890: this network, private ones, those of carriers, this machine, this link, and what is for documentation, measuring, or many at once.
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/128", "::1/128", "100::/64", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an address is one of the public net; of those that carry an IPv4 address within, that one counts.</summary>
    public static bool Has(IPAddress address)
    {
        var meant = Carried(address);
        return !Inner.Any(network => network.Contains(meant));
    }

    /// <summary>Opens a connection, for <see cref="SocketsHttpHandler.ConnectCallback"/>. The addresses that were looked at are those it connects to.</summary>
    /// <exception cref="HttpRequestException">The name leads to an address that is not public, or nothing answers there.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        if (addresses.Length == 0 || !addresses.All(Has)) throw new HttpRequestException(HttpRequestError.ConnectionError, $"{host} is not on the public net.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // IPv4 in IPv6 (RFC 4291 section 2.5.5), NAT64 (RFC 6052) and 6to4 (RFC 3056).
    private static IPAddress Carried(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])) return new IPAddress(bytes.AsSpan(12));
        return bytes is [0x20, 0x02, ..] ? new IPAddress(bytes.AsSpan(2, 4)) : address;
    }
}
