using DnsClient;
using DnsClient.Protocol;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations;

/// <summary>Where mail for a domain goes (RFC 5321 section 5.1).</summary>
internal static class MailRoute
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);

    /// <summary>Asks name servers.</summary>
    /// <param name="domain">The domain of contact addresses.</param>
    /// <param name="emulated">Whether nobody expects mail from outside: then nothing is wrong without it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="asked">Which to ask; null for those of this machine.</param>
    public static async Task<Finding> ExamineAsync(string domain, bool emulated, CancellationToken cancellation, ILookupClient? asked = null)
    {
        const string Area = "mx";
        try
        {
            var dns = asked ?? new LookupClient(new LookupClientOptions { Timeout = LongestAnswer, Retries = 1, ThrowDnsErrors = false });
            var answer = await dns.QueryAsync(domain, QueryType.MX, cancellationToken: cancellation);
            if (answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain) return Unknown(answer.ErrorMessage);
            // RFC 7505: a single dot takes no mail.
            var servers = answer.Answers.OfType<MxRecord>().OrderBy(record => record.Preference).Select(record => record.Exchange.Value.TrimEnd('.')).Where(name => name.Length > 0).ToList();
            return servers.Count > 0
                ? new(Area, Verdict.Good, $"Mail for {domain} goes to {string.Join(", ", servers)}.")
                : new(Area, emulated ? Verdict.Hint : Verdict.Wrong, $"{domain} has no MX record: letters to it do not arrive.", $"Add \"{domain} MX 10 mx.sendgrid.net.\" where the domain's names are kept, or your own provider's server.");
        }
        catch (Exception failure) when (failure is DnsResponseException or InvalidOperationException or ArgumentException or System.Net.Sockets.SocketException)
        {
            return Unknown(failure.Message);
        }

        Finding Unknown(string why) => new(Area, Verdict.Unknown, $"Where mail for {domain} goes cannot be found out here: {why.Split('\n')[0].Trim().TrimEnd('.')}.", $"Ask from a machine with name servers: dig MX {domain}.");
    }
}
