using System.Globalization;
using System.Text;
using Soundoff.Cli;
using Soundoff.Cli.Import;
using Soundoff.Feeds;
using Soundoff.Web;

namespace Soundoff.Tests.Cli.Import;

/// <summary>All feeds of <c>Data/Import</c>, each taken in once: what the tests look at.</summary>
public sealed class ImportedFolders : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    /// <summary>The feeds by the names of their folders, and whether their recordings stay where they are.</summary>
    public static IReadOnlyDictionary<string, (string File, bool Keep)> Feeds { get; } = new SortedDictionary<string, (string, bool)>(StringComparer.Ordinal)
    {
        ["acast-2022"] = ("feed.xml", false),
        ["anchor-2021"] = ("feed.xml", false),
        ["archives-2018"] = ("feed.xml", false),
        ["broken-2009"] = ("feed.xml", false),
        ["buzzsprout-2020"] = ("feed.xml", false),
        ["castopod-2024"] = ("feed.xml", false),
        ["faults"] = ("feed.xml", false),
        ["hostile"] = ("feed.xml", false),
        ["jekyll-atom"] = ("feed.xml", false),
        ["json-feed"] = ("feed.json", false),
        ["keep-2020"] = ("feed.xml", true),
        ["libsyn-2008"] = ("feed.xml", false),
        ["mislabelled-2006"] = ("feed.xml", false),
        ["netscape-2001"] = ("feed.xml", false),
        ["podbean-2012"] = ("feed.xml", false),
        ["podlove-2015"] = ("feed.xml", false),
        ["powerpress-2010"] = ("feed.xml", false),
        ["rdf-2003"] = ("feed.rdf", false),
        ["sloppy-2011"] = ("feed.xml", false),
        ["twins-2014"] = ("feed.xml", false),
    };

    public FeedServer Server { get; } = new();

    /// <summary>The folder of all shows.</summary>
    public string Path => _folder.Path;

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await Parallel.ForEachAsync(Feeds.Keys, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (name, cancellation) => await ImportAsync(name, At(name), cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Where a feed is served.</summary>
    public Uri Feed(string name) => new(Server.Address, $"{name}/{Feeds[name].File}");

    /// <summary>Takes a feed in, or takes it in again.</summary>
    internal async Task<ImportReport> ImportAsync(string name, string folder, CancellationToken cancellation)
    {
        var settings = new ImportSettings { KeepMedia = Feeds[name].Keep, FirstRest = TimeSpan.FromMilliseconds(5) };
        using var fetcher = new Fetcher(inner: true, TimeProvider.System, settings.FirstRest);
        var report = await new Importer(fetcher, settings, new()).RunAsync(new(Feed(name), null), folder, Path, cancellation);
        if (folder == At(name)) _reports[name] = Told(report, folder);
        return report;
    }

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _reports = new();

    /// <summary>What the last run said of a feed.</summary>
    public string Report(string name) => _reports[name];

    /// <summary>All files of a show: texts as they are, of others their names and lengths.</summary>
    public string Written(string name)
    {
        var folder = At(name);
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal).Where(file => System.IO.Path.GetFileName(file) != ImportJournal.FileName))
        {
            var isText = System.IO.Path.GetExtension(file) is ".html" or ".yaml" or ".txt" or ".vtt" or ".srt" or ".json";
            text.Append(CultureInfo.InvariantCulture, $"=== {System.IO.Path.GetFileName(file)}{(isText ? "" : $" {new FileInfo(file).Length}")}\n{(isText ? File.ReadAllText(file) : "")}");
        }

        // A show without a GUID has one of its feed's address, and that of the server's port.
        return Marked(text.ToString()).Replace(PodcastGuid.For(Feed(name).AbsoluteUri), "{{guid}}", StringComparison.Ordinal);
    }

    private string Told(ImportReport report, string folder)
    {
        using var told = new StringWriter(CultureInfo.InvariantCulture);
        ImportScreen.Write(Screen.On(told), report);
        return Marked(string.Join('\n', told.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Replace(folder, "FOLDER", StringComparison.Ordinal));
    }

    private string Marked(string text) => text.Replace(Server.Address.AbsoluteUri.TrimEnd('/'), FeedServer.Mark, StringComparison.Ordinal);
}
