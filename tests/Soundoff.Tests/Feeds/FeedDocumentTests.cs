using Soundoff.Feeds;
using Soundoff.Site;

namespace Soundoff.Tests.Feeds;

public class FeedDocumentTests
{
    [Fact]
    public async Task The_newest_RSS_document_is_as_expected() =>
        Assert.Equal(SampleShow.Data("feed.xml"), await SampleShow.RssAsync(SampleShow.Show, FeedPage.Newest(new Month(2018, 12)), SampleShow.Whole, SampleShow.TextOnly));

    [Fact]
    public async Task An_archive_is_as_expected() => Assert.Equal(
        SampleShow.Data("feed-2019-02.xml"),
        await SampleShow.RssAsync(SampleShow.Show, FeedPage.Archive(new Month(2019, 2), new Month(2018, 12), new Month(2019, 4)), SampleShow.Whole));

    [Fact]
    public async Task The_Atom_document_is_as_expected() =>
        Assert.Equal(SampleShow.Data("atom.xml"), await SampleShow.AtomAsync(SampleShow.Show, SampleShow.Whole, SampleShow.TextOnly));

    [Fact]
    public async Task The_JSON_document_is_as_expected() =>
        Assert.Equal(SampleShow.Data("feed.json"), await SampleShow.JsonAsync(SampleShow.Show, SampleShow.Whole, SampleShow.TextOnly));
}
