using System.Net;
using Soundoff.Web;

namespace Soundoff.Tests.Web;

public sealed class PublicNetTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:220:1::1")]
    [InlineData("64:ff9b::5db8:d822")]
    public void The_public_net_is_public(string address) => Assert.True(PublicNet.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    public void This_machine_and_its_network_are_not_in_whatever_form(string address) => Assert.False(PublicNet.Has(IPAddress.Parse(address)));

    [Fact]
    public async Task Nothing_inside_is_fetched_where_only_the_public_net_may_be()
    {
        await using var server = new Cli.Import.FeedServer();
        await server.InitializeAsync();
        using var fetcher = new Fetcher(inner: false, TimeProvider.System, TimeSpan.FromMilliseconds(1));
        foreach (var host in new[] { "127.0.0.1", "localhost" })
        {
            var address = new UriBuilder(server.Address) { Host = host, Path = "json-feed/feed.json" }.Uri;
            var refused = await Assert.ThrowsAsync<UnreachableException>(() => fetcher.GetAsync(address, TestContext.Current.CancellationToken));
            Assert.Contains("not on the public net", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
    }
}
