using System.Runtime.CompilerServices;
using System.Text;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Notes;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Tests.Feeds;

/// <summary>A show and its episodes with every field that feeds carry.</summary>
internal static class SampleShow
{
    public static readonly SiteUrls Urls = new(new Uri("https://radio.example/"));

    public static readonly Show Show = new()
    {
        Name = "harbour",
        Title = "Harbour & Hinterland",
        Description = "Talk from the quay.\nEvery Friday.",
        Language = "en-gb",
        Author = "The Quay Collective",
        Owner = new Owner("Ada Quay", "ada@radio.example"),
        Categories = [new Category("Society & Culture", "Documentary"), new Category("News", null)],
        Explicit = false,
        Copyright = "The Quay Collective",
        License = "CC-BY-4.0",
        People = [new Person { Name = "Ada Quay", Role = "host", Link = new Uri("https://radio.example/ada") }],
        Contact = new ContactAddress("contact", "mail.example"),
        Links = [new ShowLink("facebook", "Facebook", new Uri("https://facebook.example/harbour"))],
        Funding = [new Link("Buy us a rope", new Uri("https://pay.example/rope"))],
        Cover = new PublicFile { Path = "harbour/cover-0123456789ab.jpg", Type = "image/jpeg", Length = 90000 },
        Guid = "9b024349-ccf0-5f69-a609-6b82873eab3c",
    };

    public static readonly Episode Whole = new()
    {
        Show = "harbour",
        Slug = "tides",
        Guid = "0b3c5d3e-6a44-5c2b-9a55-3d1f0a7c1e11",
        Title = "Tides <and> “time”",
        Date = new DateTimeOffset(2019, 2, 22, 9, 0, 0, TimeSpan.FromHours(-3.5)),
        Standfirst = "Why water waits for no one.",
        BodyHtml = "<h2>On the quay</h2><p>Notes with ]]&gt; inside, <a href=\"/about/\">a link</a> &amp; more.</p><ul><li>One</li><li>Two</li></ul>"
            + $"<p>Write to {BodyMarkers.Contact} or find us on {BodyMarkers.NetworkOpen("facebook")}Facebook{BodyMarkers.NetworkClose}.</p>",
        Language = "en-gb",
        People = [new Person { Name = "Bo Reed", Role = "guest", Description = "pilot, and poet" }],
        Topics = [new Topic("Sea & Shore", "sea-shore")],
        Explicit = true,
        Season = 2,
        SeasonName = "High water",
        Number = 5,
        Kind = "full",
        Source = new SourceCredit("quay.example", new Uri("https://quay.example/")),
        License = "CC0-1.0",
        Location = "Hull",
        Soundbites = [new Soundbite(TimeSpan.FromSeconds(73.5), TimeSpan.FromSeconds(60), "The bell")],
        Audio = new PublicFile { Path = "harbour/tides-1f0c9a2b3c4d.mp3", Type = "audio/mpeg", Length = 5_000_000_000 },
        Duration = TimeSpan.FromSeconds(3725.6),
        Artwork = new PublicFile { Path = "harbour/tides-aaaaaaaaaaaa.jpg", Type = "image/jpeg", Length = 5 },
        Chapters = [new Chapter { Start = TimeSpan.Zero, Title = "Start" }],
        ChaptersFile = new PublicFile { Path = "harbour/tides-cccccccccccc.json", Type = "application/json+chapters", Length = 5 },
        TranscriptFiles =
        [
            new PublicFile { Path = "harbour/tides-dddddddddddd.vtt", Type = "text/vtt", Length = 5 },
            new PublicFile { Path = "harbour/tides-eeeeeeeeeeee.txt", Type = "text/plain", Length = 5, Language = "de" },
        ],
    };

    public static readonly Episode TextOnly = new()
    {
        Show = "harbour",
        Slug = "written",
        Guid = "imported guid 7",
        Title = "Written only",
        Date = new DateTimeOffset(2019, 1, 4, 9, 0, 0, TimeSpan.Zero),
        BodyHtml = "<p>Words.</p>",
        Language = "en-gb",
    };

    /// <summary>An RSS document of these episodes.</summary>
    public static Task<string> RssAsync(Show show, FeedPage page, params Episode[] episodes) => WriteAsync(
        (output, items) => RssFeed.WriteAsync(output, show, Urls, page, items, default), episodes.Select(e => FeedItems.Render(e, show, Urls).Rss));

    public static Task<string> AtomAsync(Show show, params Episode[] episodes) => WriteAsync(
        (output, items) => AtomFeed.WriteAsync(output, show, Urls, episodes.FirstOrDefault()?.Date, items, default), episodes.Select(e => FeedItems.Render(e, show, Urls).Atom));

    public static Task<string> JsonAsync(Show show, params Episode[] episodes) => WriteAsync(
        (output, items) => JsonFeed.WriteAsync(output, show, Urls, items, default), episodes.Select(e => FeedItems.Render(e, show, Urls).Json));

    public static string Data(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "feeds", name));

    private static async Task<string> WriteAsync(Func<Stream, IAsyncEnumerable<ReadOnlyMemory<byte>>, Task> write, IEnumerable<ReadOnlyMemory<byte>> items)
    {
        using var output = new MemoryStream();
        await write(output, Stream(items));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Stream(IEnumerable<ReadOnlyMemory<byte>> items, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
            await Task.CompletedTask;
        }
    }
}
