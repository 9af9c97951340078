using BenchmarkDotNet.Attributes;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Bench;

/// <summary>Feeds. One operation is one item: times, items a second and allocated bytes are an item's.</summary>
public class FeedBench
{
    private const int Few = 100;
    private const int Many = 10_000;

    private static readonly SiteUrls Urls = new(new Uri("https://radio.example/"));
    private static readonly Show Show = ShowDefaults.For("harbour");

    private static readonly Episode Episode = new()
    {
        Show = "harbour",
        Slug = "tides",
        Guid = "0b3c5d3e-6a44-5c2b-9a55-3d1f0a7c1e11",
        Title = "Tides & time",
        Date = new(2026, 2, 20, 9, 0, 0, TimeSpan.Zero),
        Standfirst = "Why water waits for no one.",
        BodyHtml = string.Concat(Enumerable.Repeat("<p>Twice a day the harbour empties, and <a href=\"https://quay.example/\">the quay</a> &amp; its boats sit in mud.</p>", 20)),
        Language = "en-gb",
        People = [new Person { Name = "Bo Reed", Role = "guest", Description = "pilot, and poet" }],
        Audio = new PublicFile { Path = "harbour/tides-1f0c9a2b3c4d.mp3", Type = "audio/mpeg", Length = 42_000_000 },
        Duration = TimeSpan.FromMinutes(43),
    };

    private static readonly ReadOnlyMemory<byte> Item = FeedItems.Render(Episode, Show, Urls).Rss;
    private static readonly byte[] Packed = FeedFragment.Pack(Item);

    /// <summary>A feed of 100 items, from rows as the catalog stores them.</summary>
    [Benchmark(OperationsPerInvoke = Few)]
    public Task Write100() => WriteAsync(Few, () => FeedFragment.Unpack(Packed));

    /// <summary>A feed of 10,000 items, from rows as the catalog stores them.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public Task Write10000() => WriteAsync(Many, () => FeedFragment.Unpack(Packed));

    /// <summary>The same from unpacked items: what the writing alone takes.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public Task Copy10000() => WriteAsync(Many, () => Item);

    /// <summary>The items of one episode: RSS, Atom and JSON, rendered once when it is published.</summary>
    [Benchmark]
    public FeedItems RenderItems() => FeedItems.Render(Episode, Show, Urls);

    private static Task WriteAsync(int count, Func<ReadOnlyMemory<byte>> item) =>
        RssFeed.WriteAsync(Stream.Null, Show, Urls, FeedPage.Newest(null), Items(count, item), CancellationToken.None);

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Items(int count, Func<ReadOnlyMemory<byte>> item)
    {
        // Leaves the caller once, as a query's page does; most items are then at hand.
        await Task.Yield();
        for (var i = 0; i < count; i++) yield return item();
    }
}
