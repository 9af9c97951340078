using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using CsCheck;
using Soundoff.Feeds;
using Soundoff.Texts;

namespace Soundoff.Tests.Feeds;

public class FeedPartsTests
{
    [Theory]
    [InlineData("https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c")]
    [InlineData("http://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810")]
    [InlineData("podnews.net/rss//", "9b024349-ccf0-5f69-a609-6b82873eab3c")]
    public void A_show_has_the_GUID_of_its_first_address(string url, string guid) => Assert.Equal(guid, PodcastGuid.For(url));

    [Fact]
    public void An_episode_has_the_GUID_of_its_show_and_slug()
    {
        var guid = EpisodeGuid.For("9b024349-ccf0-5f69-a609-6b82873eab3c", "tides");
        Assert.Equal(guid, EpisodeGuid.For("9b024349-ccf0-5f69-a609-6b82873eab3c", "tides"));
        Assert.NotEqual(guid, EpisodeGuid.For("9b024349-ccf0-5f69-a609-6b82873eab3c", "Tides"));
        Assert.Equal('5', guid[14]);
    }

    [Fact]
    public void A_date_is_English_with_a_numeric_zone() =>
        Assert.Equal("Fri, 22 Feb 2019 09:00:00 -0330", FeedDate.Rfc2822(SampleShow.Whole.Date));

    [Fact]
    public void A_long_line_is_cut_between_whole_characters()
    {
        var cut = SafeText.Line(string.Concat(Enumerable.Repeat("👩‍🚀", 100)));
        Assert.True(cut.Length <= 255);
        Assert.EndsWith("👩‍🚀…", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_HTML_fits_and_is_whole() => Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 0, 60].Array[1, 12], Gen.Int[40, 400]).Sample((texts, limit) =>
    {
        var html = "<p>Début</p><ul>" + string.Concat(texts.Select(t => $"<li><p>{t} é &amp;</p></li>")) + "</ul>";
        var cut = HtmlCut.ToBytes(html, limit);
        return Encoding.UTF8.GetByteCount(cut) <= limit && new HtmlParser().ParseDocument("<body>" + cut).Body!.InnerHtml == cut && XElement.Parse($"<x>{cut}</x>") is not null;
    });

    [Fact]
    public void HTML_is_cut_between_elements() =>
        Assert.Equal("<p>One</p><ul><li>a</li></ul>", HtmlCut.ToBytes("<p>One</p><ul><li>a</li><li>bbbbbbbbbbbbbbbb</li></ul><p>End</p>", 34));

    [Fact]
    public void A_single_long_paragraph_is_cut_at_a_word() =>
        Assert.Equal("<p>one two…</p>", HtmlCut.ToBytes("<p>one two three four</p>", 19));

    [Fact]
    public void Plain_text_keeps_paragraphs_and_lists() =>
        Assert.Equal("Title\n\nOne two.\n\n- a\n- b\n\n1. c\n\nlast\nline",
            PlainText.From("<h2>Title</h2>\n<p>One <b>two</b>.</p><ul><li>a</li><li>b</li></ul><ol><li><p>c</p></li></ol><p>last<br>line</p>"));

    [Fact]
    public void Simple_HTML_opens_up_what_apps_do_not_show() =>
        Assert.Equal("<p><strong>T</strong></p><p>q <a href=\"https://a.example/\">l</a></p>",
            SimpleHtml.From("<h2>T</h2><blockquote><p>q <a class=x href=\"https://a.example/\"><span>l</span></a></p></blockquote><img src=x>"));

    [Fact]
    public void A_fragment_unpacks_as_it_was_packed() => Gen.Byte.Array[0, 5000].Sample(bytes =>
        FeedFragment.Unpack(FeedFragment.Pack(bytes)).Span.SequenceEqual(bytes));

    [Fact]
    public void A_damaged_fragment_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => FeedFragment.Unpack(new byte[] { 1, 2, 3 }));
        Assert.Throws<InvalidDataException>(() => FeedFragment.Unpack(new byte[] { 255, 255, 255, 127, 0, 0 }));
    }

    [Fact]
    public void Notes_that_hardly_compress_are_cut_to_what_a_row_can_hold()
    {
        var body = string.Concat(Enumerable.Range(0, 800).Select(_ => $"<p>{Convert.ToBase64String(RandomNumberGenerator.GetBytes(900))}</p>"));
        var items = FeedItems.Render(SampleShow.Whole with { BodyHtml = body }, SampleShow.Show, SampleShow.Urls);
        Assert.All(new[] { items.Rss, items.Atom, items.Json }, f => Assert.InRange(FeedFragment.Pack(f).Length, 1000, FeedFragment.PackedLimit));
        Assert.Contains("https://radio.example/harbour/tides/\">Read on</a>", Encoding.UTF8.GetString(items.Rss.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S02E05 Tides", true)]
    [InlineData("Episode 12: Tides", true)]
    [InlineData("#7 – Tides", true)]
    [InlineData("1984 and after", false)]
    [InlineData("The last episode", false)]
    public void A_number_in_the_title_is_a_warning(string title, bool warned) =>
        Assert.Equal(warned, FeedChecks.Of(SampleShow.Whole with { Title = title }, SampleShow.Show, "tides.md").Any(p => p.Field == "title"));

    [Fact]
    public void A_good_episode_of_a_good_show_has_no_problem()
    {
        Assert.Empty(FeedChecks.Of(SampleShow.Whole, SampleShow.Show, "tides.md"));
        Assert.Empty(FeedChecks.Of(SampleShow.Show, "show.yaml"));
    }

    [Fact]
    public void A_serial_show_needs_numbers() => Assert.Contains(
        FeedChecks.Of(SampleShow.Whole with { Number = null }, SampleShow.Show with { Kind = "serial" }, "tides.md"), p => p.Field == "episode");

    [Fact]
    public void A_bare_show_is_told_what_each_directory_wants() => Assert.Equal(
        ["description", "category", "cover", "explicit"],
        FeedChecks.Of(new Soundoff.Shows.Show { Name = "bare", Title = "Bare" }, "show.yaml").Select(p => p.Field));
}
