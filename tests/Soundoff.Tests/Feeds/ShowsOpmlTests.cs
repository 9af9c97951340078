using System.Text;
using System.Xml.Linq;
using Soundoff.Feeds;
using Soundoff.Shows;

namespace Soundoff.Tests.Feeds;

public class ShowsOpmlTests
{
    [Fact]
    public void Every_show_that_may_be_found_stands_in_it_with_its_feed()
    {
        var opml = XDocument.Parse(Encoding.UTF8.GetString(ShowsOpml.Write([SampleShow.Show, ShowDefaults.For("bare"), ShowDefaults.For("hidden") with { Block = true }], SampleShow.Urls)));

        Assert.Equal("2.0", opml.Root!.Attribute("version")!.Value);
        Assert.Equal("radio.example", opml.Root.Element("head")!.Element("title")!.Value);
        Assert.Equal(
            [("rss", "Harbour & Hinterland", "https://radio.example/harbour/feed.xml"), ("rss", "Bare", "https://radio.example/bare/feed.xml")],
            opml.Root.Element("body")!.Elements("outline").Select(o => (o.Attribute("type")!.Value, o.Attribute("text")!.Value, o.Attribute("xmlUrl")!.Value)));
    }
}
