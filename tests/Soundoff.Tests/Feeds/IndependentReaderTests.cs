using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Soundoff.Feeds;
using Soundoff.Site;

namespace Soundoff.Tests.Feeds;

public class IndependentReaderTests
{
    private static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static readonly XNamespace Podcast = "https://podcastindex.org/namespace/1.0";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private static Task<string> Rss() => SampleShow.RssAsync(SampleShow.Show, FeedPage.Newest(null), SampleShow.Whole, SampleShow.TextOnly);

    private static SyndicationFeed Read(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        return SyndicationFeed.Load(reader);
    }

    [Fact]
    public async Task An_RSS_reader_finds_enclosure_GUID_and_date()
    {
        var item = Assert.Single(Read(await Rss()).Items);
        var enclosure = Assert.Single(item.Links, l => l.RelationshipType == "enclosure");
        Assert.Equal(SampleShow.Whole.Title, item.Title.Text);
        Assert.Equal(SampleShow.Whole.Guid, item.Id);
        Assert.Equal(SampleShow.Whole.Date, item.PublishDate);
        Assert.Equal("https://radio.example/harbour/tides-1f0c9a2b3c4d.mp3", enclosure.Uri.AbsoluteUri);
        Assert.Equal((5_000_000_000, "audio/mpeg"), (enclosure.Length, enclosure.MediaType));
    }

    [Fact]
    public async Task An_Atom_reader_finds_text_episodes_too()
    {
        var feed = Read(await SampleShow.AtomAsync(SampleShow.Show, SampleShow.Whole, SampleShow.TextOnly));
        Assert.Equal(["Tides <and> “time”", "Written only"], feed.Items.Select(i => i.Title.Text));
        Assert.All(feed.Items, i => Assert.StartsWith("urn:uuid:", i.Id, StringComparison.Ordinal));
        Assert.Equal(SampleShow.Whole.Date, feed.Items.First().PublishDate);
    }

    [Fact]
    public async Task A_text_episode_is_in_RSS_only_when_the_show_says_so()
    {
        var show = SampleShow.Show with { Feed = new() { TextEpisodes = true } };
        Assert.Single(Read(await SampleShow.RssAsync(show, FeedPage.Newest(null), SampleShow.TextOnly)).Items);
        Assert.Empty(Read(await SampleShow.RssAsync(SampleShow.Show, FeedPage.Newest(null), SampleShow.TextOnly)).Items);
    }

    [Fact]
    public async Task Namespaces_are_exact_and_declared_once()
    {
        var xml = await Rss();
        var root = XDocument.Parse(xml).Root!;
        Assert.Equal([Itunes.NamespaceName, Podcast.NamespaceName, "http://www.w3.org/2005/Atom", Content.NamespaceName],
            root.Attributes().Where(a => a.IsNamespaceDeclaration).Select(a => a.Value));
        // Simple chapters bring their own: most feeds have none.
        Assert.DoesNotContain(root.Descendants().Attributes(), a => a.IsNamespaceDeclaration && a.Value != "http://podlove.org/simple-chapters");
        Assert.StartsWith("<?xml", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_are_repeated_where_an_item_names_people()
    {
        var item = XDocument.Parse(await Rss()).Descendants("item").Single();
        Assert.Equal(["Ada Quay", "Bo Reed"], item.Elements(Podcast + "person").Select(p => p.Value));
        Assert.Equal("3726", item.Element(Itunes + "duration")?.Value);
    }

    [Fact]
    public async Task Timed_transcripts_are_captions()
    {
        var transcripts = XDocument.Parse(await Rss()).Descendants(Podcast + "transcript").ToList();
        Assert.Equal(["captions", null], transcripts.Select(t => t.Attribute("rel")?.Value));
        Assert.Equal(["en-gb", "de"], transcripts.Select(t => t.Attribute("language")?.Value));
    }

    [Fact]
    public async Task Characters_that_XML_forbids_are_dropped_and_CDATA_does_not_end_early()
    {
        var episode = SampleShow.Whole with { Title = "A\u0001B\uD800C\uFFFE", BodyHtml = "<p title=\"]]>\">x\u000By</p>" };
        var item = XDocument.Parse(await SampleShow.RssAsync(SampleShow.Show, FeedPage.Newest(null), episode)).Descendants("item").Single();
        Assert.Equal("ABC", item.Element("title")?.Value);
        Assert.Contains("]]&gt;", item.Element(Content + "encoded")?.Value, StringComparison.Ordinal);
        Assert.Contains("x y", item.Element("description")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_culture_of_the_machine_changes_nothing()
    {
        var before = await Rss();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(before, await Rss());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task A_feed_without_items_is_whole()
    {
        Assert.Empty(Read(await SampleShow.RssAsync(SampleShow.Show, FeedPage.Newest(null))).Items);
        Assert.Empty(Read(await SampleShow.AtomAsync(SampleShow.Show)).Items);
        Assert.Equal(0, JsonDocument.Parse(await SampleShow.JsonAsync(SampleShow.Show)).RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_archive_names_the_newest_feed_and_its_neighbours()
    {
        var xml = await SampleShow.RssAsync(SampleShow.Show, FeedPage.Archive(new Month(2019, 2), new Month(2018, 12), null), SampleShow.Whole);
        var channel = XDocument.Parse(xml).Root!.Element("channel")!;
        XNamespace atom = "http://www.w3.org/2005/Atom", history = "http://purl.org/syndication/history/1.0";
        Assert.NotNull(channel.Element(history + "archive"));
        Assert.Equal(
            ["self https://radio.example/harbour/feed-2019-02.xml", "current https://radio.example/harbour/feed.xml", "prev-archive https://radio.example/harbour/feed-2018-12.xml"],
            channel.Elements(atom + "link").Select(l => $"{l.Attribute("rel")?.Value} {l.Attribute("href")?.Value}"));
    }
}
