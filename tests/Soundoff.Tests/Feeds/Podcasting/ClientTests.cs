using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Soundoff.Tests.Feeds.Podcasting;

/// <summary>Clients that know nothing of us read the feeds of Data/feeds/written: Debian's python3-feedparser and python3-podcastparser (gPodder's).</summary>
public sealed class ClientTests
{
    private static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd", Chapters = "http://podlove.org/simple-chapters";

    [Fact]
    public async Task Every_item_arrives_with_its_enclosure_GUID_date_duration_and_chapters()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Data", "feeds");
        var files = WrittenFeedTests.Names.Select(name => Path.Combine(folder, "written", name, "feed.xml")).ToList();
        var (code, output, error) = await RunAsync([Path.Combine(folder, "read.py"), .. files]);
        if (code != 0 && error.Contains("ModuleNotFoundError", StringComparison.Ordinal) || code == -1) Assert.Skip("Needs Debian's python3-feedparser and python3-podcastparser.");
        Assert.Equal((0, ""), (code, error));

        using var found = JsonDocument.Parse(output);
        foreach (var file in files)
        {
            var items = XDocument.Load(file).Descendants("item").ToList();
            var read = found.RootElement.GetProperty(file);
            Assert.True(read.GetProperty("wellFormed").GetBoolean(), file);
            Assert.Equal(items.Select(i => i.Element("guid")!.Value), Texts(read, "entries", "guid"));
            Assert.Equal(items.Select(i => i.Element("title")!.Value), Texts(read, "entries", "title"));
            Assert.Equal(items.Select(i => i.Element(Itunes + "duration")?.Value), Texts(read, "entries", "duration"));
            Assert.Equal(items.Select(i => i.Element("guid")!.Value).Order(), Texts(read, "episodes", "guid").Order());
            foreach (var episode in read.GetProperty("episodes").EnumerateArray())
                if (items.Single(i => i.Element("guid")!.Value == episode.GetProperty("guid").GetString()) is var item && item.Element("enclosure") is not null) Check(item, episode);
        }
    }

    private static void Check(XElement item, JsonElement episode)
    {
        var enclosure = Assert.Single(episode.GetProperty("enclosures").EnumerateArray());
        Assert.Equal(
            [item.Element("enclosure")!.Attribute("url")!.Value, item.Element("enclosure")!.Attribute("length")!.Value, item.Element("enclosure")!.Attribute("type")!.Value],
            enclosure.EnumerateArray().Select(value => value.ToString()));
        var date = DateTimeOffset.Parse(item.Element("pubDate")!.Value, CultureInfo.InvariantCulture);
        Assert.Equal(date.ToUnixTimeSeconds(), episode.GetProperty("published").GetInt64());
        Assert.Equal(int.Parse(item.Element(Itunes + "duration")!.Value, CultureInfo.InvariantCulture), episode.GetProperty("seconds").GetInt32());
        Assert.Equal(item.Descendants(Chapters + "chapter").Select(c => c.Attribute("title")!.Value), episode.GetProperty("chapters").EnumerateArray().Select(c => c[1].GetString()!));
    }

    private static IEnumerable<string?> Texts(JsonElement read, string list, string name) =>
        read.GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty(name) is { ValueKind: JsonValueKind.Null } ? null : entry.GetProperty(name).ToString());

    private static async Task<(int Code, string Output, string Error)> RunAsync(IEnumerable<string> arguments)
    {
        // Debian's own: another Python before it on the path does not have its modules.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "", "");
        }
    }
}
