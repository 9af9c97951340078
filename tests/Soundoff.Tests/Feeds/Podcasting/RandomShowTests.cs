using System.Text;
using System.Xml.Linq;
using CsCheck;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Episodes.Podcasting;
using Soundoff.Feeds;
using Soundoff.Shows.Podcasting;

namespace Soundoff.Tests.Feeds.Podcasting;

/// <summary>Feeds of shows that nobody would write.</summary>
public sealed class RandomShowTests
{
    private static readonly XNamespace Podcast = "https://podcastindex.org/namespace/1.0";

    // Markup, controls, halves of characters, joined ones, right to left.
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Char["ab <>&\"']\n\t\u0001\u200F夜عé"].Select(c => c.ToString()), Gen.Const("👩‍🚀"), Gen.Const("\uD800"), Gen.Const("]]>"))
        .Array[1, 400].Select(parts => "x" + string.Concat(parts));

    private static readonly Gen<Uri> Address = Gen.Int[0, 999].Select(i => new Uri($"https://example.org/a b/{i}?q=ü&r=\"<"));

    private static readonly Gen<EpisodeTags> Tags = Gen.Select(Text, Text, Address, Gen.Decimal[0.5m, 99.5m], Gen.Int[0, 100]).Select(t => new EpisodeTags
    {
        Places = [new(t.Item1, "creator", "geo:1,2", "R1", "SE")],
        Number = Math.Round(t.Item4, 1) + 0.05m,
        NumberShown = t.Item2.Length > 32 ? t.Item2[..32] : t.Item2,
        Funding = [new(t.Item2, t.Item3)],
        Threads = [new("nostr", t.Item3, t.Item1)],
        Chat = new(t.Item1, "irc", t.Item2, t.Item1),
        Value = [new() { Type = "lightning", Method = "keysend", Suggested = t.Item4, Recipients = [new(t.Item1, "node", "02", t.Item5)] }],
        Enclosures = [new() { Type = "audio/opus", Sources = [new(t.Item3)] }],
        ContentLinks = [new(t.Item1, t.Item3)],
        Images = [new(t.Item3, t.Item2)],
        Texts = [new(t.Item1, t.Item2)],
    });

    private static readonly Gen<Episode> Episodes = Gen.Select(Text, Text, Tags, Gen.Int[0, 4000], Gen.Int[1, 99]).Select(t => SampleShow.Whole with
    {
        Title = t.Item1,
        Standfirst = t.Item2,
        Date = new DateTimeOffset(2016, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(t.Item4),
        People = [new Person { Name = t.Item2, Role = "guest" }],
        SeasonName = t.Item1,
        Season = t.Item5,
        Number = null,
        Location = null,
        Soundbites = [new Soundbite(TimeSpan.FromSeconds(t.Item5), TimeSpan.FromSeconds(t.Item5), t.Item2)],
        Chapters = [new Chapter { Start = TimeSpan.FromSeconds(t.Item5), Title = t.Item1 }],
        Tags = t.Item3,
    });

    [Fact]
    public void Any_show_gives_a_feed_that_is_well_formed_keeps_every_limit_and_has_each_GUID_once() => Gen.Select(Episodes.Array[1, 4], Text, Address).Sample((episodes, text, address) =>
    {
        var show = SampleShow.Show with
        {
            Title = text,
            Description = string.Concat(Enumerable.Repeat(text, 40)),
            Tags = new ShowTags { Trailers = [new(text, address, new(new(2026, 3, 1), null))], Frequency = new(text), Podroll = [new("29cdca4a-32d8-56ba-b48b-09a011c5daa9", address, Title: text)], Texts = [new(text)] },
        };
        var each = episodes.Select((e, i) => e with { Slug = $"e{i}", Guid = EpisodeGuid.For(show.Guid, $"e{i}") }).ToArray();
        var feed = SampleShow.RssAsync(show, FeedPage.Newest(null), each).GetAwaiter().GetResult();
        var channel = XDocument.Parse(feed).Root!.Element("channel")!;

        Assert.Empty(WrittenFeedTests.Faults(feed));
        Assert.Equal(each.Select(e => e.Guid), channel.Elements("item").Select(i => i.Element("guid")!.Value));
        Assert.All(channel.DescendantsAndSelf("title"), t => Assert.InRange(t.Value.Length, 1, 255));
        Assert.All(channel.Descendants("description"), d => Assert.InRange(Encoding.UTF8.GetByteCount(d.Value), 1, 4000));
        Assert.All(channel.Descendants().Where(e => !e.HasElements && e.Name.Namespace == Podcast), e => Assert.Equal(e.Value.Trim(), e.Value));
    }, iter: 40, threads: 1);
}
