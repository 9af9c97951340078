using System.Text;
using Soundoff.Artwork;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Lists;
using Soundoff.Pages;
using Soundoff.Publishing.Rendering;
using Soundoff.Search;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Tests.Pages;

/// <summary>The whole site of <see cref="SampleShows"/>, rendered once. Its base address has a path, as a site behind a shared host has.</summary>
internal static class SampleSite
{
    public static readonly SiteUrls Urls = new(new Uri("https://radio.example/listen/"));

    public static readonly ApiUrls Api = new(new Uri("https://api.radio.example/"), Urls);

    public static readonly PageRenderer Renderer = new(Urls, Api);

    private static readonly (Show Show, Episode[] Episodes)[] Shows =
    [
        (SampleShows.NightDesk, [SampleShows.Harbour, SampleShows.Long, SampleShows.Article, SampleShows.Hostile, .. Older()]),
        (SampleShows.Nur, [SampleShows.Bazaar]),
        (SampleShows.Bare, [SampleShows.AudioAlone]),
        (new Show { Name = "silent", Title = "Silent until autumn", Contact = new("silent", "radio.example") }, []),
    ];

    // As long as the episode says, for what is heard late in it; the others are heard at their beginnings alone.
    private static readonly byte[] Whole = Tone((int)SampleShows.Harbour.Duration!.Value.TotalSeconds);

    private static readonly byte[] Short = Tone(120);

    /// <summary>All documents by site path.</summary>
    public static readonly IReadOnlyDictionary<string, byte[]> Documents = Render();

    /// <summary>Everything else by site path: assets, covers, recordings and other files.</summary>
    public static readonly IReadOnlyDictionary<string, byte[]> Files = Media();

    public static string Html(string path) => Encoding.UTF8.GetString(Documents[path]);

    /// <summary>The paths of all HTML pages, each for one run of a theory.</summary>
    public static TheoryData<string> Pages => [.. Documents.Keys.Where(p => p.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static ListedEpisode Listed(Episode episode, Show show) => Listing.Read(Listing.Rows(episode, show, Urls).First());

    private static IEnumerable<Episode> Older() => Enumerable.Range(1, 30).Select(n => SampleShows.Article with
    {
        Slug = $"older-{n}",
        Guid = $"older-{n}",
        Title = $"From the archive, number {n}",
        Date = new DateTimeOffset(2025, 12, 12, 0, 0, 0, TimeSpan.Zero).AddDays(-9 * n),
        Audio = new PublicFile { Path = $"night-desk/older-{n}-000000000000.wav", Type = "audio/wav", Length = 1000 },
        Duration = TimeSpan.FromMinutes(20 + n),
        Number = 40 - n,
    });

    private static Dictionary<string, byte[]> Render()
    {
        var site = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [SitePaths.Root] = Renderer.Root([.. Shows.Select(s => s.Show)]),
            [SitePaths.NotFound] = Renderer.NotFound([.. Shows.Select(s => s.Show)], Shows.ToDictionary(s => s.Show.Name, s => (IReadOnlyList<ListedEpisode>)[.. s.Episodes.Take(2).Select(e => Listed(e, s.Show))])),
            [SitePaths.Robots] = Renderer.Robots(),
            [SitePaths.Episode("night-desk", "lamps")] = Renderer.Redirect(SampleShows.NightDesk, Urls.Episode("night-desk", "harbour-lights"), "Harbour lights"),
        };
        foreach (var (show, episodes) in Shows) Render(site, show, [.. episodes.OrderByDescending(e => e.Date)]);
        site[SitePaths.SitemapIndex] = Renderer.SitemapIndex(site.Keys.Where(p => p.Contains("/sitemap-", StringComparison.Ordinal)).ToList());
        return site;
    }

    private static void Render(Dictionary<string, byte[]> site, Show show, List<Episode> episodes)
    {
        var listed = episodes.Select(e => Listed(e, show)).ToList();
        for (var i = 0; i < episodes.Count; i++)
        {
            site[SitePaths.Episode(show.Name, episodes[i].Slug)] = Renderer.Episode(show, episodes[i], listed.ElementAtOrDefault(i + 1), listed.ElementAtOrDefault(i - 1), akin: [.. listed.Skip(i + 2).Take(i == 1 ? 3 : 0)]);
            if (Renderer.Embed(show, episodes[i]) is { } embed) site[SitePaths.Embed(show.Name, episodes[i].Slug)] = embed;
            if (Renderer.Oembed(show, episodes[i]) is { } oembed) site[SitePaths.Oembed(show.Name, episodes[i].Slug)] = oembed;
        }

        var months = listed.GroupBy(e => e.Month).Select(m => new MonthRow(m.Key, m.Count(), m.Count())).OrderBy(m => m.Month).ToList();
        var names = Names(episodes);
        site[SitePaths.Home(show.Name)] = Renderer.Home(show, [.. listed.Take(24)], months, names);
        site[SitePaths.Topics(show.Name)] = Renderer.Topics(show, [.. names.Where(n => n.List == NamedList.OfTopic)]);
        site[SitePaths.Guests(show.Name)] = Renderer.Guests(show, [.. names.Where(n => n.List == NamedList.OfGuest)]);
        site[SitePaths.Subscribe(show.Name)] = Renderer.Subscribe(show);
        site[SitePaths.Search(show.Name)] = Renderer.Search(show, SearchIndex.BlocksOf(months), months);
        for (var i = 0; i < months.Count; i++)
        {
            var month = months[i].Month;
            site[SitePaths.Month(show.Name, month)] = Renderer.Month(show, month, [.. listed.Where(e => e.Month == month)], i > 0 ? months[i - 1].Month : null, i + 1 < months.Count ? months[i + 1].Month : null);
        }

        foreach (var year in months.GroupBy(m => m.Month.Year))
        {
            site[SitePaths.Year(show.Name, year.Key)] = Renderer.Year(show, year.Key, months, [.. listed.Where(e => e.Month.Year == year.Key)]);
            site[SitePaths.Sitemap(show.Name, year.Key)] = Renderer.Sitemap(listed.Where(e => e.Date.Year == year.Key).Select(e => (SitePaths.Episode(show.Name, e.Slug), (DateTimeOffset?)e.Date)));
        }

        foreach (var topic in episodes.SelectMany(e => e.Topics).DistinctBy(t => t.Slug))
            site[SitePaths.Topic(show.Name, topic.Slug)] = Renderer.Topic(show, topic.Slug, Of(topic.Name, null, e => e.Topics.Any(t => t.Slug == topic.Slug)), null, null);
        foreach (var guest in episodes.SelectMany(e => e.Guests).DistinctBy(g => Slug.From(g.Name)))
            site[SitePaths.Guest(show.Name, Slug.From(guest.Name))] = Renderer.Guest(show, Slug.From(guest.Name), Of(guest.Name, guest.Description, e => e.Guests.Any(g => g.Name == guest.Name)), null, null);

        foreach (var season in episodes.Where(e => e.Season is not null).GroupBy(e => e.Season!.Value))
            site[SitePaths.Season(show.Name, season.Key)] = Renderer.Season(show, season.Key, Of(season.First().SeasonName ?? "", null, e => e.Season == season.Key), null, null);

        NamedList Of(string name, string? description, Func<Episode, bool> has) => new(name, description, [.. episodes.Where(has).Select(e => Listed(e, show))]);
    }

    private static List<NamedCount> Names(IEnumerable<Episode> episodes) =>
    [
        .. episodes.SelectMany(e => e.Topics.Select(t => (List: NamedList.OfTopic, t.Slug, t.Name, e.Date.Year))
                .Concat(e.Guests.Select(g => (List: NamedList.OfGuest, Slug: Slug.From(g.Name), g.Name, e.Date.Year)))
                .Concat(e.Season is { } season ? [(NamedList.OfSeason, $"{season}", e.SeasonName ?? "", e.Date.Year)] : []))
            .GroupBy(n => (n.List, n.Slug)).Select(n => new NamedCount(n.Key.List, n.Key.Slug, n.First().Name, n.CountBy(o => o.Year).ToDictionary())),
    ];

    private static void Search(Dictionary<string, byte[]> files, Show show, IReadOnlyList<Episode> episodes)
    {
        if (episodes.Count == 0) return;
        var newest = episodes[0].Date.Year;
        var texts = episodes.ToDictionary(e => e.Slug, e => EpisodeText.Of(e, show), StringComparer.Ordinal);
        foreach (var block in episodes.GroupBy(e => e.Date.Year == newest ? SitePaths.SearchBlock(show.Name, Month.Of(e.Date)) : SitePaths.SearchBlock(show.Name, e.Date.Year)))
            files[block.Key] = IndexBlock.Write([.. block.Select(e => texts[e.Slug].Index())]);
        foreach (var text in texts.Values) files[SitePaths.SearchText(show.Name, text.Id)] = text.Pack();
    }

    private static Dictionary<string, byte[]> Media()
    {
        var files = SiteAssets.All.ToDictionary(a => a.Path, a => a.Bytes.ToArray(), StringComparer.Ordinal);
        foreach (var (show, episodes) in Shows)
        {
            if (show.Cover is { } cover) files[cover.Path] = GeneratedCover.For(show.Name, show.Title).Bytes.ToArray();
            foreach (var audio in episodes.Select(e => e.Audio).OfType<PublicFile>()) files[audio.Path] = audio == SampleShows.Harbour.Audio ? Whole : Short;
            foreach (var other in episodes.SelectMany(e => e.TranscriptFiles.Concat(e.Extras))) files[other.Path] = [];
            files[SitePaths.FeedCode(show.Name)] = Renderer.Code(show);
            Search(files, show, [.. episodes.OrderByDescending(e => e.Date)]);
            foreach (var small in episodes.Select(e => e.Thumbnail).OfType<PublicFile>()) files[small.Path] = GeneratedCover.For(show.Name, show.Title).Bytes.ToArray();
            foreach (var feed in new[] { SitePaths.Feed(show.Name), SitePaths.Atom(show.Name), SitePaths.JsonFeed(show.Name) }) files[feed] = [];
        }

        return files;
    }

    // 440 Hz as WAV, 3,000 samples a second (the fewest that browsers take), 8 bits, one channel.
    private static byte[] Tone(int seconds)
    {
        const int rate = 3000;
        using var wave = new MemoryStream();
        using var writer = new BinaryWriter(wave);
        writer.Write("RIFF"u8);
        writer.Write(36 + seconds * rate);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write("data"u8);
        writer.Write(seconds * rate);
        var second = Enumerable.Range(0, rate).Select(i => (byte)(128 + 40 * Math.Sin(i * 2 * Math.PI * 440 / rate))).ToArray();
        for (var i = 0; i < seconds; i++) writer.Write(second);
        return wave.ToArray();
    }
}
