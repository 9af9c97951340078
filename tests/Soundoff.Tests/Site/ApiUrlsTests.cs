using Soundoff.Publishing;
using Soundoff.Site;
using Soundoff.Tests.Pages;

namespace Soundoff.Tests.Site;

public sealed class ApiUrlsTests
{
    private static readonly SiteUrls Urls = new(new Uri("https://radio.example/listen/"));

    [Fact]
    public void Without_an_address_of_their_own_the_functions_are_below_the_sites()
    {
        var api = new ApiUrls(null, Urls);
        Assert.Equal("https://radio.example/listen/api/review#a.b", api.Review("a.b"));
        Assert.Equal("/listen/api/contact?show=nur&episode=%D8%A7", api.Contact("nur", "ا"));
    }

    [Theory]
    [InlineData("https://api.radio.example")]
    [InlineData("https://api.radio.example/")]
    public void With_one_links_lead_there(string address)
    {
        var api = new ApiUrls(new Uri(address), Urls);
        Assert.Equal("https://api.radio.example/api/review#a.b", api.Review("a.b"));
        Assert.Equal("https://api.radio.example/api/contact?show=rail", api.Contact("rail", null));
    }

    [Fact]
    public void A_changed_address_renders_a_show_again() => Assert.NotEqual(
        Fingerprint.Of([], Urls, new ApiUrls(null, Urls)), Fingerprint.Of([], Urls, new ApiUrls(new Uri("https://api.radio.example/"), Urls)));

    [Fact]
    public void Pages_link_to_the_form_for_their_episode()
    {
        Assert.Contains("href=\"https://api.radio.example/api/contact?show=night-desk&amp;episode=harbour-lights\"", SampleSite.Html("night-desk/harbour-lights/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"https://api.radio.example/api/contact?show=night-desk\"", SampleSite.Html("night-desk/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("api/contact", SampleSite.Html("bare/index.html"), StringComparison.Ordinal);
    }
}
