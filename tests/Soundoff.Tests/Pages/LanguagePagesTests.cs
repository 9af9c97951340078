using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Soundoff.Shows;

namespace Soundoff.Tests.Pages;

/// <summary>In what language pages are, and what of them is in another (WCAG 3.1.1 and 3.1.2).</summary>
public sealed class LanguagePagesTests
{
    private static readonly Show German = SampleShows.NightDesk with { Language = "de-AT" };

    [Fact]
    public void An_episode_in_another_language_keeps_the_shows_words_and_says_its_own_language()
    {
        var listed = SampleSite.Listed(SampleShows.Article, German);
        var page = Parse(SampleSite.Renderer.Episode(German, SampleShows.Harbour, listed, null));
        Assert.Equal("de-AT", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Kapitel", page.QuerySelector("#chapters-heading")!.TextContent);
        Assert.All(["h1", ".story", ".standfirst", ".moments li [lang]", ".topics a", ".links a", ".who", ".passages", ".neighbours .where"], place =>
            Assert.Equal("en-gb", page.QuerySelector(place)?.GetAttribute("lang")));
        Assert.Contains("our e-mail address", page.QuerySelector(".story")!.TextContent);
        Assert.Null(page.QuerySelector("#contact [lang]"));
    }

    [Fact]
    public void A_list_says_which_titles_are_in_another_language()
    {
        var listed = SampleSite.Listed(SampleShows.Harbour, German);
        var home = Parse(SampleSite.Renderer.Home(German, [listed, listed with { Language = "de-at" }], [], []));
        Assert.Equal("en-gb", home.QuerySelector(".feature h3")!.GetAttribute("lang"));
        Assert.False(home.QuerySelector(".entry h3")!.HasAttribute("lang"));
    }

    [Theory]
    [InlineData("de", "Sendungen", "de-AT", "de-DE")]
    [InlineData("de-at", "Sendungen", "de-AT")]
    [InlineData("en", "Shows", "de-AT", "fr")]
    [InlineData("en", "Shows", "is")]
    [InlineData("en", "Shows")]
    public void Pages_of_the_whole_site_are_in_the_language_that_all_shows_share(string language, string title, params string[] shows)
    {
        IReadOnlyList<Show> all = [.. shows.Select(s => German with { Language = s })];
        var root = Parse(SampleSite.Renderer.Root(all));
        Assert.Equal((language, title), (root.DocumentElement.GetAttribute("lang"), root.QuerySelector("h1")!.TextContent));
        Assert.Equal(language, Parse(SampleSite.Renderer.NotFound(all)).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void A_former_address_tells_where_to_in_the_shows_language() =>
        Assert.Contains("Diese Seite ist umgezogen", Encoding.UTF8.GetString(SampleSite.Renderer.Redirect(German, "https://radio.example/listen/night-desk/harbour-lights/", "Lichter")), StringComparison.Ordinal);

    private static IHtmlDocument Parse(byte[] page) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
}
