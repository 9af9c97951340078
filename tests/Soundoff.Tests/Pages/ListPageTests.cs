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
        Assert.Equal(["/listen/night-desk/2026/", "/listen/night-desk/2025/"], page.QuerySelectorAll("nav[aria-labelledby=years-heading] a").Select(a => a.GetAttribute("href")!));
        Assert.Equal(["4 episodes", "30 episodes"], page.QuerySelectorAll("nav[aria-labelledby=years-heading] span").Select(s => s.TextContent));
    }

    [Fact]
    public void Home_says_where_to_subscribe_and_how_to_support()
    {
        var page = PageHtmlTests.Parse("night-desk/index.html");
        Assert.Equal("https://radio.example/listen/night-desk/feed.xml", page.QuerySelector("#subscribe .feeds a")!.GetAttribute("href"));
        Assert.Contains("https://apple.example/night", page.QuerySelectorAll(".elsewhere-links a").Select(a => a.GetAttribute("href")));
        Assert.Equal("https://pay.example/coffee", page.QuerySelector("a[rel=payment]")!.GetAttribute("href"));
        using var data = JsonDocument.Parse(page.Scripts.Single(s => s.Type == "application/ld+json").Text);
        Assert.Equal("PodcastSeries", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("https://radio.example/listen/night-desk/feed.xml", data.RootElement.GetProperty("webFeed").GetString());
    }

    [Fact]
    public void Home_leads_to_the_most_used_topics_to_all_of_them_to_guests_seasons_and_search()
    {
        var page = PageHtmlTests.Parse("night-desk/index.html");
        var topics = page.QuerySelectorAll(".topics .chips a").Select(a => a.TextContent.Trim()).ToList();
        Assert.NotEmpty(topics);
        Assert.Equal(["/listen/night-desk/topics/", "/listen/night-desk/guests/", "/listen/night-desk/search/"], page.QuerySelectorAll(".topics .ways a").Select(a => a.GetAttribute("href")!));
        Assert.StartsWith("/listen/night-desk/seasons/", page.QuerySelector("nav[aria-labelledby=seasons-heading] a")!.GetAttribute("href"));
    }

    [Fact]
    public void An_entry_names_its_guests_and_topics_and_a_month_once()
    {
        var page = PageHtmlTests.Parse("night-desk/2026/03/index.html");
        Assert.Contains("/listen/night-desk/guests/bo-reed/", page.QuerySelectorAll(".subjects .guest a").Select(a => a.GetAttribute("href")));
        Assert.Contains("/listen/night-desk/topics/work/", page.QuerySelectorAll(".subjects [rel=tag]").Select(a => a.GetAttribute("href")));
        var november = PageHtmlTests.Parse("night-desk/2025/11/index.html").QuerySelectorAll(".day span").ToList();
        Assert.True(november.Count > 1);
        Assert.Equal(1, november.Count(s => s.ClassName != "unseen"));
    }

    [Fact]
    public void Topics_and_guests_stand_below_their_first_letters_with_their_counts()
    {
        var page = PageHtmlTests.Parse("night-desk/guests/index.html");
        var group = page.QuerySelectorAll(".names section").Single(s => s.QuerySelector("h2")!.TextContent == "B");
        Assert.Equal("Bo Reed 1 episode1", group.QuerySelector("a")!.TextContent.Trim());
        Assert.Equal("No guest has been here yet.", PageHtmlTests.Parse("silent/guests/index.html").QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public void An_episode_ends_with_those_akin_to_it() =>
        Assert.Equal(3, PageHtmlTests.Parse(SitePaths.Episode("night-desk", SampleShows.Long.Slug)).QuerySelectorAll(".akin .entry").Length);

    [Fact]
    public void Lists_are_described_to_search_engines()
    {
        foreach (var path in new[] { "2025", "2025/12", "topics/work", "guests/bo-reed", "topics", "guests" })
            Assert.False(string.IsNullOrWhiteSpace(PageHtmlTests.Parse($"night-desk/{path}/index.html").QuerySelector("meta[name=description]")?.GetAttribute("content")), path);
    }

    [Fact]
    public void Apps_take_the_feed_by_links_of_their_own_and_places_that_links_name_stand_beside_them()
    {
        var page = PageHtmlTests.Parse("night-desk/subscribe/index.html");
        var apps = page.QuerySelectorAll(".apps a").ToDictionary(a => a.TextContent.Trim(), a => a.GetAttribute("href"));
        Assert.Equal(["Apple Podcasts", "Pocket Casts", "Overcast", "AntennaPod", "Castro", "Podcast Addict", "gPodder"], apps.Keys.Take(7));
        Assert.Equal("https://apple.example/night", apps["Apple Podcasts"]);
        Assert.Equal("pktc://subscribe/radio.example/listen/night-desk/feed.xml", apps["Pocket Casts"]);
        Assert.Equal("overcast://x-callback-url/add?url=https%3A%2F%2Fradio.example%2Flisten%2Fnight-desk%2Ffeed.xml", apps["Overcast"]);
        Assert.Equal("podcast://radio.example/listen/bare/feed.xml", PageHtmlTests.Parse("bare/subscribe/index.html").QuerySelector(".apps a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector(".code img[alt]"));
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
    public void A_year_has_all_its_episodes_by_month()
    {
        var page = PageHtmlTests.Parse("night-desk/2025/index.html");
        Assert.Equal(30, page.QuerySelectorAll(".year-month li").Length);
        Assert.Equal(["December", "November"], page.QuerySelectorAll(".year-month h2").Take(2).Select(h => h.TextContent));
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
