using System.Text;
using System.Text.Json;
using Soundoff.Lists;
using Soundoff.Site;

namespace Soundoff.Tests.Pages;

public sealed class ListPageTests
{
    [Fact]
    public void Home_features_the_newest_episode_lists_more_and_leads_to_every_year()
    {
        var page = PageHtmlTests.Parse("night-desk/index.html");
        Assert.Equal("Harbour lights", page.QuerySelector(".feature h3")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector(".feature audio[controls][preload=none] source"));
        Assert.Equal(23, page.QuerySelectorAll(".entry").Length);
        Assert.Equal(["/listen/night-desk/2026/", "/listen/night-desk/2025/"], page.QuerySelectorAll(".years a").Select(a => a.GetAttribute("href")!));
        Assert.Equal(["4 episodes", "30 episodes"], page.QuerySelectorAll(".years span").Select(s => s.TextContent));
    }

    [Fact]
    public void Home_says_where_to_subscribe_and_how_to_support()
    {
        var page = PageHtmlTests.Parse("night-desk/index.html");
        Assert.Equal("https://radio.example/listen/night-desk/feed.xml", page.QuerySelector("#subscribe .feeds a")!.GetAttribute("href"));
        Assert.Contains("https://apple.example/night", page.QuerySelectorAll("#subscribe .chips a").Select(a => a.GetAttribute("href")));
        Assert.Equal("https://pay.example/coffee", page.QuerySelector("a[rel=payment]")!.GetAttribute("href"));
        using var data = JsonDocument.Parse(page.Scripts.Single(s => s.Type == "application/ld+json").Text);
        Assert.Equal("PodcastSeries", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("https://radio.example/listen/night-desk/feed.xml", data.RootElement.GetProperty("webFeed").GetString());
    }

    [Fact]
    public void A_show_without_episodes_has_a_home()
    {
        Assert.Equal("The first episode is on its way.", PageHtmlTests.Parse("silent/index.html").QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public void A_month_leads_to_its_year_and_its_neighbours()
    {
        var page = PageHtmlTests.Parse("night-desk/2025/12/index.html");
        Assert.Equal("December 2025", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/listen/night-desk/2025/", page.QuerySelector(".kicker a")!.GetAttribute("href"));
        Assert.Equal("/listen/night-desk/2025/11/", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/listen/night-desk/2026/01/", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public void A_year_shows_twelve_months_and_links_those_that_have_episodes()
    {
        var page = PageHtmlTests.Parse("night-desk/2026/index.html");
        Assert.Equal(12, page.QuerySelectorAll(".months li").Length);
        Assert.Equal(["/listen/night-desk/2026/01/", "/listen/night-desk/2026/02/", "/listen/night-desk/2026/03/"], page.QuerySelectorAll(".months a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public void A_year_leads_to_its_neighbours()
    {
        var (older, newer) = (PageHtmlTests.Parse("night-desk/2025/index.html"), PageHtmlTests.Parse("night-desk/2026/index.html"));
        Assert.Equal("/listen/night-desk/2026/", older.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/listen/night-desk/2025/", newer.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Null(older.QuerySelector("a[rel=prev]") ?? newer.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public void A_guests_older_years_are_linked_from_year_to_year()
    {
        var list = new NamedList("Bo Reed", "lamplighter", [SampleSite.Listed(SampleShows.Harbour, SampleShows.NightDesk)]);
        var newest = Encoding.UTF8.GetString(SampleSite.Renderer.Guest(SampleShows.NightDesk, "bo-reed", list, null, 2024));
        Assert.Contains("<a class=\"older\" href=\"/listen/night-desk/guests/bo-reed/2024/\"", newest);
        var year = Encoding.UTF8.GetString(SampleSite.Renderer.Guest(SampleShows.NightDesk, "bo-reed", list, 2024, null));
        Assert.Contains("Bo Reed, 2024</h1>", year);
        Assert.Contains("<link rel=\"canonical\" href=\"https://radio.example/listen/night-desk/guests/bo-reed/2024/\">", year);
        Assert.Contains("href=\"/listen/night-desk/guests/bo-reed/\"", year);
        Assert.DoesNotContain("class=\"older\"", year);
    }

    [Fact]
    public void The_root_lists_all_shows()
    {
        Assert.Equal(
            ["/listen/night-desk/", "/listen/nur/", "/listen/bare/", "/listen/silent/"],
            PageHtmlTests.Parse(SitePaths.Root).QuerySelectorAll(".show-card h2 a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public void A_former_address_leads_on_at_once_and_stays_out_of_search_engines()
    {
        var page = PageHtmlTests.Parse("night-desk/lamps/index.html");
        const string address = "https://radio.example/listen/night-desk/harbour-lights/";
        Assert.Equal($"0; url={address}", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Equal(address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(address, page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public void The_404_page_leads_home_and_stays_out_of_search_engines()
    {
        var page = PageHtmlTests.Parse(SitePaths.NotFound);
        Assert.Equal("/listen/", page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }
}
