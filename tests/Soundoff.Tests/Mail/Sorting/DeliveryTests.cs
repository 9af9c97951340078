using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Sorting;

public class DeliveryTests
{
    [Theory]
    [InlineData("pass", true)]
    [InlineData(" Fail ", false)]
    [InlineData("softfail", false)]
    [InlineData("none", null)]
    [InlineData("neutral", null)]
    [InlineData("temperror", null)]
    [InlineData(null, null)]
    public void An_spf_result_is_read(string? result, bool? passed) => Assert.Equal(passed, Delivery.ReadSpf(result));

    [Fact]
    public void Dkim_results_are_read_by_domain()
    {
        var read = Delivery.ReadDkim("{@Example.org : fail, @list.example : pass,@example.org : pass, @b.example : fail}");
        Assert.Equal([("b.example", false), ("Example.org", true), ("list.example", true)], read.Select(r => (r.Key, r.Value)).OrderBy(r => r.Key, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("none")]
    [InlineData("{}")]
    [InlineData("{ : pass}")]
    public void Nothing_signed_gives_nothing(string? results) => Assert.Empty(Delivery.ReadDkim(results));

    [Theory]
    [InlineData("example.org", "mail.example.org", true)]
    [InlineData("a.example.org", "b.example.org", true)]
    [InlineData("a.example.co.uk", "b.example.co.uk", true)]
    [InlineData("one.co.uk", "two.co.uk", false)]
    [InlineData("example.org", "notexample.org", false)]
    [InlineData("EXAMPLE.org.", "example.ORG", true)]
    [InlineData("localhost", "localhost", true)]
    public void Domains_align_by_organisation(string one, string other, bool aligned) => Assert.Equal(aligned, SenderClaim.Aligned(one, other));
}
