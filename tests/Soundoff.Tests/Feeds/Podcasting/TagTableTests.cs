using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Soundoff.Tests.Feeds.Podcasting;

/// <summary>The table of docs/feeds.md: each tag's example gives the tag, in the feed of a show and in the item of an episode, without any problem.</summary>
public sealed partial class TagTableTests
{
    private static readonly XNamespace Podcast = "https://podcastindex.org/namespace/1.0";

    // The namespace's pages in docs/tags.
    private static readonly string[] Tags =
    [
        "alternateEnclosure", "block", "chapters", "chat", "contentLink", "episode", "funding", "guid", "image", "integrity", "license", "liveItem", "location", "locked", "medium", "person",
        "podping", "podroll", "publisher", "remoteItem", "season", "socialInteract", "soundbite", "source", "trailer", "transcript", "txt", "updateFrequency", "value",
        "valueRecipient", "valueTimeSplit",
    ];

    public static IEnumerable<TheoryDataRow<string, string, string>> Examples =>
        from row in Rows()
        where row.Example.Length > 0
        from place in row.Of.Split(", ")
        select new TheoryDataRow<string, string, string>(row.Tag, place, row.Example);

    [Fact]
    public void The_table_names_every_tag_of_the_namespace_in_the_order_of_the_alphabet() => Assert.Equal(Tags, Rows().Select(row => row.Tag));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_gives_its_tag_and_no_problem(string tag, string place, string example)
    {
        var show = new WrittenShow($"title: Night Desk\nlanguage: en\n{(place == "show" ? example : "")}\n");
        var item = show.Episode("trains", $"---\ntitle: Night trains\n{(place == "episode" ? example : "")}\n---\nThey run again.\n");
        var channel = XDocument.Parse(await show.RssAsync(item)).Root!.Element("channel")!;

        Assert.Empty(show.Problems);
        var found = place == "show" ? channel.Elements().Where(e => e.Name != "item").DescendantsAndSelf(Podcast + tag) : channel.Element("item")!.Descendants(Podcast + tag);
        Assert.All(found, element => Assert.True(element.HasAttributes || element.HasElements || element.Value.Length > 0));
        Assert.NotEmpty(found);
    }

    private static IEnumerable<(string Tag, string Of, string Example)> Rows() =>
        from line in File.ReadLines(Path.Combine(DocsTests.Root, "docs", "feeds.md"))
        let row = Row().Match(line)
        where row.Success
        select (row.Groups["tag"].Value, row.Groups["of"].Value, row.Groups["example"].Value);

    [GeneratedRegex(@"^\| `podcast:(?<tag>\w+)` \| (?<of>[^|]+) \| (?:`(?<example>[^`]+)`|[^|`]+) \| \[(?<test>\w+)\]\(\.\./tests/")]
    private static partial Regex Row();
}
