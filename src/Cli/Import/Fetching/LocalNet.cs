using System.Net;
using System.Net.Sockets;
using Soundoff.Web;

namespace Soundoff.Cli.Import.Fetching;

/// <summary>This machine and its own network.</summary>
internal static class LocalNet
{
    /// <summary>Whether a host is there.</summary>
    public static async Task<bool> HoldsAsync(string host, CancellationToken cancellation)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host.Trim('[', ']'), cancellation);
            return addresses.Length > 0 && !addresses.Any(PublicNet.Has);
        }
        catch (SocketException)
        {
            // Nobody knows the name: the fetch itself tells.
            return false;
        }
    }
}
