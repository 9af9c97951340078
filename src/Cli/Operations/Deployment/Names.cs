using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Name servers, asked as strangers ask: not those of this machine, which may know names that nobody else does.</summary>
internal static class Names
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);

    /// <summary>Asks name servers.</summary>
    /// <param name="server">An address, with a colon and a port where it is not 53; null for those of Cloudflare and Google.</param>
    /// <exception cref="CannotRunException">It is no address.</exception>
    public static ILookupClient Of(string? server)
    {
        NameServer[] servers = server is null ? [NameServer.Cloudflare, NameServer.GooglePublicDns]
            : IPEndPoint.TryParse(server, out var address) ? [new(new IPEndPoint(address.Address, address.Port == 0 ? NameServer.DefaultPort : address.Port))]
            : throw new CannotRunException($"\"{server}\" is no address of a name server.", "Give one such as 192.0.2.53 or 192.0.2.53:5353.");
        return new LookupClient(new LookupClientOptions(servers) { Timeout = LongestAnswer, Retries = 1, ThrowDnsErrors = false, UseCache = false });
    }

    /// <summary>The records of a name; null when nobody answers.</summary>
    public static async Task<IReadOnlyList<DnsResourceRecord>?> AskAsync(ILookupClient dns, string name, QueryType type, CancellationToken cancellation)
    {
        try
        {
            var answer = await dns.QueryAsync(name, type, cancellationToken: cancellation);
            return answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain ? null : answer.Answers;
        }
        catch (Exception failure) when (failure is DnsResponseException or InvalidOperationException or ArgumentException or System.Net.Sockets.SocketException)
        {
            return null;
        }
    }
}
