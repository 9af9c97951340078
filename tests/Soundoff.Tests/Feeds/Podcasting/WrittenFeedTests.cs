using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Soundoff.Tests.Feeds.Podcasting;

/// <summary>Whole shows as their publishers write them, each with the feed that it gives: Data/feeds/written.</summary>
public sealed class WrittenFeedTests
{
    public static IEnumerable<TheoryDataRow<string>> Shows => Names.Select(name => new TheoryDataRow<string>(name));

    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateDirectories(Folder("")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shows))]
    public async Task A_show_gives_its_feed_in_any_culture(string name)
    {
        var feed = await RssAsync(name);
        if (Environment.GetEnvironmentVariable("SOUNDOFF_ACCEPT") == "1") await AcceptAsync(name, feed);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Folder(name), "feed.xml"), TestContext.Current.CancellationToken), feed);
        foreach (var culture in new[] { "ar-SA", "th-TH", "tr-TR", "fa-IR", "de-DE" }) Assert.Equal(feed, await InCultureAsync(culture, () => RssAsync(name)));
    }

    [Theory]
    [MemberData(nameof(Shows))]
    public async Task A_feed_is_what_the_pages_of_the_namespace_say(string name) => Assert.Empty(Faults(await RssAsync(name)));

    [Fact]
    public void The_schema_refuses_what_the_pages_refuse()
    {
        var refused = 0;
        foreach (var line in File.ReadLines(Path.Combine(Folder(""), "..", "refused.txt")).Where(l => l.Length > 0))
        {
            var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schema.Value };
            var wrong = false;
            settings.ValidationEventHandler += (_, _) => wrong = true;
            using var tags = XmlReader.Create(new StringReader($"<tags xmlns='https://soundoff.example/tags' xmlns:podcast='https://podcastindex.org/namespace/1.0'>{line}</tags>"), settings);
            while (tags.Read()) { }
            Assert.True(wrong, $"The schema accepts {line}.");
            refused++;
        }

        Assert.True(refused > 20);
    }

    /// <summary>What the pages of the namespace would find wrong with a feed's tags.</summary>
    internal static IReadOnlyList<string> Faults(string feed)
    {
        var wrong = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings, Schemas = Schema.Value };
        // Elements that no page knows have no schema, which is a warning.
        settings.ValidationEventHandler += (_, fault) => { if (fault.Severity == XmlSeverityType.Error) wrong.Add($"line {fault.Exception.LineNumber}: {fault.Message}"); };
        using var tags = XmlReader.Create(new StringReader(Tags(feed)), settings);
        while (tags.Read()) { }
        return wrong;
    }

    /// <summary>The feed of a show.</summary>
    internal static Task<string> RssAsync(string name)
    {
        var show = new WrittenShow(File.ReadAllText(Path.Combine(Folder(name), "show.yaml")), name);
        var episodes = Directory.EnumerateFiles(Folder(name), "*.md").Order(StringComparer.Ordinal)
            .Select(file => show.Episode(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), heard: name != "text")).OrderByDescending(e => e.Date).ToArray();
        Assert.Empty(show.Problems);
        return show.RssAsync(episodes);
    }

    private static readonly Lazy<XmlSchemaSet> Schema = new(() =>
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(Folder(""), "..", "podcast.xsd"));
        schemas.Add(null, Path.Combine(Folder(""), "..", "tags.xsd"));
        schemas.Compile();
        return schemas;
    });

    // Every tag of the namespace, channel's and items', in a document of its own: RSS itself has no schema.
    private static string Tags(string feed)
    {
        XNamespace podcast = "https://podcastindex.org/namespace/1.0", own = "https://soundoff.example/tags";
        var channel = XDocument.Parse(feed).Root!.Element("channel")!;
        return new XElement(own + "tags", channel.Elements().Concat(channel.Elements("item").Elements()).Where(e => e.Name.Namespace == podcast)).ToString();
    }

    private static async Task<string> InCultureAsync(string culture, Func<Task<string>> write)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return await write();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "feeds", "written", name);

    private static Task AcceptAsync(string name, string feed, [CallerFilePath] string source = "") =>
        File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "Data", "feeds", "written", name, "feed.xml"), feed);
}
