using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Soundoff.Cli.Local;
using Soundoff.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli.Import;

/// <summary>All feeds of <c>Data/Import</c>, taken in, published together, and read back by readers that know nothing of us.</summary>
public sealed class ImportedSiteTests(ImportedFolders imported, AzuriteFixture azurite) : IClassFixture<ImportedFolders>
{
    // Feeds that only a forgiving reader can read, and those of no XML: their folders are held by the other tests.
    private static readonly string[] Unreadable = ["broken-2009", "hostile", "json-feed", "mislabelled-2006", "netscape-2001"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_item_is_published_as_it_was()
    {
        var status = new RecordingStatus();
        var settings = new StationSettings { Port = CommandRun.FreePort(), ConnectionString = azurite.NewAccount(), Folder = imported.Path };
        await using var station = await LocalStation.StartAsync(settings, status, Cancellation);
        await station.BeginAsync(Cancellation);
        foreach (var name in ImportedFolders.Feeds.Keys)
        {
            var episodes = Directory.GetFiles(imported.At(name), "*.html").Length;
            await Eventually.BecomesTrueAsync($"all {episodes} episodes of {name} are live", () => status.Reports.Where(report => report.Show == name && report.Slug != "show").DistinctBy(report => report.Slug).Count() >= episodes);
        }

        Assert.All(status.Reports.Where(report => report.Slug != "show"), report => Assert.True(report.Outcome == Outcome.Published, $"{report.Show}/{report.Slug}: {string.Join(' ', report.Problems.Select(problem => problem.Message))}"));

        using var http = new HttpClient { BaseAddress = settings.Address };
        foreach (var name in ImportedFolders.Feeds.Keys)
        {
            var published = await ReadBackAsync(http, name);
            if (Unreadable.Contains(name)) Assert.NotEmpty(published);
            else Compare(name, await OriginalsAsync(name), published);
        }
    }

    private static void Compare(string name, IReadOnlyList<Original> originals, Dictionary<string, SyndicationItem> published)
    {
        foreach (var original in originals)
        {
            // A GUID that came twice, and an item whose recording could not be had, are told of in the report.
            if (!published.TryGetValue(original.Guid, out var item)) Assert.Contains(name, (string[])["faults", "keep-2020"]);
            else
            {
                var place = $"{name}: {original.Title}";
                Assert.True(original.Title is null || original.Title == item.Title.Text, $"{place} is called {item.Title.Text}");
                if (original.Date is { } date) Assert.True(date == item.PublishDate, $"{place} is of {item.PublishDate}, not of {date}");
                var content = item.ElementExtensions.ReadElementExtensions<string>("encoded", "http://purl.org/rss/1.0/modules/content/").Single();
                Assert.Contains(original.Words, Words(content), StringComparison.Ordinal);
                var enclosure = item.Links.SingleOrDefault(link => link.RelationshipType == "enclosure");
                if (original.Recording is { } recording && enclosure is not null)
                {
                    Assert.Equal(new FileInfo(recording).Length, enclosure.Length);
                    Assert.StartsWith("audio/", enclosure.MediaType, StringComparison.Ordinal);
                    Assert.NotEmpty(item.ElementExtensions.ReadElementExtensions<string>("duration", "http://www.itunes.com/dtds/podcast-1.0.dtd"));
                }
                else if (name is not ("faults" or "keep-2020")) Assert.Null(original.Recording);
            }
        }
    }

    private static async Task<Dictionary<string, SyndicationItem>> ReadBackAsync(HttpClient http, string show)
    {
        await using var feed = await http.GetStreamAsync(new Uri($"{show}/feed.xml", UriKind.Relative), Cancellation);
        using var xml = XmlReader.Create(feed);
        return SyndicationFeed.Load(xml).Items.ToDictionary(item => item.Id);
    }

    // What the feed says, by a few lines that share nothing with the importer.
    private async Task<IReadOnlyList<Original>> OriginalsAsync(string name)
    {
        var found = new List<Original>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data", "Import", name)).Where(file => Path.GetExtension(file) is ".xml" or ".rdf"))
        {
            var text = (await File.ReadAllTextAsync(file, Encoding.UTF8, Cancellation)).Replace(FeedServer.Mark, imported.Server.Address.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);
            found.AddRange(XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName is "item" or "entry").Select(item => Read(item, imported.Feed(name))));
        }

        return [.. found.DistinctBy(item => item.Guid)];
    }

    private static Original Read(XElement item, Uri feed)
    {
        string? Of(params string[] names) => names.Select(name => item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim()).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var enclosure = item.Elements().FirstOrDefault(element => element.Name.LocalName == "enclosure" || (string?)element.Attribute("rel") == "enclosure");
        var address = enclosure?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName is "url" or "href" or "resource")?.Value;
        var recording = address is not null && address.IndexOf("/audio/", StringComparison.Ordinal) is >= 0 and var at ? Path.Combine(AppContext.BaseDirectory, "Data", "audio", address[(at + "/audio/".Length)..].Split('?')[0]) : null;
        var date = DateTimeOffset.TryParse(Of("pubDate", "date", "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var written) ? written : (DateTimeOffset?)null;
        // Doubled entities and tags in titles are what the importer mends: those are held by its own expectations.
        var title = Of("title") is { } plain && !plain.AsSpan().ContainsAny("&<") ? plain : null;
        return new(Of("guid", "id") ?? (address is null ? "" : new Uri(feed, address).AbsoluteUri), title, date, Words(Of("encoded", "content", "description") ?? ""), recording);
    }

    private static string Words(string html) => string.Join(' ', new HtmlParser().ParseDocument(html.Replace("<br", " <br", StringComparison.Ordinal).Replace("</p>", " </p>", StringComparison.Ordinal).Replace("</li>", " </li>", StringComparison.Ordinal)
        .Replace("</h2>", " </h2>", StringComparison.Ordinal)).Body!.TextContent.Replace("track()", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed record Original(string Guid, string? Title, DateTimeOffset? Date, string Words, string? Recording);
}
