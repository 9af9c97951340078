using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Soundoff.Pages;

namespace Soundoff.Tests.Pages;

/// <summary>What holds for every page of the site.</summary>
public sealed class PageHtmlTests
{
    public static TheoryData<string> Pages => SampleSite.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_well_formed(string path) => Parse(path);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_one_main_heading_landmarks_and_a_skip_link(string path)
    {
        var page = Parse(path);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("main", Assert.Single(page.QuerySelectorAll("main")).Id);
        Assert.Equal("#main", page.Body!.FirstElementChild!.GetAttribute("href"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.NotEmpty(page.DocumentElement.GetAttribute("lang")!);
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_within_the_site_leads_somewhere(string path)
    {
        var page = Parse(path);
        var here = new Uri(SampleSite.Urls.Of(path));
        foreach (var address in page.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")).Concat(page.QuerySelectorAll("[src]").Select(e => e.GetAttribute("src"))))
        {
            var target = new Uri(here, address);
            if (target.Host != here.Host) continue;
            Assert.StartsWith(SampleSite.Urls.Base.AbsolutePath, target.AbsolutePath);
            var file = Uri.UnescapeDataString(target.AbsolutePath[SampleSite.Urls.Base.AbsolutePath.Length..]);
            if (file.Length == 0 || file.EndsWith('/')) file += "index.html";
            Assert.True(SampleSite.Documents.ContainsKey(file) || SampleSite.Files.ContainsKey(file), $"{path} links to {address}, which is not there.");
            if (target.Fragment.Length > 1 && !target.Fragment.StartsWith("#t=", StringComparison.Ordinal))
                Assert.True(Parse(file).GetElementById(target.Fragment[1..]) is not null, $"{path} links to {address}, which has no such place.");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_page_shows_a_mail_address_to_harvesters(string path)
    {
        Assert.DoesNotContain("@radio.example", SampleSite.Html(path), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mailto:", SampleSite.Html(path), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Addresses_of_links_and_pictures_are_web_addresses(string path)
    {
        // Apps that take a feed are opened by schemes of their own.
        foreach (var address in Parse(path).QuerySelectorAll("[href]:not(.apps a), [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")))
            Assert.Contains(new Uri(SampleSite.Urls.Base, address).Scheme, new[] { "https", "http" });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Scripts_are_the_sites_own_or_data(string path)
    {
        foreach (var script in Parse(path).Scripts)
        {
            if (script.Type == "application/ld+json") using (JsonDocument.Parse(script.Text)) Assert.Null(script.Source);
            else Assert.Contains(script.GetAttribute("src"), new[] { SiteAssets.Script, SiteAssets.Follow, SiteAssets.Search }.Select(a => SampleSite.Urls.Within(a.Path)));
        }
    }

    internal static IHtmlDocument Parse(string path) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(SampleSite.Html(path));
}
