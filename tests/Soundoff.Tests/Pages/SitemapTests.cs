using System.Text;
using System.Xml.Linq;

namespace Soundoff.Tests.Pages;

public sealed class SitemapTests
{
    private static readonly XNamespace Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void A_sitemap_names_each_page_with_when_it_changed()
    {
        var map = Parse(SampleSite.Documents["nur/sitemap-2026.xml"]);
        var url = Assert.Single(map.Elements(Space + "url"));
        Assert.Equal("https://radio.example/listen/nur/%D8%A7%D9%84%D8%B3%D9%88%D9%82/", url.Element(Space + "loc")!.Value);
        Assert.Equal("2026-01-09T06:00:00+02:00", url.Element(Space + "lastmod")!.Value);
    }

    [Fact]
    public void The_index_names_the_sitemaps_and_robots_names_the_index()
    {
        var index = Parse(SampleSite.Documents["sitemap.xml"]);
        Assert.Equal(Space + "sitemapindex", index.Name);
        Assert.Contains("https://radio.example/listen/night-desk/sitemap-2025.xml", index.Elements(Space + "sitemap").Select(s => s.Element(Space + "loc")!.Value));
        Assert.Contains("\nSitemap: https://radio.example/listen/sitemap.xml\n", SampleSite.Html("robots.txt"));
    }

    [Fact]
    public void A_site_without_shows_has_a_sitemap_of_its_root_page_since_an_index_must_not_be_empty()
    {
        var map = Parse(SampleSite.Renderer.SitemapIndex([]));
        Assert.Equal(Space + "urlset", map.Name);
        Assert.Equal("https://radio.example/listen/", Assert.Single(map.Elements()).Element(Space + "loc")!.Value);
    }

    [Fact]
    public void A_sitemap_keeps_to_the_protocols_limit()
    {
        var map = Parse(SampleSite.Renderer.Sitemap(Enumerable.Range(0, 50_010).Select(n => ($"show/{n}/index.html", (DateTimeOffset?)null))));
        Assert.Equal(50_000, map.Elements().Count());
    }

    private static XElement Parse(byte[] xml) => XDocument.Parse(Encoding.UTF8.GetString(xml)).Root!;
}
