using Soundoff.Mail.Receiving;
using Soundoff.Mail.Visiting;

namespace Soundoff.Tests.Mail.Visiting;

public sealed class VisitorTests
{
    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "64:ff9b::c000:207", true)]
    [InlineData("192.0.2.7", "2002:c000:207:9::1", true)]
    [InlineData("127.0.0.1", "::1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("192.0.2.7", "64:ff9b::c000:208", false)]
    public void One_place_on_the_network_counts_once_however_its_address_is_written(string one, string other, bool same) => Assert.Equal(same, Of(one) == Of(other));

    private static string Of(string address) => Visitor.Of(new InboundRequest(Stream.Null, null, _ => null, _ => null) { Peer = System.Net.IPAddress.Parse(address) }, new());

    [Theory]
    [InlineData(null, "en")]
    [InlineData("de-CH,de;q=0.9,en;q=0.8", "de")]
    [InlineData("is, fr;q=0.5, ar;q=0.7", "ar")]
    [InlineData("de;q=0, *", "en")]
    [InlineData("PT-br", "pt-br")]
    [InlineData(";;q=x,,de;q=many", "en")]
    public void A_page_of_no_show_is_in_the_language_that_the_visitor_likes_best(string? accepted, string language) =>
        Assert.Equal(language, Visitor.Language(new InboundRequest(Stream.Null, null, name => name == "Accept-Language" ? accepted : null, _ => null)));
}
